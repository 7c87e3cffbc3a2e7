/** "Open as notebook" at every figure of a page, and for any other part of a page that asks by an event. */
import {tableOf} from "../../components/controls/bringIn.js";
import {element} from "../../components/parts/element.js";
import {notebookFile} from "../notebookFile.js";
import {cellsOfFigure} from "./cellsOfFigure.js";
import {handOver} from "./store.js";
import type {OfferedNotebook} from "./offeredNotebook.js";

/** What a part of a page dispatches on the document to open a notebook: its detail is an OfferedNotebook. */
const notebookEvent = "longview:notebook";

/** The address of the live page with a notebook handed to it, as only a page of this site can. */
export function addressOf({title, cells}: OfferedNotebook): string {
  const preview = import.meta.url.includes("/_file/");
  const live = new URL(preview ? "/notebooks/live" : "../live.html", import.meta.url);
  live.hash = `handed=${handOver(notebookFile(title, cells))}`;
  return live.href;
}

/** Offers a notebook at each figure of the page, now and when others are drawn. */
export function offerNotebooks(root: HTMLElement | null = document.querySelector("main")): void {
  if (!root || root.dataset.offers !== undefined) return;
  root.dataset.offers = "";
  const offer = (): void => {
    for (const tools of root.querySelectorAll<HTMLElement>(".figure-tools:not([data-offered])")) offerAt(tools);
  };
  offer();
  new MutationObserver(offer).observe(root, {childList: true, subtree: true});
  document.addEventListener(notebookEvent, (event) => {
    location.assign(addressOf((event as CustomEvent<OfferedNotebook>).detail));
  });
}

function offerAt(tools: HTMLElement): void {
  tools.dataset.offered = "";
  const figure = tools.closest<HTMLElement>("[data-figure]");
  if (!figure) return;
  const button = element(
    document,
    "button",
    {type: "button", title: "Open the figure's data and code as a notebook"},
    "Notebook"
  );
  button.addEventListener("click", () => {
    const open = (): void => location.assign(addressOf(cellsOfFigure(figure, new URL(location.href))));
    // without its table there is still the figure's comparison
    tableOf(figure).then(open, open);
  });
  tools.append(button);
}
