import {element} from "../components/parts/element.js";
import type {ExplorerContext} from "./context.js";
import {serialiseComparison} from "./serialiseComparison.js";

export interface TakeAwayOptions {
  readonly version: string;
  readonly pin: () => void;
  readonly pinnedAlready: boolean;
}

/** The comparison to take away, to pass on, or to keep beside another. */
export function takeAwayPart(context: ExplorerContext, {version, pin, pinnedAlready}: TakeAwayOptions): HTMLElement {
  const {document, comparison, grain} = context;
  const said = element(document, "p", {class: "small", role: "status"});
  const button = (words: string, act: () => void | Promise<void>): HTMLElement => {
    const made = element(document, "button", {type: "button"}, words);
    made.addEventListener("click", () => {
      void (async () => act())().catch((error: unknown) => {
        said.textContent = error instanceof Error ? error.message : String(error);
      });
    });
    return made;
  };
  return element(
    document,
    "section",
    {class: "explore-away", "aria-labelledby": "explore-away-title"},
    element(document, "h2", {id: "explore-away-title"}, "Take it away"),
    element(
      document,
      "p",
      {},
      "One archive holds the rows, the figure, the estimate with all its digits, an R script that gives the same digits, and the list of comparisons made."
    ),
    element(
      document,
      "div",
      {class: "controls"},
      button("Download the comparison", async () => {
        said.textContent = "Making the archive …";
        const {saveComparison} = await import("./takeAway/saveComparison.js");
        said.textContent = await saveComparison(context, version);
      }),
      button("Download the whole study's data", async () => {
        const {saveStudy} = await import("./takeAway/saveComparison.js");
        said.textContent = saveStudy(context, version);
      }),
      button("Copy the link", async () => {
        const {href} = document.location;
        await navigator.clipboard.writeText(`${href.split(/[?#]/)[0]}?${serialiseComparison(comparison, grain)}`);
        said.textContent = "The link is copied.";
      }),
      button(pinnedAlready ? "Pin this one instead" : "Pin it beside the next", pin)
    ),
    said
  );
}
