import {dotProduct} from "../linalg/dotProduct.js";
import {takeRows} from "../linalg/takeRows.js";
import {together} from "./multiplierSigns.js";

const size = 1 << together;

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

/** Of each draw, the sum of the values so turned: four blocks at a time, so that their tables stay at hand for all draws. */
function turnedSums(values: Float64Array, signs: Uint8Array, draws: number): Float64Array {
  const sums = new Float64Array(draws);
  const table = new Float64Array(4 * size);
  const blocks = Math.ceil(values.length / together);
  for (let block = 0; block < blocks; block += 4) {
    const own = Math.min(4, blocks - block);
    if (values.subarray(block * together, (block + own) * together).every((value) => value === 0)) continue;
    for (let k = 0; k < own; k++) fillTable(table, k * size, values, (block + k) * together);
    const picked = signs.subarray(block * draws, (block + own) * draws);
    if (own === 4) addFour(sums, table, picked);
    else for (let k = 0; k < own; k++) addOne(sums, table.subarray(k * size), picked.subarray(k * draws));
  }
  return sums;
}

/** By the bits of its signs, the sum of a block's values so turned. */
function fillTable(table: Float64Array, from: number, values: Float64Array, start: number): void {
  let none = 0;
  for (let k = start, end = Math.min(start + together, values.length); k < end; k++) none -= values[k]!;
  table[from] = none;
  for (let k = 0, reach = 1; k < together; k++, reach *= 2) {
    const turn = 2 * (values[start + k] ?? 0);
    for (let bits = 0; bits < reach; bits++) table[from + reach + bits] = table[from + bits]! + turn;
  }
}

function addFour(sums: Float64Array, table: Float64Array, signs: Uint8Array): void {
  const draws = sums.length;
  for (let draw = 0, b = draws, c = 2 * draws, d = 3 * draws; draw < draws; draw++, b++, c++, d++)
    sums[draw]! +=
      table[signs[draw]!]! + table[size + signs[b]!]! + (table[2 * size + signs[c]!]! + table[3 * size + signs[d]!]!);
}

function addOne(sums: Float64Array, table: Float64Array, signs: Uint8Array): void {
  for (let draw = 0; draw < sums.length; draw++) sums[draw]! += table[signs[draw]!]!;
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
