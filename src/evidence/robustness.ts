/**
 * How the departments' association fares under every defensible choice, against chance, in time, and against a confounder.
 *
 * Rows       released cells; everything here is exploratory beside the plan's one specification
 */
import type {ReleasedTable} from "../released/table.js";
import {numbersOrNull} from "../released/table.js";
import {studentTQuantile} from "../stats/distribution/studentT.js";
import {ols} from "../stats/regression/ols.js";
import {robustnessValue} from "../stats/sensitivity/robustnessValue.js";
import type {JointInference} from "../stats/specification/jointInference.js";
import {jointInference} from "../stats/specification/jointInference.js";
import {specificationCurve} from "../stats/specification/specificationCurve.js";
import type {EvidenceContext, Plan} from "./context.js";
import type {Finding} from "./finding.js";

const unit = "department_id";
const time = "fiscal_year";
const draws = 99;
const fewestYears = 5;

export interface Robustness {
  readonly points: readonly Readonly<Record<string, string | number | boolean>>[];
  readonly choices: readonly string[];
  readonly positive: number;
  readonly joint: JointInference;
  /** partial r of the outcome with the exposure so many years before it */
  readonly lags: readonly {readonly lag: number; readonly r: number}[];
  /** share of what is left of both that a confounder would have to explain to take the estimate, or its interval, to nought */
  readonly confounder: {readonly estimate: number; readonly interval: number};
}

/** Null where there are too few years, or the plan's columns are not among the released ones. */
export function robustness(table: ReleasedTable, context: EvidenceContext & {readonly plan: Plan}): Robustness | null {
  const {rows} = table;
  const years = [...new Set(rows.map((row) => Number(row[time])))].toSorted((a, b) => a - b);
  const outcome = /^(\w+) ~/.exec(context.plan.specification)?.[1];
  const {term} = context.plan;
  const has = (name: string): boolean => rows.some((row) => typeof row[name] === "number");
  if (years.length < fewestYears || !outcome || !has(outcome) || !has(term)) return null;
  const [first, last] = context.programmeYears;
  const column = (name: string): (number | null)[] => numbersOrNull(rows, name);
  const size = column("headcount");
  const middle = size.filter((value) => value !== null).toSorted((a, b) => a - b)[Math.floor(size.length / 3)] ?? 0;
  const sized = has("headcount");
  const data = {
    [unit]: rows.map((row) => String(row[unit])),
    [time]: column(time),
    division: rows.map((row) => String(row.division)),
    ...Object.fromEntries(
      [outcome, "profit_per_head", term, "stock", "dose", "headcount"].filter(has).map((name) => [name, column(name)])
    ),
    "programme years": rows.map((row) => (Number(row[time]) >= first && Number(row[time]) <= last ? 1 : 0)),
    "without the smallest third": size.map((value) => (value !== null && value >= middle ? 1 : 0))
  };
  const only = (names: readonly string[]): string[] => [...new Set(names)].filter(has);
  const curve = specificationCurve(
    data,
    {
      outcomes: only([outcome, "profit_per_head"]),
      exposures: only([term, "stock", "dose"]),
      controls: sized ? [[], ["headcount"]] : [[]],
      effects: [[time], [unit], [unit, time]],
      samples: sized ? [null, "programme years", "without the smallest third"] : [null, "programme years"],
      weights: sized ? [null, "headcount"] : [null]
    },
    {unit, time, strata: "division"}
  );
  const points = curve.points.map(({specification, standardised, estimate, se}) => {
    const reach = estimate === 0 ? 0 : (1.96 * se * standardised) / estimate;
    const {outcome: left, exposure, controls, effects, sample, weights} = specification;
    return {
      estimate: standardised,
      low: standardised - Math.abs(reach),
      high: standardised + Math.abs(reach),
      outcome: left.replaceAll("_", " "),
      exposure,
      controls: controls.join(", ") || "none",
      effects: effects.map((name) => (name === unit ? context.unit.one : "year")).join(" and "),
      sample: sample ?? "all years",
      weights: weights ?? "equal",
      planned:
        left === outcome && exposure === term && effects.length === 2 && controls.length === 0 && !sample && !weights
    };
  });
  const planned = ols(`${outcome} ~ ${term} | ${unit} + ${time}`, data);
  const t = planned.terms[0]?.statistic ?? 0;
  const {rv, rv_alpha: interval} = robustnessValue(t, planned.fit.df_residual);
  return {
    points,
    choices: ["outcome", "exposure", "effects", "controls", "sample", "weights"],
    positive: points.filter(({estimate}) => estimate > 0).length / points.length,
    joint: jointInference(curve.summary, curve.draws(0, draws)),
    lags: lagsOf(data[unit], column(time), column(term), column(outcome)),
    confounder: {estimate: rv, interval}
  };
}

function lagsOf(
  units: readonly string[],
  years: readonly (number | null)[],
  exposure: readonly (number | null)[],
  outcome: readonly (number | null)[]
): {lag: number; r: number}[] {
  const at = new Map(units.map((name, row) => [`${name} ${years[row]}`, exposure[row] ?? null]));
  return [-3, -2, -1, 0, 1, 2, 3].flatMap((lag) => {
    const x = units.map((name, row) => at.get(`${name} ${Number(years[row]) - lag}`) ?? null);
    try {
      const {terms, fit} = ols("y ~ x | unit + year", {y: outcome, x, unit: units, year: years});
      const t = terms[0]?.statistic ?? 0;
      return [{lag, r: (Math.sign(t) * Math.abs(t)) / Math.sqrt(t * t + fit.df_residual)}];
    } catch {
      return [];
    }
  });
}

export interface Detectable {
  readonly finding: string;
  readonly detectable: number;
  readonly unit: string;
}

/** The least difference that each primary estimate would have found in four of five studies like this one. */
export function detectable(findings: readonly Finding[]): Detectable[] {
  return findings.flatMap(({id, primary}) => {
    if (!primary || primary.low === null || primary.high === null || primary.unit === "r") return [];
    const df = primary.df ?? 1e6;
    const critical = studentTQuantile(0.025, df, {upper: true});
    const se = (primary.high - primary.low) / (2 * critical);
    return [{finding: id, detectable: (critical + studentTQuantile(0.2, df, {upper: true})) * se, unit: primary.unit}];
  });
}
