/**
 * Columns less their projection on fixed effects.
 *
 * Model      x -> M (x - D g), M the demeaning by the effect of most levels, D the dummies of the others, g from
 *            (D'MD) g = D'M x, again and again with what rounding left: few levels by a factor of the matrix, many by
 *            conjugate gradients on their coefficients, each of whose steps passes over the rows once and writes none
 * Source     Guimaraes & Portugal (2010); Correia (2016), "A feasible estimator for linear models with multi-way fixed
 *            effects"
 */
import {greatestSize} from "../linalg/greatestSize.js";
import {closedOptions} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Codes} from "../formula/labelCodes.js";
import {coefficientsByFactor} from "./coefficientsByFactor.js";
import {coefficientsByGradients} from "./coefficientsByGradients.js";
import {width} from "./imageOfCoefficients.js";
import {greatestMean, levelBlocks, type LevelBlocks, levelWeights} from "./levelBlocks.js";
import {meansAndSums, sumsFor, takeOut} from "./takeOut.js";

export interface DemeanOptions {
  readonly weights?: Float64Array | null;
  /** greatest remaining group mean, over the column's greatest value */
  readonly tolerance?: number;
  readonly rounds?: number;
}

const fewLevels = 600;
/** coefficients below this share of what is left of a column are rounding */
const negligible = 1e-14;

/**
 * @returns what is left of a column, in an array of its own or the one that is given, which is not the column
 * @throws {NotIdentified} on a column for which it does not converge
 */
export function demeaner(
  effects: readonly Codes[],
  options: DemeanOptions = {}
): (column: Float64Array, into?: Float64Array) => Float64Array {
  const demean = demeanerOfSeveral(effects, options);
  return (column, into) => demean([column], into && [into])[0]!;
}

/** Of several columns at once, for which less is read over and over where there are many levels. */
export function demeanerOfSeveral(
  effects: readonly Codes[],
  {weights = null, tolerance = 1e-13, rounds = 5_000, ...others}: DemeanOptions = {}
): (columns: readonly Float64Array[], into?: readonly Float64Array[]) => Float64Array[] {
  closedOptions("demeaner", others, ["weights", "tolerance", "rounds"]);
  const [many, ...few] = effects.toSorted((a, b) => b.levels - a.levels);
  if (!many) return (columns, into) => columns.map((column, i) => written(column, into?.[i]));
  const blocks = levelBlocks(many, few, weights);
  if (blocks.size <= fewLevels) {
    const one = twice(blocks);
    return (columns, into) => columns.map((column, i) => one(column, into?.[i]));
  }
  const solve = coefficientsByGradients(blocks);
  const mass = levelWeights(blocks);
  return (columns, into) => {
    const groups = Array.from({length: Math.ceil(columns.length / width)}, (_, i) =>
      columns.slice(i * width, (i + 1) * width)
    );
    return groups.flatMap((group, g) => {
      const done = again(blocks, group, solve, {mass, tolerance, rounds});
      if (done) return into ? done.map((column, i) => written(column, into[g * width + i])) : done;
      throw new NotIdentified(
        `not converged: the fixed effects ${effects.map(({name}) => name).join(" and ")} in ${rounds} rounds; drop one or merge its levels`,
        "not converged"
      );
    });
  };
}

interface Begun {
  /** what a column's first coefficients come of */
  readonly sums: Float64Array;
  /** what is left, once coefficients have been taken out */
  readonly left: Float64Array;
  /** takes coefficients out; what the next come of */
  readonly takeOut: (coefficients: Float64Array) => Float64Array;
}

function written(column: Float64Array, into: Float64Array = new Float64Array(column.length)): Float64Array {
  into.set(column);
  return into;
}

/** A column in the blocks' order, which itself stays as it is: nothing is written before the first coefficients are known. */
function begin(blocks: LevelBlocks, column: Float64Array): Begun {
  const ordered = blocks.inOrder(column);
  const first = meansAndSums(blocks, ordered);
  const left = ordered === column ? new Float64Array(column.length) : ordered;
  let [from, means]: [Float64Array, Float64Array | null] = [ordered, first.means];
  return {
    sums: first.sums,
    left,
    takeOut: (coefficients) => {
      const sums = takeOut(blocks, from, coefficients, {into: left, means});
      [from, means] = [left, null];
      return sums;
    }
  };
}

/** By coefficients that are exact but for rounding, and what rounding left; nothing but the result is made anew for a column. */
function twice(blocks: LevelBlocks): (column: Float64Array, into?: Float64Array) => Float64Array {
  const solve = blocks.size > 0 ? coefficientsByFactor(blocks) : (sums: Float64Array) => sums;
  const room = sumsFor(blocks);
  const {means, sums} = room;
  const coefficients = new Float64Array(blocks.size);
  return (column, into) => {
    const ordered = blocks.inOrder(column);
    meansAndSums(blocks, ordered, room);
    const left = ordered === column ? (into ?? new Float64Array(column.length)) : ordered;
    takeOut(blocks, ordered, solve(sums, coefficients), {into: left, means, sums});
    const second = solve(sums, coefficients);
    if (!(greatestSize(second) <= negligible * someSize(left))) takeOut(blocks, left, second, {sums});
    return blocks.asGiven(left, into);
  };
}

/** By coefficients of up to four columns at once, until their levels' means are rounding; null where they stay. */
function again(
  blocks: LevelBlocks,
  columns: readonly Float64Array[],
  solve: ReturnType<typeof coefficientsByGradients>,
  {mass, tolerance, rounds}: {readonly mass: Float64Array; readonly tolerance: number; readonly rounds: number}
): Float64Array[] | null {
  const parts = columns.map((column) => ({
    ...begin(blocks, column),
    enough: tolerance * greatestSize(column),
    mean: Infinity,
    taken: false
  }));
  for (let [going, used] = [parts, 0]; used < rounds;) {
    going = going.filter((part) => {
      const before = part.mean;
      part.mean = greatestMean(part.sums, mass);
      // what no further step makes smaller is rounding
      return part.mean > part.enough && !(part.mean >= before / 2 && part.mean <= (1e-9 / tolerance) * part.enough);
    });
    if (going.length === 0) {
      for (const part of parts) if (!part.taken) part.takeOut(new Float64Array(blocks.size));
      return parts.map(({left}) => blocks.asGiven(left));
    }
    const {coefficients, steps} = solve(
      going.map(({sums}) => sums),
      {enough: going.map(({enough}) => enough), rounds: rounds - used}
    );
    used += steps;
    going.forEach((part, i) => {
      part.sums = part.takeOut(coefficients[i]!);
      part.taken = true;
    });
  }
  return null;
}

/** Mean size of the values, of the first thousand where there are more. */
function someSize(values: Float64Array): number {
  const n = Math.min(values.length, 1000);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.abs(values[i]!);
  return sum / n;
}
