import {enhanceFigures} from "../../components/controls/enhanceFigures.js";
import {element} from "../../components/parts/element.js";
import type {ExplorerContext} from "../context.js";
import {quiet} from "../quiet.js";

/** The comparison under every defensible choice, with a joint test that can be stopped. */
export function curve(context: ExplorerContext): HTMLElement {
  const {document, comparison} = context;
  const stop = new AbortController();
  const bar = element(document, "progress", {max: 1, value: 0, "aria-label": "Progress of the joint test"});
  const button = element(document, "button", {type: "button"}, "Cancel");
  const place = element(
    document,
    "div",
    {},
    element(
      document,
      "p",
      {class: "explore-waiting", role: "status"},
      "Estimating every choice, and each again under chance …"
    ),
    bar,
    button
  );
  button.addEventListener("click", () => {
    stop.abort();
    place.replaceChildren(
      element(document, "p", {class: "figure-empty"}, "Cancelled. Choose Curve again to start anew.")
    );
  });
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const progress = (done: number, of: number): void => {
    bar.max = of;
    bar.value = done;
  };
  void quiet(
    context.ask("curve", comparison, {signal, progress}).then(async (found) => {
      const {curveFigure} = await import("./curveFigure.js");
      place.replaceChildren(curveFigure(context, found));
      enhanceFigures(place);
    }),
    place
  );
  return place;
}
