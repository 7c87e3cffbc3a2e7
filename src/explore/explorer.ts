import {element} from "../components/parts/element.js";
import type {ReleasedTable} from "../released/table.js";
import {nameStudy} from "../words/language.js";
import type {Comparison} from "./comparison.js";
import type {ExplorerContext} from "./context.js";
import {controls} from "./controls/controls.js";
import {viewTabs} from "./controls/viewTabs.js";
import type {Grain} from "./grain.js";
import {grainsOf} from "./grainsOf.js";
import {keepAddress} from "./keepAddress.js";
import {keepFocus} from "./keepFocus.js";
import {ledger, type Ledger} from "./ledger.js";
import {ledgerPart} from "./ledgerPart.js";
import {ledgerWords} from "./ledgerWords.js";
import {addressOf, changedTo, type PageState, readAddress} from "./pageState.js";
import {badgeOf} from "./planned.js";
import {serialiseComparison} from "./serialiseComparison.js";
import type {ExploredStudy} from "./study.js";
import {stage} from "./stage.js";
import {takeAwayPart} from "./takeAwayPart.js";
import {pinned} from "./views/pinned.js";
import {shownView} from "./views/shownView.js";
import {askWorker} from "./worker/ask.js";

export interface ExplorerOptions {
  readonly study: ExploredStudy;
  readonly version: string;
  readonly worker: () => Worker;
  /** in pixels; asked for again where the page has another width */
  readonly width?: () => number;
  readonly document?: Document;
}

/** The explorer: one comparison, in the address, and every view of it. */
export function explorer(
  tables: Readonly<Record<string, ReleasedTable>>,
  {study, version, worker, width = () => 680, document = globalThis.document}: ExplorerOptions
): HTMLElement {
  nameStudy(study);
  const grains = grainsOf(tables, study);
  const [first] = grains;
  if (!first)
    return element(document, "p", {class: "figure-empty"}, "This study has no table with two measures to compare.");
  const view = document.defaultView;
  const made = ledger(study.title, {store: storeOf(view), now: () => new Date().toISOString()});
  const ask = askWorker(worker, {tables, study});
  const address = keepAddress(view);
  let state = readAddress(view, grains, study);
  let leave = new AbortController();
  const grainOf = ({table}: Comparison): Grain => grains.find(({name}) => name === table) ?? first;
  const queryOf = (comparison: Comparison): string => serialiseComparison(comparison, grainOf(comparison));
  const go = (next: Partial<PageState>): void => {
    state = {...state, wrong: null, ...next};
    address.push(addressOf(state, queryOf));
    draw();
  };
  // asking for it makes the browser lay the whole page out
  let known = width();
  const contextOf = (comparison: Comparison): ExplorerContext => {
    const grain = grainOf(comparison);
    return {
      document,
      width: known,
      study,
      tables,
      grains,
      grain,
      comparison,
      ledger: made,
      badge: badgeOf(comparison, grain, study),
      source: `${study.title}${study.synthetic ? ", simulated data" : ""}, data version ${version}`,
      formula: state.formula,
      write: (written) => go({formula: written}),
      change: (changed) => go(changedTo(state, changed)),
      ask,
      signal: leave.signal
    };
  };
  const takeAway = takeAwayPart(() => contextOf(state.comparison), {
    version,
    pin: () => go({pin: state.comparison}),
    address: () => addressOf(state, queryOf),
    document
  });
  const [alert, choices, tabs] = [element(document, "div"), controls(document), viewTabs(document)];
  const [head, place, beside] = [
    element(document, "div", {}, alert, choices.node, tabs.node),
    element(document, "div", {id: "explore-view", role: "tabpanel"}),
    element(document, "div")
  ];
  const foot = element(document, "div", {}, beside, takeAway.node, ledgerPart(made, document));
  const root = element(document, "div", {class: "explore"}, head, place, foot);
  const onStage = stage(place);
  const draw = (): void => {
    leave.abort(new DOMException("left", "AbortError"));
    leave = new AbortController();
    const context = contextOf(state.comparison);
    // asks first, so that the worker has its answer while the page is measured and the controls are drawn
    const found = shownView(context);
    onStage.hold();
    const restore = keepFocus(head);
    alert.replaceChildren(...warning(state, context));
    choices.renew(context);
    tabs.renew(context);
    restore();
    place.setAttribute("aria-labelledby", `explore-tab-${state.comparison.view}`);
    onStage.show(found);
    if (state.pin === null) beside.replaceChildren();
    else
      beside.replaceChildren(
        pinned(contextOf(state.pin), {
          current: context,
          unpin: () => go({pin: null}),
          open: (pin) => go({comparison: pin, pin: state.comparison, formula: null})
        })
      );
    takeAway.renew(state.pin !== null);
    tell(root, made, document);
  };
  view?.addEventListener("popstate", () => {
    state = readAddress(view, grains, study);
    draw();
  });
  document.addEventListener("longview-ledger", () => tell(root, made, document));
  if (view)
    new view.ResizeObserver(() => {
      if (!root.isConnected || Math.abs(width() - known) <= 24) return;
      known = width();
      draw();
    }).observe(root);
  draw();
  return root;
}

/** Where the ledger is kept; a browser may forbid it. */
function storeOf(view: Window | null): Storage | null {
  try {
    return view?.localStorage ?? null;
  } catch {
    return null;
  }
}

function warning({wrong}: PageState, {badge, document}: ExplorerContext): HTMLElement[] {
  if (wrong === null) return [];
  const words = `${wrong} Shown instead is the ${badge === "Exploratory" ? "table's first" : "planned"} comparison.`;
  return [element(document, "p", {class: "explore-warning", role: "alert"}, words)];
}

/** How many comparisons there have been, wherever the page says so. */
function tell(root: HTMLElement, {state}: Ledger, document: Document): void {
  const words = ledgerWords(state);
  for (const node of root.querySelectorAll("[data-ledger-count]")) node.replaceChildren(document.createTextNode(words));
}
