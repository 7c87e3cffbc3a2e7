import type {Estimate} from "../stats/estimate.js";
import type {Table} from "../stats/formula/table.js";
import type {Comparison} from "./comparison.js";
import {comparisonData, formulaOf, pickRows, vcovOf} from "./comparisonData.js";
import type {Grain, GrainMeasure} from "./grain.js";
import {valuesOf} from "./grain.js";

interface Asked {
  readonly comparison: Comparison;
  readonly grain: Grain;
}

export interface OfferedEstimator {
  readonly label: string;
  readonly estimate: (text: string, asked: Asked) => Promise<Estimate<object>>;
  /** whether the rows have what it needs; left out, any rows do */
  readonly allows?: (grain: Grain) => boolean;
  /** the formula to begin with, where it is not that of the comparison */
  readonly begin?: (asked: Asked) => string;
}

const hasUnits = ({kind}: Grain): boolean => kind === "panel";

/** Estimators of the engine that read a formula; each is loaded when it is asked for. */
const estimators: Readonly<Record<string, OfferedEstimator>> = {
  ols: {label: "Least squares, errors of the comparison", estimate: (text, asked) => leastSquares(text, asked)},
  nw: {
    label: "Least squares, Newey-West errors",
    allows: ({kind}) => kind === "series",
    estimate: (text, asked) => leastSquares(text, asked, {vcov: {nw: "auto"}})
  },
  fd: {
    label: "Least squares of first differences",
    allows: hasUnits,
    begin: ({comparison, grain}) => formulaOf(comparison, grain, "none"),
    estimate: (text, asked) => leastSquares(text, asked, {model: "fd"})
  },
  random: {
    label: "Random effects of units",
    allows: hasUnits,
    begin: ({comparison, grain}) => formulaOf(comparison, grain, "none"),
    estimate: (text, asked) => leastSquares(text, asked, {model: "random"})
  },
  exchange: {
    label: "Exchange of whole courses, first term",
    allows: ({kind}) => kind !== "series",
    async estimate(text, asked) {
      const {permuteCourses} = await import("../stats/resampling/permuteCourses.js");
      const {grain, comparison} = asked;
      return permuteCourses(text, rowsOf(asked), {
        term: await firstTerm(text),
        ...panelOf(grain),
        strata: hasUnits(grain) ? (grain.line ?? undefined) : undefined,
        weights: comparison.weights ?? undefined
      });
    }
  },
  wild: {
    label: "Wild cluster bootstrap of the first term",
    allows: hasUnits,
    async estimate(text, asked) {
      const {wildBootstrap} = await import("../stats/regression/wildBootstrap.js");
      return wildBootstrap(text, rowsOf(asked), {
        cluster: asked.grain.unit!,
        term: await firstTerm(text),
        draws: 1999,
        ...panelOf(asked.grain)
      });
    }
  },
  mixed: {
    label: "Mixed model",
    allows: hasUnits,
    begin: ({comparison, grain}) => `${formulaOf(comparison, grain, "none")} + (1 | ${grain.unit ?? "unit"})`,
    async estimate(text, asked) {
      const {mixedModel} = await import("../stats/mixed/mixedModel.js");
      return mixedModel(text, rowsOf(asked));
    }
  },
  logit: {
    label: "Logistic regression of a yes or no",
    allows: (grain) => grain.measures.some((measure) => isYesOrNo(grain, measure)),
    begin: (asked) => formulaOn(asked, isYesOrNo),
    async estimate(text, asked) {
      const {logit} = await import("../stats/generalised/logit.js");
      return logit(text, rowsOf(asked), {...panelOf(asked.grain), weights: asked.comparison.weights ?? undefined});
    }
  },
  ordinal: {
    label: "Ordered answers",
    allows: (grain) => grain.measures.some((measure) => isOrdered(grain, measure)),
    begin: (asked) => formulaOn(asked, isOrdered),
    async estimate(text, asked) {
      const {ordinal} = await import("../stats/generalised/ordinal.js");
      return ordinal(text, rowsOf(asked), {...panelOf(asked.grain), weights: asked.comparison.weights ?? undefined});
    }
  }
};

/** Those that a grain's rows allow, by name. */
export function offeredEstimators(grain: Grain): Readonly<Record<string, OfferedEstimator>> {
  return Object.fromEntries(Object.entries(estimators).filter(([, {allows}]) => allows?.(grain) ?? true));
}

async function leastSquares(
  text: string,
  asked: Asked,
  options: {readonly vcov?: {readonly nw: "auto"}; readonly model?: "fd" | "random"} = {}
): Promise<Estimate<object>> {
  const {ols} = await import("../stats/regression/ols.js");
  const {comparison, grain} = asked;
  return ols(text, rowsOf(asked), {
    vcov: vcovOf(comparison.errors, grain),
    ...panelOf(grain),
    weights: comparison.weights ?? undefined,
    ...options
  });
}

async function firstTerm(text: string): Promise<string> {
  const {parseFormula} = await import("../stats/formula/parseFormula.js");
  return parseFormula(text).terms[0]?.label ?? "";
}

/** The rows that years and lines leave, all of their columns. */
function rowsOf({comparison, grain}: Asked): Table {
  const {rows} = comparisonData(
    {...comparison, lag: 0, transform: "none", controls: [], brush: null, weights: null},
    grain
  );
  // what lag and transformation make has columns of its own
  const {columns} = comparisonData({...comparison, brush: null}, grain);
  return pickRows(columns, rows, Object.keys(columns));
}

function panelOf({unit, time}: Grain): {unit?: string; time?: string} {
  return {unit: unit ?? undefined, time: time ?? undefined};
}

type Kind = (grain: Grain, measure: GrainMeasure) => boolean;

/** The comparison without levels taken out, on its own outcome where that is of the kind, else on the first that is. */
function formulaOn({comparison, grain}: Asked, isKind: Kind): string {
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
