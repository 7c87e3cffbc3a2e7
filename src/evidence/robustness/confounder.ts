/**
 * What an unmeasured confounder would have to be like to take the planned estimate away, held against what was measured.
 *
 * Model      estimate less sign * sqrt(r2_yz r2_dz / (1 - r2_dz)) se sqrt(df), units, years and what the plan adjusts for taken
 *            out. The classical se sqrt(df) is the ratio of what is left of outcome and exposure: algebra, whatever the errors
 *            of the estimate are
 * Unclear    what would take the nearer end of the main comparison's own interval to nought, its width as it is; none where
 *            the interval includes it already
 * Source     Cinelli & Hazlett (2020), doi:10.1111/rssb.12348; stats/sensitivity
 * Not here   a plan that does not take out units and years, whose estimate this is not;
 *            how a hidden cause would change the clusters' part in the errors
 */
import {greatestOf} from "../../stats/description/greatestOf.js";
import {ols} from "../../stats/regression/ols.js";
import {benchmarkBound} from "../../stats/sensitivity/benchmarkBound.js";
import {robustnessValue} from "../../stats/sensitivity/robustnessValue.js";
import type {Evidence} from "../finding.js";
import {ifIdentified} from "../ifIdentified.js";
import {shifted} from "./panel.js";
import type {Panel} from "./panel.js";

export interface ConfounderPlace {
  /** share of what is left of the exposure, and of the outcome, that it explains */
  readonly exposure: number;
  readonly outcome: number;
  readonly estimate: number;
}

/** What was measured and may stand for what was not: a measure of the study's by its label, or what every study has. */
export type Measured =
  {readonly kind: "measure"; readonly label: string} | {readonly kind: "size" | "before" | "drift"};

export interface ConfounderBenchmark extends ConfounderPlace {
  readonly measured: Measured;
  readonly multiple: number;
}

export interface Confounder {
  /** share of both that takes the estimate to nought, and that makes it unclear; null where it is unclear already */
  readonly estimate: number;
  readonly interval: number | null;
  readonly grid: readonly ConfounderPlace[];
  readonly benchmarks: readonly ConfounderBenchmark[];
}

const steps = 24;
const multiples = [1, 3];

/** @param primary  the main comparison, with its own errors */
export function confounder(
  panel: Panel,
  {primary}: {readonly primary: Pick<Evidence, "estimate" | "low" | "high">}
): Confounder {
  const {rows, outcome, exposure, controls, main} = panel;
  const covariates = covariatesOf(panel);
  const adjusted = controls.map((_, i) => ` + adjusted_${i}`).join("");
  const columns = {
    unit: rows.map(({unit}) => unit),
    year: rows.map(({year}) => String(year)),
    y: shifted(rows, outcome, 0),
    d: shifted(rows, exposure, main?.rows === "a year later" ? -1 : 0),
    ...Object.fromEntries(controls.map((name, i) => [`adjusted_${i}`, shifted(rows, name, 0)])),
    ...Object.fromEntries(covariates.map(({name, values}) => [name, values]))
  };
  const fit = (formula: string, about: string) =>
    ols(`${formula}${adjusted} | unit + year`, columns, {vcov: "iid", about});
  const planned = fit("y ~ d", "d");
  const {estimate = 0, se = 0, statistic = 0} = planned.terms.find(({term}) => term === "d") ?? {};
  const df = planned.fit.df_residual;
  const {rv} = robustnessValue(statistic ?? 0, df);
  const spared = sparedOf(primary);
  const interval = spared === null ? null : robustnessValue(spared * (statistic ?? 0), df).rv;
  const partial = (formula: string, term: string): number => {
    const {terms, fit: fitted} = fit(formula, term);
    const t = terms.find((one) => one.term === term)?.statistic ?? 0;
    return t ** 2 / (t ** 2 + fitted.df_residual);
  };
  const benchmarks = covariates.flatMap(({name, measured}) =>
    multiples.flatMap((multiple) => {
      const bound = ifIdentified(() => {
        const strength = {treatment_r2: partial(`d ~ ${name}`, name), outcome_r2: partial(`y ~ d + ${name}`, name)};
        return benchmarkBound({estimate, se: se ?? 0, df, ...strength}, {multiple});
      });
      // nothing can explain all that is left of the outcome: so many times as strong is impossible
      if (!bound || bound.r2yz >= 1) return [];
      return [{measured, multiple, exposure: bound.r2dz, outcome: bound.r2yz, estimate: bound.estimate}];
    })
  );
  const most = (name: "exposure" | "outcome"): number =>
    Math.min(
      0.6,
      greatestOf(
        benchmarks.map((one) => 1.15 * one[name]),
        Math.max(1.6 * rv, 0.05)
      )
    );
  const axis = (end: number): number[] => Array.from({length: steps + 1}, (_, i) => (end * i) / steps);
  return {
    estimate: rv,
    interval,
    grid: axis(most("exposure")).flatMap((r2dz) =>
      axis(most("outcome")).map((r2yz) => ({
        exposure: r2dz,
        outcome: r2yz,
        estimate: besideConfounder({estimate, se: se ?? 0, df}, {exposure: r2dz, outcome: r2yz})
      }))
    ),
    benchmarks
  };
}

/** The share of an estimate that can go before its interval includes none; null where it does already. */
function sparedOf({estimate, low, high}: Pick<Evidence, "estimate" | "low" | "high">): number | null {
  const near = estimate < 0 ? high : low;
  return near === null || near / estimate <= 0 ? null : near / estimate;
}

/** The estimate that is left beside a confounder which explains such shares of what is left of exposure and outcome. */
export function besideConfounder(
  {estimate, se, df}: {readonly estimate: number; readonly se: number; readonly df: number},
  {exposure, outcome}: Pick<ConfounderPlace, "exposure" | "outcome">
): number {
  const bias = Math.sqrt((outcome * exposure) / (1 - exposure)) * se * Math.sqrt(df);
  return estimate - Math.sign(estimate) * bias;
}

interface Covariate {
  /** as our formula names it */
  readonly name: string;
  readonly measured: Measured;
  readonly values: readonly (number | null)[];
}

function covariatesOf({rows, outcome, has, causes}: Panel): readonly Covariate[] {
  const lines = [...new Set(rows.map(({line}) => line))];
  const [first] = rows;
  const drifting = lines.length > 1 && first !== undefined;
  const drift = rows.map(({line, year}) => (line === first?.line ? year - first.year : 0));
  return [
    ...(has("headcount")
      ? [{name: "size", measured: {kind: "size"}, values: shifted(rows, "headcount", 0)} as const]
      : []),
    ...causes.map(
      ({name, label}, i) =>
        ({name: `cause_${i}`, measured: {kind: "measure", label}, values: shifted(rows, name, 0)}) as const
    ),
    {name: "before", measured: {kind: "before"}, values: shifted(rows, outcome, -1)},
    ...(drifting ? [{name: "drift", measured: {kind: "drift"}, values: drift} as const] : [])
  ];
}
