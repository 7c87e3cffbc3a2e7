import {element} from "../../components/parts/element.js";
import {decimal} from "../../evidence/format.js";
import type {Comparison} from "../comparison.js";
import type {ExplorerContext} from "../context.js";
import {carefulEstimate} from "../careful.js";
import {quiet} from "../quiet.js";
import {errorWords, exchangeWords, rWords, sayEstimate} from "../words.js";
import type {Answers} from "../worker/ask.js";
import {waiting} from "./pairExtras.js";

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
  const {document, comparison, badge, ask, signal} = context;
  const said = element(document, "div", {}, waiting(document));
  const asked = ask("whole", comparison, {signal}).then((whole) => said.replaceChildren(...wordsOf(context, whole)));
  void quiet(asked, said);
  return element(document, "div", {}, element(document, "p", {class: "explore-badge"}, `${title} · ${badge}`), said);
}

function wordsOf(
  {document, comparison, grain}: ExplorerContext,
  {main: own, exchange}: Answers["whole"]
): HTMLElement[] {
  const main = carefulEstimate(own, exchange);
  const {sentence, range} = sayEstimate(comparison, grain, main);
  const how = [errorWords(comparison, grain, main, exchange), exchangeWords(exchange, grain)].filter(
    (text) => text !== ""
  );
  return [
    element(document, "p", {}, sentence),
    element(document, "p", {}, range),
    element(
      document,
      "p",
      {class: "small"},
      `r = ${rWords(main.r, main.rInterval)}. ${how.join(" ")}${main.df === null ? "" : ` df ${decimal(main.df, 1)}.`}`
    )
  ];
}
