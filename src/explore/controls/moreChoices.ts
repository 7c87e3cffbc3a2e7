import {element} from "../../components/parts/element.js";
import {fillWhenOpened} from "../../components/parts/fillWhenOpened.js";
import {capital} from "../../evidence/format.js";
import {mostLag, type Effects, type ErrorType, type Transform} from "../comparison.js";
import type {ExplorerContext} from "../context.js";
import {changeWords, distinctOf, type Grain, measureIn} from "../grain.js";
import {offeredErrors, offeredSizes, offeredTransforms} from "../offered.js";
import {lagWords} from "../words.js";
import {type Option, selectOf} from "./select.js";
import {ticks} from "./ticks.js";

const transformLabels = (grain: Grain): Readonly<Record<Transform, string>> => ({
  none: "As measured",
  log: "Outcome in logarithms",
  change: `${capital(changeWords(grain, "s"))} of both`,
  rank: "Ranks of both"
});
const errorLabels: Readonly<Record<ErrorType, string>> = {
  CR2: "By unit, CR2",
  CR1: "By unit, CR1",
  HC3: "By row, HC3",
  iid: "Classical"
};

/** Years, lines, lag, adjustment, errors, closed until one of them is other than at first. */
export function moreChoices(context: ExplorerContext): HTMLElement {
  const {
    document,
    grain: {line, lineWords, time, timeWords},
    comparison
  } = context;
  const lines = line === null ? "" : `${lineWords.many}, `;
  const changed = [
    comparison.lag !== 0,
    comparison.years,
    comparison.lines.length,
    comparison.controls.length,
    comparison.weights
  ].some(Boolean);
  const more = element(
    document,
    "details",
    {class: "explore-more", open: changed},
    element(
      document,
      "summary",
      {},
      `More choices: ${time === null ? "" : `${timeWords.many}, `}${lines}${time === null ? "" : "lag, "}adjustment, errors`
    )
  );
  fillWhenOpened(more, () => [element(document, "div", {class: "controls"}, ...lists(context)), ...ticks(context)]);
  return more;
}

function lists(context: ExplorerContext): HTMLElement[] {
  const {document, grain, comparison, change} = context;
  const {
    unitWords: {one},
    kind,
    line,
    lineWords
  } = grain;
  const taken: readonly (readonly [Effects, string])[] = [
    ["none", "Nothing"],
    ["unit", `Levels of each ${one}`],
    ["time", "Levels of each year"],
    ["unit+time", `Levels of each ${one} and year`],
    ...(line === null
      ? []
      : [["unit+line^time", `Levels of each ${one}, and of each ${lineWords.one}'s years`] as const])
  ];
  const lags = Array.from({length: 2 * mostLag + 1}, (_, i) => mostLag - i);
  return [
    ...(kind === "panel"
      ? [selectOf(document, "Taken out", taken, comparison.effects, (effects) => change({effects: effects as Effects}))]
      : []),
    ...(kind === "rows"
      ? []
      : [
          selectOf(
            document,
            "Exposure from",
            lags.map((lag): Option => [String(lag), lagWords(grain, lag)]),
            String(comparison.lag),
            (lag) => change({lag: Number(lag), brush: null})
          )
        ]),
    selectOf(
      document,
      "Measured",
      offeredTransforms(grain).map((name): Option => [name, transformLabels(grain)[name]]),
      comparison.transform,
      (transform) => change({transform: transform as Transform, brush: null})
    ),
    selectOf(document, "Weighted by", [["", "Nothing"], ...sizes(grain)], comparison.weights ?? "", (weights) =>
      change({weights: weights || null})
    ),
    selectOf(
      document,
      "Errors",
      offeredErrors(grain).map((name): Option => [name, errorLabels[name]]),
      comparison.errors,
      (name) => change({errors: name as ErrorType})
    ),
    ...yearFields(context)
  ];
}

const sizes = (grain: Grain): Option[] =>
  offeredSizes(grain).map((name) => [name, capital(measureIn(grain, name).label)]);

function yearFields({document, grain, comparison, change}: ExplorerContext): HTMLElement[] {
  if (grain.time === null) return [];
  const all = distinctOf(grain, grain.time)
    .map(Number)
    .toSorted((a, b) => a - b);
  const [first, last] = [all[0] ?? 0, all.at(-1) ?? 0];
  const [from, to] = comparison.years ?? [first, last];
  const options = all.map((year): Option => [String(year), String(year)]);
  const set = (a: number, b: number): void => {
    const range = [Math.min(a, b), Math.max(a, b)] as const;
    change({years: range[0] === first && range[1] === last ? null : range});
  };
  return [
    selectOf(document, `From ${grain.timeWords.one}`, options, String(from), (year) => set(Number(year), to)),
    selectOf(document, `To ${grain.timeWords.one}`, options, String(to), (year) => set(from, Number(year)))
  ];
}
