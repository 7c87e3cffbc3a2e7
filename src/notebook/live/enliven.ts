import {offerNotebooks} from "./offer.js";
import {enhanceFigures} from "../../components/controls/enhanceFigures.js";

/** Gives every figure that a cell of the page draws its tips, its downloads and its notebook, now and later. */
export function enliven(): void {
  const main = document.querySelector("main");
  if (!main) return;
  enhanceFigures(main);
  offerNotebooks(main);
  new MutationObserver(() => enhanceFigures(main)).observe(main, {childList: true, subtree: true});
}
