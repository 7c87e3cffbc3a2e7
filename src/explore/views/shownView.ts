import {element} from "../../components/parts/element.js";
import type {View} from "../comparison.js";
import type {ExplorerContext} from "../context.js";
import {quiet} from "../quiet.js";
import {pair} from "./pair.js";
import {waiting} from "./pairExtras.js";

type Draw = (context: ExplorerContext) => HTMLElement;

const loads: Readonly<Record<Exclude<View, "pair">, () => Promise<Draw>>> = {
  all: async () => (await import("./against.js")).against,
  matrix: async () => (await import("./matrix.js")).matrix,
  curve: async () => (await import("./curve.js")).curve,
  shuffle: async () => (await import("./shuffle.js")).shuffle,
  formula: async () => (await import("./formula.js")).formula
};
const loaded = new Map<View, Draw>();

/** A comparison in its view: the pair is at hand, what draws another is loaded when that is first looked at. */
export function shownView(context: ExplorerContext): HTMLElement {
  const {document, signal} = context;
  const {view} = context.comparison;
  if (view === "pair") return drawn(pair, context);
  const known = loaded.get(view);
  if (known) return drawn(known, context);
  const place = element(document, "div", {}, waiting(document));
  const load = async (): Promise<void> => {
    const draw = await loads[view]();
    loaded.set(view, draw);
    signal.throwIfAborted();
    place.replaceChildren(drawn(draw, context));
  };
  void quiet(load(), place);
  return place;
}

function drawn(draw: Draw, context: ExplorerContext): HTMLElement {
  try {
    return draw(context);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return element(context.document, "p", {class: "figure-empty", role: "status"}, error.message);
  }
}
