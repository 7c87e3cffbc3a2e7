import {element} from "../../components/parts/element.js";
import type {View} from "../comparison.js";
import type {ExplorerContext} from "../context.js";

const viewLabels: Readonly<Record<View, string>> = {
  pair: "Pair",
  all: "Against all",
  matrix: "Matrix",
  curve: "Curve",
  shuffle: "Shuffle",
  formula: "Formula"
};

/** The six ways of looking at the comparison, as tabs. */
export function viewTabs({document, comparison, change}: ExplorerContext): HTMLElement {
  const views = Object.entries(viewLabels) as [View, string][];
  const tabs = views.map(([view, label]) => {
    const on = view === comparison.view;
    const tab = element(
      document,
      "button",
      {
        type: "button",
        role: "tab",
        id: `explore-tab-${view}`,
        "aria-selected": String(on),
        "aria-controls": "explore-view",
        tabindex: on ? 0 : -1,
        "data-view": view
      },
      label
    );
    tab.addEventListener("click", () => change({view}));
    return tab;
  });
  const list = element(
    document,
    "div",
    {role: "tablist", "aria-label": "Views of the comparison", class: "explore-tabs"},
    ...tabs
  );
  list.addEventListener("keydown", ({key}) => {
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const at = views.findIndex(([view]) => view === comparison.view);
    const [next] = views[(at + step + views.length) % views.length]!;
    change({view: next});
  });
  return list;
}
