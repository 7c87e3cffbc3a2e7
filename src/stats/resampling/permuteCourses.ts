/**
 * What chance alone gives: units exchange their whole course of exposure, years and all.
 *
 * Model      which unit of a stratum had which course tells nothing of the outcome beside the formula's other terms.
 *            Units change places among those of one stratum that are seen in the same periods
 * Statistic  x'y~ / x~'x~, the slope of the term: y~ and x~ less the other terms, x the exchanged course. Without further
 *            regressors it is the slope that the exchanged data would give; with them its denominator stays as observed
 * P          (b + 1) / (m + 1), b draws at least as far from `centre`: zero where fixed effects take out what all units
 *            share, else the draws' mean
 * Interval   the slopes that the exchange does not refuse (exchangeInterval), where the centre is zero
 * Source     Fisher (1935), within strata; Winkler et al. (2014), doi:10.1016/j.neuroimage.2014.01.060, for whole blocks
 * Size       of the shuffled courses of a study: test/explore/shuffles.test.ts
 * Not here   exchange of single rows, whose dependence within a unit would make p too small
 *
 * @throws {RangeError} if no two units of a stratum are seen in the same periods
 */
import {closedOptions} from "../errors/closedOptions.js";
import {outside} from "../description/outside.js";
import type {Estimate} from "../estimate.js";
import type {FrameOptions} from "../formula/frameOptions.js";
import type {Table} from "../formula/table.js";
import {random} from "../random.js";
import {addedVariable} from "../regression/addedVariable.js";
import {courses} from "./courses.js";
import {exchangeInterval} from "./exchangeInterval.js";
import type {PermutationFit} from "./permutationEstimate.js";
import {checkDraws, permutationEstimate} from "./permutationEstimate.js";
import {tallyDraws} from "./tallyDraws.js";

export interface PermuteCoursesOptions extends Pick<FrameOptions, "weights"> {
  readonly term: string;
  /** column of the units; left out, every row is a unit of its own */
  readonly unit?: string;
  /** column of the periods */
  readonly time?: string;
  /** column within whose values units change places */
  readonly strata?: string;
  /** from where draws are measured; zero gives an interval too */
  readonly centre?: "zero" | "mean";
  readonly draws?: number;
  readonly seed?: number;
  readonly level?: number;
}

export interface PermuteCoursesFit extends PermutationFit {
  /** each draw's slope, in the order in which they were drawn */
  readonly drawn: Float64Array;
  /** units that can change places with another */
  readonly exchangeable: number;
}

export function permuteCourses(
  formula: string,
  table: Table,
  {
    term,
    unit,
    time,
    strata,
    weights,
    centre = "zero",
    draws = 999,
    seed = 1,
    level = 0.95,
    ...others
  }: PermuteCoursesOptions
): Estimate<PermuteCoursesFit> {
  closedOptions("permuteCourses", others, [
    "term",
    "unit",
    "time",
    "strata",
    "weights",
    "centre",
    "draws",
    "seed",
    "level"
  ]);
  checkDraws(draws);
  const groups = [unit, strata].filter((name) => name !== undefined);
  const {rows, x, y} = addedVariable(formula, table, term, {weights, groups});
  const columnNamed = (name: string | undefined) => (name === undefined ? null : table[name]!);
  const weight = columnNamed(weights);
  const [wx, wy] = [x, y].map((column) =>
    weight ? column.map((value, i) => value * Number(weight[rows[i]!])) : column
  );
  const exchanged = courses(rows, {unit: columnNamed(unit), time: columnNamed(time), strata: columnNamed(strata)});
  const given = Float64Array.from(rows, (row) => Number(table[term]![row]));
  const [u, v] = [dot(given, wy!), dot(given, wx!)];
  const {below} = random(seed).stream("courses");
  const [us, vs] = [new Float64Array(draws), new Float64Array(draws)];
  for (let k = 0; k < draws; k++) {
    const source = exchanged.exchange(below);
    let [a, b] = [0, 0];
    for (let i = 0; i < given.length; i++) {
      const value = given[source[i]!]!;
      a += value * wy![i]!;
      b += value * wx![i]!;
    }
    us[k] = a;
    vs[k] = b;
  }
  const drawn = us.map((value) => value / v);
  const expected = centre === "zero" ? 0 : drawn.reduce((sum, value) => sum + value / draws, 0);
  let at = 0;
  const tally = tallyDraws(() => drawn[at++]!, {observed: u / v, expected, draws, seed, scale: Math.abs(u / v)});
  const found = permutationEstimate({method: "permutation of courses", term, n: rows.length, dropped: [], tally});
  const [low, high] = centre === "zero" ? exchangeInterval({u, v, us, vs}, 2 * outside(level)) : [null, null];
  return {
    ...found,
    terms: found.terms.map((one) => ({...one, low: finiteOrNull(low), high: finiteOrNull(high)})),
    clusters: unit === undefined ? {} : {[unit]: exchanged.units},
    fit: {...found.fit, drawn, exchangeable: exchanged.exchangeable}
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
