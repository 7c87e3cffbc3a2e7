/**
 * What an unmeasured confounder would have to be like to take the planned estimate away, held against what was measured.
 *
 * Model      estimate less sign * sqrt(r2_yz r2_dz / (1 - r2_dz)) se sqrt(df), classical errors, units and years absorbed
 * Source     Cinelli & Hazlett (2020), doi:10.1111/rssb.12348; stats/sensitivity
 * Not here   clustered errors: the method is defined for classical ones
 */
import {greatestOf} from "../../stats/description/greatestOf.js";
import {ols} from "../../stats/regression/ols.js";
import {benchmarkBound} from "../../stats/sensitivity/benchmarkBound.js";
import {robustnessValue} from "../../stats/sensitivity/robustnessValue.js";
import {ifIdentified} from "../ifIdentified.js";
import {shifted} from "./panel.js";
import type {Panel} from "./panel.js";

export interface ConfounderPlace {
  /** share of what is left of the exposure, and of the outcome, that it explains */
  readonly exposure: number;
  readonly outcome: number;
  readonly estimate: number;
}

export interface ConfounderBenchmark extends ConfounderPlace {
  readonly label: string;
  readonly multiple: number;
}

export interface Confounder {
  /** share of both that takes the estimate, or its interval, to nought */
  readonly estimate: number;
  readonly interval: number;
  readonly grid: readonly ConfounderPlace[];
  readonly benchmarks: readonly ConfounderBenchmark[];
}

const steps = 24;
const multiples = [1, 3];

export function confounder(panel: Panel): Confounder {
  const {rows, outcome, exposure} = panel;
  const columns = {
    unit: rows.map(({unit}) => unit),
    year: rows.map(({year}) => String(year)),
    y: shifted(rows, outcome, 0),
    d: shifted(rows, exposure, 0),
    ...covariatesOf(panel).columns
  };
  const fit = (formula: string) => ols(`${formula} | unit + year`, columns, {vcov: "iid"});
  const planned = fit("y ~ d");
  const {estimate = 0, se = 0, statistic = 0} = planned.terms[0] ?? {};
  const df = planned.fit.df_residual;
  const {rv, rv_alpha: interval} = robustnessValue(statistic ?? 0, df);
  const partial = (formula: string, term: string): number => {
    const {terms, fit: fitted} = fit(formula);
    const t = terms.find((one) => one.term === term)?.statistic ?? 0;
    return t ** 2 / (t ** 2 + fitted.df_residual);
  };
  const {names} = covariatesOf(panel);
  const benchmarks = Object.entries(names).flatMap(([name, label]) =>
    multiples.flatMap((multiple) => {
      const bound = ifIdentified(() => {
        const strength = {treatment_r2: partial(`d ~ ${name}`, name), outcome_r2: partial(`y ~ d + ${name}`, name)};
        return benchmarkBound({estimate, se: se ?? 0, df, ...strength}, {multiple});
      });
      return bound ? [{label, multiple, exposure: bound.r2dz, outcome: bound.r2yz, estimate: bound.estimate}] : [];
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

/** The estimate that is left beside a confounder which explains such shares of what is left of exposure and outcome. */
export function besideConfounder(
  {estimate, se, df}: {readonly estimate: number; readonly se: number; readonly df: number},
  {exposure, outcome}: Pick<ConfounderPlace, "exposure" | "outcome">
): number {
  const bias = Math.sqrt((outcome * exposure) / (1 - exposure)) * se * Math.sqrt(df);
  return estimate - Math.sign(estimate) * bias;
}

/** What was measured and may stand for what was not. */
function covariatesOf({rows, outcome, has}: Panel): {
  readonly columns: Readonly<Record<string, readonly (number | null)[]>>;
  readonly names: Readonly<Record<string, string>>;
} {
  const lines = [...new Set(rows.map(({line}) => line))];
  const [first] = rows;
  const drifting = lines.length > 1 && first !== undefined;
  return {
    columns: {
      ...(has("headcount") ? {headcount: shifted(rows, "headcount", 0)} : {}),
      previous: shifted(rows, outcome, -1),
      ...(drifting ? {drift: rows.map(({line, year}) => (line === first.line ? year - first.year : 0))} : {})
    },
    names: {
      ...(has("headcount") ? {headcount: "size"} : {}),
      previous: "last year's outcome",
      ...(drifting ? {drift: "line's own drift"} : {})
    }
  };
}
