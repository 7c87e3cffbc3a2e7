import {element} from "../components/parts/element.js";
import type {ExplorerContext} from "./context.js";

export interface TakeAwayOptions {
  readonly version: string;
  readonly pin: () => void;
  /** the query of what is on the page, with what is pinned beside it */
  readonly address: () => string;
  readonly document: Document;
}

export interface TakeAwayPart {
  readonly node: HTMLElement;
  /** once there is another comparison, of which nothing has been said yet */
  readonly renew: (pinned: boolean) => void;
}

/** The comparison that is on the page to take away, to pass on, or to keep beside another. */
export function takeAwayPart(
  current: () => ExplorerContext,
  {version, pin, address, document}: TakeAwayOptions
): TakeAwayPart {
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
  const keep = button("", pin);
  const node = element(
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
        said.textContent = await saveComparison(current(), version);
      }),
      button("Download the whole study's data", async () => {
        const {saveStudy} = await import("./takeAway/saveComparison.js");
        said.textContent = saveStudy(current(), version);
      }),
      button("Copy the link", async () => {
        await navigator.clipboard.writeText(`${document.location.href.split(/[?#]/)[0]}${address()}`);
        said.textContent = "The link is copied.";
      }),
      keep
    ),
    said
  );
  const renew = (pinned: boolean): void => {
    keep.textContent = pinned ? "Pin this one instead" : "Pin it beside the next";
    said.textContent = "";
  };
  return {node, renew};
}
