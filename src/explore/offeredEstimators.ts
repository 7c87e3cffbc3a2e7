import type {Comparison} from "./comparison.js";
import {formulaOf} from "./comparisonData.js";
import type {Grain, GrainMeasure} from "./grain.js";
import {valuesOf} from "./grain.js";

export interface AskedFormula {
  readonly comparison: Comparison;
  readonly grain: Grain;
}

interface OfferedEstimator {
  readonly label: string;
  /** whether the rows have what it needs; left out, any rows do */
  readonly allows?: (grain: Grain) => boolean;
  /** the formula to begin with, where it is not that of the comparison */
  readonly begin?: (asked: AskedFormula) => string;
}

const hasUnits = ({kind}: Grain): boolean => kind === "panel";
const withoutLevels = ({comparison, grain}: AskedFormula): string => formulaOf(comparison, grain, "none");

/** Estimators of the engine that read a formula. */
const estimators = {
  ols: {label: "Least squares, errors of the comparison"},
  nw: {label: "Least squares, Newey-West errors", allows: ({kind}) => kind === "series"},
  fd: {label: "Least squares of first differences", allows: hasUnits, begin: withoutLevels},
  random: {label: "Random effects of units", allows: hasUnits, begin: withoutLevels},
  exchange: {label: "Exchange of whole courses, first term", allows: ({kind}) => kind !== "series"},
  wild: {label: "Wild cluster bootstrap of the first term", allows: hasUnits},
  mixed: {
    label: "Mixed model",
    allows: hasUnits,
    begin: (asked) => `${withoutLevels(asked)} + (1 | ${asked.grain.unit ?? "unit"})`
  },
  logit: {
    label: "Logistic regression of a yes or no",
    allows: (grain) => grain.measures.some((measure) => isYesOrNo(grain, measure)),
    begin: (asked) => formulaOn(asked, isYesOrNo)
  },
  ordinal: {
    label: "Ordered answers",
    allows: (grain) => grain.measures.some((measure) => isOrdered(grain, measure)),
    begin: (asked) => formulaOn(asked, isOrdered)
  }
} satisfies Readonly<Record<string, OfferedEstimator>>;

export type EstimatorName = keyof typeof estimators;

/** A formula as a reader wrote it, and the estimator that reads it. */
export interface WrittenFormula {
  readonly text: string;
  readonly by: EstimatorName;
}

/** Those that a grain's rows allow, by name. */
export function offeredEstimators(grain: Grain): [EstimatorName, OfferedEstimator][] {
  const all = Object.entries(estimators) as [EstimatorName, OfferedEstimator][];
  return all.filter(([, {allows}]) => allows?.(grain) ?? true);
}

type Kind = (grain: Grain, measure: GrainMeasure) => boolean;

/** The comparison without levels taken out, on its own outcome where that is of the kind, else on the first that is. */
function formulaOn({comparison, grain}: AskedFormula, isKind: Kind): string {
  const {outcome, exposure} = comparison;
  const fitting = grain.measures.filter((measure) => isKind(grain, measure)).map(({name}) => name);
  const left = fitting.includes(outcome) ? outcome : (fitting.find((name) => name !== exposure) ?? exposure);
  const right = left === exposure ? outcome : exposure;
  const controls = comparison.controls.filter((name) => name !== left && name !== right);
  return formulaOf({...comparison, outcome: left, exposure: right, controls, lag: 0, transform: "none"}, grain, "none");
}

const isYesOrNo: Kind = (grain, {name}) => {
  const met = metIn(grain, name);
  return met.size === 2 && met.has(0) && met.has(1);
};

/** Three to ten whole numbers. */
const isOrdered: Kind = (grain, {name, unit}) => {
  const met = metIn(grain, name);
  return unit === "points" && met.size >= 3 && met.size <= 10 && [...met].every(Number.isInteger);
};

function metIn(grain: Grain, name: string): Set<number> {
  const met = new Set<number>();
  for (const value of valuesOf(grain, name)) {
    if (!Number.isNaN(value)) met.add(value);
    if (met.size > 10) break;
  }
  return met;
}
