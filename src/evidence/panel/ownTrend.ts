/**
 * The planned comparison with each unit's own straight line through the years taken out as well.
 *
 * Model      y_it = b x_it + unit + year + d_i t, d of the first unit 0, since the years carry one common line
 * Estimand   b: does the outcome move with the exposure beside the path that the unit was on?
 * Errors     by unit, CR2 with Satterthwaite df
 * Not here   curved paths, for which a decade of years is too short
 */
import {type Estimate} from "../../stats/estimate.js";
import {ols} from "../../stats/regression/ols.js";
import {ifIdentified} from "../ifIdentified.js";
import {timeColumn, unitColumn} from "./departmentPanel.js";

export interface OwnTrendRows {
  readonly y: readonly number[];
  readonly x: readonly number[];
  readonly units: readonly string[];
  readonly years: readonly number[];
  /** further columns of the plan's right side */
  readonly controls?: Readonly<Record<string, readonly number[]>>;
}

/** Its term is "x"; null where a line of its own leaves nothing of the exposure, or too few units. */
export function ownTrend({y, x, units, years, controls = {}}: OwnTrendRows): Estimate<object> | null {
  const complete = units.flatMap((_, row) =>
    [y, x, ...Object.values(controls)].every((values) => Number.isFinite(values[row])) ? [row] : []
  );
  const lines = linesOf(complete.map((row) => ({unit: units[row] ?? "", year: years[row] ?? NaN})));
  const at = <T>(values: readonly T[]): T[] => complete.flatMap((row) => values[row] ?? []);
  const table = {
    y: at(y),
    x: at(x),
    [unitColumn]: at(units),
    [timeColumn]: at(years).map(String),
    ...Object.fromEntries(Object.entries(controls).map(([name, values]) => [name, at(values)])),
    ...lines
  };
  const terms = ["x", ...Object.keys(controls), ...Object.keys(lines)].join(" + ");
  return ifIdentified(() =>
    ols(`y ~ ${terms} | ${unitColumn} + ${timeColumn}`, table, {cluster: unitColumn, about: "x"})
  );
}

/** A line a unit but the first of those seen in three years or more: fewer years leave nothing beside a line. */
function linesOf(rows: readonly {readonly unit: string; readonly year: number}[]): Record<string, number[]> {
  const seen = new Map<string, Set<number>>();
  for (const {unit, year} of rows) seen.set(unit, (seen.get(unit) ?? new Set()).add(year));
  const middle = rows.reduce((sum, {year}) => sum + year, 0) / Math.max(1, rows.length);
  const [, ...others] = [...seen].flatMap(([unit, held]) => (held.size > 2 ? [unit] : []));
  return Object.fromEntries(
    others.map((name, i) => [`line_${i}`, rows.map(({unit, year}) => (unit === name ? year - middle : 0))])
  );
}
