import {element} from "../../components/parts/element.js";
import type {Source} from "./source.js";

/** What stands above a notebook from elsewhere, none of which has run; it goes once a reader runs it. */
export function askToRun({from}: Pick<Source, "from">, cells: number, run: () => void): HTMLElement {
  const button = element(document, "button", {type: "button", class: "primary"}, "Run this notebook");
  const warning = element(
    document,
    "div",
    {class: "notebook-warning", role: "region", "aria-label": "Before it runs"},
    element(document, "p", {}, element(document, "strong", {}, `This notebook came from a ${from} and has not run.`)),
    element(
      document,
      "p",
      {},
      `Its ${cells} cells are below: read them first. Its code could read the notebooks that are kept on this device. This page asks no other site for anything, but code can lead the browser to another page and take along what it read: that cannot be blocked. Run it only if you trust who made it.`
    ),
    button
  );
  button.addEventListener("click", () => {
    warning.remove();
    run();
  });
  return warning;
}
