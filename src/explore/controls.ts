import {element} from "../components/parts/element.js";
import {capital} from "../evidence/format.js";
import {byNumber} from "../released/byNumber.js";
import {mostLag, type Comparison, type Effects, type ErrorType, type Transform, type View} from "./comparison.js";
import type {ExplorerContext} from "./context.js";
import {defaultComparison} from "./defaultComparison.js";
import {labelsOf, valuesOf, type GrainMeasure} from "./grain.js";

type Option = readonly [value: string, label: string];

/** What is compared with what: the table and the pair at hand, the rest behind "More choices". */
export function controls(context: ExplorerContext): HTMLElement {
  const {document, grain, grains, study, comparison, change} = context;
  const table = select(
    document,
    "Table",
    grains.map(({name, label}): Option => [name, label]),
    grain.name,
    (name) => {
      const next = grains.find((one) => one.name === name);
      if (next) change({...defaultComparison(next, study), view: comparison.view});
    }
  );
  const pairChange = (changed: Partial<Comparison>): void => {
    const {outcome, exposure} = {...comparison, ...changed};
    change({
      ...changed,
      brush: null,
      controls: comparison.controls.filter((name) => name !== outcome && name !== exposure)
    });
  };
  const swap = element(document, "button", {type: "button"}, "Exchange the two");
  swap.addEventListener("click", () => pairChange({exposure: comparison.outcome, outcome: comparison.exposure}));
  return element(
    document,
    "div",
    {class: "explore-controls"},
    element(
      document,
      "div",
      {class: "controls"},
      table,
      select(
        document,
        "Exposure (across)",
        measureOptions(grain.measures, comparison.outcome),
        comparison.exposure,
        (exposure) => pairChange({exposure})
      ),
      select(
        document,
        "Outcome (up)",
        measureOptions(grain.measures, comparison.exposure),
        comparison.outcome,
        (outcome) => pairChange({outcome})
      ),
      swap
    ),
    more(context)
  );
}

function measureOptions(measures: readonly GrainMeasure[], without: string): Option[] {
  return measures.filter(({name}) => name !== without).map(({name, label}): Option => [name, capital(label)]);
}

function select(
  document: Document,
  words: string,
  options: readonly Option[],
  value: string,
  choose: (value: string) => void
): HTMLElement {
  const control = element(
    document,
    "select",
    {},
    ...options.map(([name, label]) => element(document, "option", {value: name, selected: name === value}, label))
  );
  settled(control, choose);
  return element(document, "label", {}, words, control);
}

/** in milliseconds: letters typed so close to one another spell one choice */
const typing = 600;

/** Chooses once a reader who types the beginning of a name has stopped, or left; at once where nothing was typed. */
function settled(control: HTMLSelectElement, choose: (value: string) => void): void {
  let typed = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    choose(control.value);
  };
  const wait = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(flush, typing);
  };
  control.addEventListener("keydown", ({key, timeStamp}) => {
    if (key.length !== 1) return;
    typed = timeStamp;
    if (waiting !== undefined) wait();
  });
  control.addEventListener("change", ({timeStamp}) => {
    if (timeStamp - typed < typing) wait();
    else choose(control.value);
  });
  control.addEventListener("blur", flush);
}

const transformLabels: Readonly<Record<Transform, string>> = {
  none: "As measured",
  log: "Outcome in logarithms",
  change: "Yearly changes of both",
  rank: "Ranks of both"
};
const errorLabels: Readonly<Record<ErrorType, string>> = {
  CR2: "By unit, CR2",
  CR1: "By unit, CR1",
  HC3: "By row, HC3",
  iid: "Classical"
};

function more(context: ExplorerContext): HTMLElement {
  const {document, grain, comparison, change} = context;
  const {
    unitWords: {one},
    kind,
    line,
    time
  } = grain;
  const taken: readonly (readonly [Effects, string])[] = [
    ["none", "Nothing"],
    ["unit", `Levels of each ${one}`],
    ["time", "Levels of each year"],
    ["unit+time", `Levels of each ${one} and year`],
    ...(line === null ? [] : [["unit+line^time", `Levels of each ${one}, and of each line's years`] as const])
  ];
  const errors: ErrorType[] = kind === "panel" ? ["CR2", "CR1", "HC3", "iid"] : ["HC3", "iid"];
  const transforms: Transform[] = time === null ? ["none", "log", "rank"] : ["none", "log", "change", "rank"];
  const lags = Array.from({length: 2 * mostLag + 1}, (_, i) => mostLag - i);
  const parts = [
    ...(kind === "panel"
      ? [select(document, "Taken out", taken, comparison.effects, (effects) => change({effects: effects as Effects}))]
      : []),
    ...(kind === "rows"
      ? []
      : [
          select(
            document,
            "Exposure from",
            lags.map((lag): Option => [String(lag), lagLabel(lag)]),
            String(comparison.lag),
            (lag) => change({lag: Number(lag), brush: null})
          )
        ]),
    select(
      document,
      "Measured",
      transforms.map((name): Option => [name, transformLabels[name]]),
      comparison.transform,
      (transform) => change({transform: transform as Transform, brush: null})
    ),
    select(document, "Weighted by", [["", "Nothing"], ...sizes(context)], comparison.weights ?? "", (weights) =>
      change({weights: weights || null})
    ),
    select(
      document,
      "Errors",
      errors.map((name): Option => [name, errorLabels[name]]),
      comparison.errors,
      (name) => change({errors: name as ErrorType})
    ),
    ...yearFields(context)
  ];
  const changed = [
    comparison.lag !== 0,
    comparison.years,
    comparison.lines.length,
    comparison.controls.length,
    comparison.weights
  ].some(Boolean);
  return element(
    document,
    "details",
    {class: "explore-more", open: changed},
    element(document, "summary", {}, "More choices: years, lines, lag, adjustment, errors"),
    element(document, "div", {class: "controls"}, ...parts),
    ...boxes(context)
  );
}

function lagLabel(lag: number): string {
  if (lag === 0) return "The same year";
  const years = Math.abs(lag) === 1 ? "One year" : `${Math.abs(lag)} years`;
  return `${years} ${lag > 0 ? "before" : "after"}`;
}

/** Sizes: measures of people or of ratings, never below zero. */
function sizes({grain}: ExplorerContext): Option[] {
  return grain.measures
    .filter(({unit, name}) => ["people", "ratings"].includes(unit) && !valuesOf(grain, name).some((value) => value < 0))
    .map(({name, label}): Option => [name, capital(label)]);
}

function yearFields({document, grain, comparison, change}: ExplorerContext): HTMLElement[] {
  if (grain.time === null) return [];
  const all = [...new Set(valuesOf(grain, grain.time))].toSorted((a, b) => a - b);
  const [first, last] = [all[0] ?? 0, all.at(-1) ?? 0];
  const [from, to] = comparison.years ?? [first, last];
  const options = all.map((year): Option => [String(year), String(year)]);
  const set = (a: number, b: number): void => {
    const range = [Math.min(a, b), Math.max(a, b)] as const;
    change({years: range[0] === first && range[1] === last ? null : range});
  };
  return [
    select(document, "From year", options, String(from), (year) => set(Number(year), to)),
    select(document, "To year", options, String(to), (year) => set(from, Number(year)))
  ];
}

function boxes({document, grain, comparison, change}: ExplorerContext): HTMLElement[] {
  const tick = (name: string, label: string, on: boolean, set: (on: boolean) => void): HTMLElement => {
    const box = element(document, "input", {type: "checkbox", checked: on, value: name});
    box.addEventListener("change", () => set(box.checked));
    return element(document, "label", {}, box, label);
  };
  const lines = [...new Set(labelsOf(grain, grain.line))].filter((name) => name !== "").toSorted(byNumber);
  const inLines = comparison.lines.length === 0 ? lines : comparison.lines;
  const setLine = (name: string, on: boolean): void => {
    const next = lines.filter((line) => (line === name ? on : inLines.includes(line)));
    change({lines: next.length === lines.length ? [] : next});
  };
  const candidates = grain.measures.filter(({name}) => name !== comparison.exposure && name !== comparison.outcome);
  const setControl = (name: string, on: boolean): void =>
    change({controls: on ? [...comparison.controls, name] : comparison.controls.filter((one) => one !== name)});
  return [
    ...(lines.length < 2
      ? []
      : [
          element(
            document,
            "fieldset",
            {class: "explore-ticks"},
            element(document, "legend", {}, "Lines"),
            ...lines.map((name) => tick(name, name, inLines.includes(name), (on) => setLine(name, on)))
          )
        ]),
    element(
      document,
      "fieldset",
      {class: "explore-ticks"},
      element(document, "legend", {}, "Adjusted for"),
      ...candidates.map(({name, label}) =>
        tick(name, capital(label), comparison.controls.includes(name), (on) => setControl(name, on))
      )
    )
  ];
}

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
