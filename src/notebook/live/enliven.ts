import {enhanceFigures} from "../../components/controls/enhanceFigures.js";

/** Gives every figure that a cell of the page draws its tips and downloads, now and later. */
export function enliven(): void {
  const main = document.querySelector("main");
  if (!main) return;
  enhanceFigures(main);
  new MutationObserver(() => enhanceFigures(main)).observe(main, {childList: true, subtree: true});
}
