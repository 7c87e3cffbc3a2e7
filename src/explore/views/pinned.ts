import {element} from "../../components/parts/element.js";
import {decimal} from "../../evidence/format.js";
import type {Comparison} from "../comparison.js";
import type {ExplorerContext} from "../context.js";
import {estimateComparison} from "../estimateComparison.js";
import {carefulInterval, exchangeOf} from "../exchangeOf.js";
import {errorWords, exchangeWords, rWords, sayEstimate} from "../words.js";

export interface PinnedOptions {
  readonly current: ExplorerContext;
  readonly unpin: () => void;
  readonly open: (pin: Comparison) => void;
}

/** The pinned comparison and the present one, side by side. */
export function pinned(context: ExplorerContext, {current, unpin, open}: PinnedOptions): HTMLElement {
  const {document, comparison} = context;
  const away = element(document, "button", {type: "button"}, "Unpin");
  away.addEventListener("click", unpin);
  const swap = element(document, "button", {type: "button"}, "Open the pinned one");
  swap.addEventListener("click", () => open(comparison));
  return element(
    document,
    "section",
    {class: "explore-pinned", "aria-labelledby": "explore-pinned-title"},
    element(document, "h2", {id: "explore-pinned-title"}, "Side by side"),
    element(document, "div", {class: "explore-pair"}, card(context, "Pinned"), card(current, "Present")),
    element(document, "div", {class: "controls"}, swap, away)
  );
}

function card(context: ExplorerContext, title: string): HTMLElement {
  const {document, comparison, grain, badge} = context;
  const head = element(document, "p", {class: "explore-badge"}, `${title} · ${badge}`);
  try {
    const {main, data} = estimateComparison(comparison, grain, {lenses: false});
    const exchange = exchangeOf(comparison, grain, data);
    const {sentence, range} = sayEstimate(comparison, grain, main, carefulInterval(main, exchange));
    return element(
      document,
      "div",
      {},
      head,
      element(document, "p", {}, sentence),
      element(document, "p", {}, range),
      element(
        document,
        "p",
        {class: "small"},
        `r = ${rWords(main.r, main.rInterval)}. ${errorWords(comparison, grain, main, exchange)} ${exchangeWords(exchange, grain)}${main.df === null ? "" : ` df ${decimal(main.df, 1)}.`}`
      )
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return element(document, "div", {}, head, element(document, "p", {}, error.message));
  }
}
