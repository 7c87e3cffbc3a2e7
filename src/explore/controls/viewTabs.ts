import {element} from "../../components/parts/element.js";
import type {View} from "../comparison.js";
import type {ExplorerContext} from "../context.js";
import type {HeadPart} from "./controls.js";

const viewLabels: Readonly<Record<View, string>> = {
  pair: "Pair",
  all: "Against all",
  matrix: "Matrix",
  curve: "Curve",
  shuffle: "Shuffle",
  formula: "Formula"
};

/** The six ways of looking at the comparison, as tabs. */
export function viewTabs(document: Document): HeadPart {
  const views = Object.entries(viewLabels) as [View, string][];
  let [shown, choose]: [View, (view: View) => void] = ["pair", () => undefined];
  const tabs = views.map(([view, label]) => {
    const tab = element(
      document,
      "button",
      {type: "button", role: "tab", id: `explore-tab-${view}`, "aria-controls": "explore-view", "data-view": view},
      label
    );
    tab.addEventListener("click", () => choose(view));
    return tab;
  });
  const node = element(
    document,
    "div",
    {role: "tablist", "aria-label": "Views of the comparison", class: "explore-tabs"},
    ...tabs
  );
  node.addEventListener("keydown", ({key}) => {
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const at = views.findIndex(([view]) => view === shown);
    const [next] = views[(at + step + views.length) % views.length]!;
    choose(next);
  });
  const renew = ({comparison, change}: ExplorerContext): void => {
    shown = comparison.view;
    choose = (view) => change({view});
    for (const tab of tabs) {
      const on = tab.dataset.view === shown;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
    }
  };
  return {node, renew};
}
