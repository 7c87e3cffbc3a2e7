import {say} from "../../words/say.js";
import {element} from "./element.js";

/** A table in a box that scrolls when there is no room for it. */
export function scrollTable(
  heads: readonly HTMLElement[],
  rows: readonly HTMLElement[],
  {caption, kind, document}: {readonly caption: string; readonly kind?: string | undefined; readonly document: Document}
): HTMLElement {
  return element(
    document,
    "div",
    {
      class: kind === undefined ? "table-scroll" : `table-scroll ${kind}`,
      tabindex: 0,
      role: "region",
      "aria-label": say("Table: {0}", caption)
    },
    element(
      document,
      "table",
      {},
      element(document, "thead", {}, element(document, "tr", {}, ...heads)),
      element(document, "tbody", {}, ...rows)
    )
  );
}
