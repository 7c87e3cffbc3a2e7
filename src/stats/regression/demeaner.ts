/**
 * Columns less their projection on fixed effects.
 *
 * Model      x -> M (x - D g), M the demeaning by the effect of most levels, D the dummies of the others, g from
 *            (D'MD) g = D'M x, again and again with what rounding left: few levels by a factor of the matrix, many by
 *            conjugate gradients on their coefficients, each of whose steps passes over the rows once and writes none
 * Source     Guimaraes & Portugal (2010); Correia (2016), "A feasible estimator for linear models with multi-way fixed
 *            effects"
 */
import {closedOptions} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Codes} from "../formula/labelCodes.js";
import {coefficientsByFactor} from "./coefficientsByFactor.js";
import {coefficientsByGradients} from "./coefficientsByGradients.js";
import {greatestMean, levelBlocks, levelWeights, takeOut} from "./levelBlocks.js";

export interface DemeanOptions {
  readonly weights?: Float64Array | null;
  /** greatest remaining group mean, over the column's greatest value */
  readonly tolerance?: number;
  readonly rounds?: number;
}

const fewLevels = 600;
/** coefficients below this share of what is left of a column are rounding */
const negligible = 1e-14;

/** @throws {NotIdentified} on a column for which it does not converge */
export function demeaner(
  effects: readonly Codes[],
  {weights = null, tolerance = 1e-13, rounds = 5_000, ...others}: DemeanOptions = {}
): (column: Float64Array) => Float64Array {
  closedOptions("demeaner", others, ["weights", "tolerance", "rounds"]);
  const [many, ...few] = effects.toSorted((a, b) => b.levels - a.levels);
  if (!many) return (column) => Float64Array.from(column);
  const blocks = levelBlocks(many, few, weights);
  const {size, inOrder, asGiven} = blocks;
  /** a column's values in order, less their blocks' means; the column itself stays as it is */
  const begun = (column: Float64Array): {values: Float64Array; sums: Float64Array} => {
    const ordered = inOrder(column);
    const values = ordered === column ? new Float64Array(column.length) : ordered;
    return {values, sums: takeOut(blocks, ordered, null, {into: values})};
  };
  if (size <= fewLevels) {
    const solve = size > 0 ? coefficientsByFactor(blocks) : (sums: Float64Array) => sums;
    return (column) => {
      const {values, sums} = begun(column);
      const first = solve(sums);
      const second = solve(takeOut(blocks, values, first));
      if (!(greatestSize(second) <= negligible * someSize(values))) takeOut(blocks, values, second, {summed: false});
      return asGiven(values);
    };
  }
  const solve = coefficientsByGradients(blocks);
  const mass = levelWeights(blocks);
  return (column) => {
    const spread = greatestSize(column);
    const {values, sums: first} = begun(column);
    let [left, used] = [Infinity, 0];
    for (let sums = first; used < rounds;) {
      const before = left;
      left = greatestMean(sums, mass);
      // what no further step makes smaller is rounding
      if (left <= tolerance * spread || (left >= before / 2 && left <= 1e-9 * spread)) return asGiven(values);
      const {coefficients, steps} = solve(sums, {enough: tolerance * spread, rounds: rounds - used});
      used += steps;
      sums = takeOut(blocks, values, coefficients);
    }
    throw new NotIdentified(
      `not converged: the fixed effects ${effects.map(({name}) => name).join(" and ")} in ${rounds} rounds; drop one or merge its levels`,
      "not converged"
    );
  };
}

function greatestSize(values: Float64Array): number {
  let greatest = 0;
  for (let i = 0; i < values.length; i++) greatest = Math.max(greatest, Math.abs(values[i]!));
  return greatest;
}

/** Mean size of the values, of the first thousand where there are more. */
function someSize(values: Float64Array): number {
  const n = Math.min(values.length, 1000);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.abs(values[i]!);
  return sum / n;
}
