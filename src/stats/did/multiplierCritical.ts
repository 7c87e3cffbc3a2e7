import {dotProduct} from "../linalg/dotProduct.js";
import {takeRows} from "../linalg/takeRows.js";
import {together} from "./multiplierSigns.js";

/**
 * Critical value of a uniform band: the level's quantile of the greatest of several studentised sums when every cluster's
 * share is turned by a random sign (Rademacher multipliers). By a table of partial sums of eight clusters at a time, as
 * there are only so many ways to turn eight signs.
 *
 * Source     Callaway & Sant'Anna (2021), algorithm 1, doi:10.1016/j.jeconom.2020.12.001
 * @param sums   by estimate, the sum of each cluster's influences
 * @param signs  of multiplierSigns for as many clusters and draws
 * @returns      null where no estimate varies
 */
export function multiplierCritical(
  sums: readonly Float64Array[],
  {draws, level, signs}: {draws: number; level: number; signs: Uint8Array}
): number | null {
  const known = sums.flatMap((row) => {
    const length = Math.sqrt(dotProduct(row));
    return length > 0 ? [row.map((value) => value / length)] : [];
  });
  const [first] = known;
  if (!first) return null;
  const order = orderOf(known, first.length);
  const greatest = new Float64Array(draws);
  for (const row of known) {
    const turned = turnedSums(takeRows(row, order), signs, draws);
    for (let draw = 0; draw < draws; draw++) greatest[draw] = Math.max(greatest[draw]!, Math.abs(turned[draw]!));
  }
  greatest.sort();
  return greatest[Math.min(draws - 1, Math.ceil(level * draws) - 1)]!;
}

/** Of each draw, the sum of the values so turned: a block at a time, so that its table stays at hand for all draws. */
function turnedSums(values: Float64Array, signs: Uint8Array, draws: number): Float64Array {
  const sums = [new Float64Array(draws), new Float64Array(draws)] as const;
  const table = new Float64Array(1 << together);
  for (let block = 0; block * together < values.length; block++) {
    fillTable(table, values, block * together);
    addLookedUp(sums[block & 1]!, table, signs, block * draws);
  }
  return sums[0].map((even, draw) => even + sums[1][draw]!);
}

/** By the bits of its signs, the sum of a block's values so turned. */
function fillTable(table: Float64Array, values: Float64Array, start: number): void {
  table[0] = 0;
  for (const value of values.subarray(start, start + together)) table[0] -= value;
  for (let bits = 1; bits < table.length; bits++) {
    const lowest = 31 - Math.clz32(bits & -bits);
    table[bits] = table[bits & (bits - 1)]! + 2 * (values[start + lowest] ?? 0);
  }
}

function addLookedUp(sums: Float64Array, table: Float64Array, signs: Uint8Array, from: number): void {
  for (let draw = 0; draw < sums.length; draw++) sums[draw]! += table[signs[from + draw]!]!;
}

/** Clusters by their influences, so that which of them draws which sign depends neither on rows nor on labels. */
function orderOf(rows: readonly Float64Array[], clusters: number): Int32Array {
  return Int32Array.from({length: clusters}, (_, place) => place).toSorted((a, b) => {
    for (const row of rows) {
      const apart = row[a]! - row[b]!;
      if (Math.abs(apart) > 1e-9) return apart;
    }
    return 0;
  });
}
