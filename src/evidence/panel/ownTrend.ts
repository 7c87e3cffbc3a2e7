/**
 * The planned comparison with each unit's own straight line through the years taken out as well.
 *
 * Model      y_it = b x_it + unit + year + d_i t, d of the first unit 0, since the years carry one common line; what is of
 *            a unit alone is taken out of all columns unit by unit (Frisch and Waugh), the years are terms beside x
 * Estimand   b: does the outcome move with the exposure beside the path that the unit was on?
 * Errors     by unit, CR2 with Satterthwaite df; what is of one cluster alone needs no place in its hat matrix
 * Source     Pustejovsky & Tipton (2018), doi:10.1080/07350015.2016.1247004, theorem 2
 * Not here   curved paths, for which a decade of years is too short
 */
import {type Estimate} from "../../stats/estimate.js";
import {modelFrame, type ModelFrame} from "../../stats/formula/modelFrame.js";
import {isLeft} from "../../stats/linalg/isLeft.js";
import {orthogonalise} from "../../stats/linalg/orthogonalise.js";
import {ols} from "../../stats/regression/ols.js";
import {withoutAlone} from "../../stats/regression/withoutAlone.js";
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
  const columns = {x, ...controls};
  const complete = units.flatMap((_, row) =>
    [y, ...Object.values(columns)].every((values) => Number.isFinite(values[row])) ? [row] : []
  );
  const at = <T>(values: readonly T[]): T[] => complete.flatMap((row) => values[row] ?? []);
  const table = {
    ...Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, at(values)])),
    y: at(y),
    [unitColumn]: at(units),
    [timeColumn]: at(years).map(String)
  };
  const formula = `y ~ ${Object.keys(columns).join(" + ")} | ${unitColumn} + ${timeColumn}`;
  return ifIdentified(() => {
    const frame = withoutAlone(modelFrame(formula, table));
    const kept = <T>(values: readonly T[]): T[] => Array.from(frame.rows, (row) => values[row]!);
    return besideLines(frame, kept(at(units)), kept(at(years)), lined(at(units), at(years)));
  });
}

function besideLines(
  {n, y, x, names, dropped}: ModelFrame,
  units: readonly string[],
  years: readonly number[],
  lines: ReadonlySet<string>
): Estimate<object> | null {
  const {within, taken} = beside(units, years, lines);
  const dummies = [...new Set(years)].map((year) => within(years.map((one) => Number(one === year))));
  const time = new Map(orthogonalise(dummies).q.map((column, k) => [`year_${k}`, column]));
  const terms = new Map(x.map((column, j) => [names[j]!, within(column)] as const).filter(([, left]) => varies(left)));
  if (!terms.has("x") || n - taken - time.size - terms.size < 1) return null;
  const formula = `y ~ 0 + ${[...time.keys(), ...terms.keys()].join(" + ")}`;
  const table = {...Object.fromEntries([...time, ...terms]), y: within(y), [unitColumn]: units};
  const fitted = ols(formula, table, {cluster: unitColumn, about: "x"});
  const asked = fitted.terms.filter(({term}) => terms.has(term));
  return {...fitted, dropped, terms: asked, fit: {}, warnings: []};
}

/** The units that have a line: but for the first of them, those seen in three years or more; fewer leave nothing beside one. */
function lined(units: readonly string[], years: readonly number[]): ReadonlySet<string> {
  const seen = new Map<string, Set<number>>();
  units.forEach((unit, row) => seen.set(unit, (seen.get(unit) ?? new Set()).add(years[row]!)));
  const [, ...others] = [...seen].flatMap(([unit, held]) => (held.size > 2 ? [unit] : []));
  return new Set(others);
}

interface Beside {
  /** what a column has beside its unit's mean and line; nought all over where that is rounding */
  readonly within: (values: ArrayLike<number>) => Float64Array;
  /** parameters that means and lines take */
  readonly taken: number;
}

function varies(column: Float64Array): boolean {
  return column.some((value) => value !== 0);
}

function beside(units: readonly string[], years: readonly number[], lines: ReadonlySet<string>): Beside {
  const rowsOf = new Map<string, number[]>();
  units.forEach((unit, row) => rowsOf.set(unit, [...(rowsOf.get(unit) ?? []), row]));
  const own = Array.from(rowsOf, ([unit, rows]) => {
    const mean = rows.reduce((sum, row) => sum + years[row]!, 0) / rows.length;
    const line = rows.map((row) => (lines.has(unit) ? years[row]! - mean : 0));
    return {rows, line, length: line.reduce((sum, value) => sum + value ** 2, 0)};
  });
  const takeOut = (values: Float64Array): void => {
    for (const {rows, line, length} of own) {
      const mean = rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
      const along = length > 0 ? rows.reduce((sum, row, i) => sum + line[i]! * values[row]!, 0) / length : 0;
      rows.forEach((row, i) => (values[row]! -= mean + along * line[i]!));
    }
  };
  return {
    within(values) {
      const left = Float64Array.from(values);
      for (let pass = 0; pass < 2; pass++) takeOut(left);
      return isLeft(left, Float64Array.from(values)) ? left : left.fill(0);
    },
    taken: own.length + own.filter(({length}) => length > 0).length
  };
}
