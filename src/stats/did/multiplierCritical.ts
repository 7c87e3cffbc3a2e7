import {dotProduct} from "../linalg/dotProduct.js";
import {takeRows} from "../linalg/takeRows.js";
import {random} from "../random.js";

/** clusters whose signs are looked up together */
const together = 8;

/**
 * Critical value of a uniform band: the level's quantile of the greatest of several studentised sums when every cluster's
 * share is turned by a random sign (Rademacher multipliers). By a table of partial sums of eight clusters at a time, as
 * there are only so many ways to turn eight signs.
 *
 * Source     Callaway & Sant'Anna (2021), algorithm 1, doi:10.1016/j.jeconom.2020.12.001
 * @param sums  by estimate, the sum of each cluster's influences
 * @returns     null where no estimate varies
 */
export function multiplierCritical(
  sums: readonly Float64Array[],
  {draws, seed, level}: {draws: number; seed: number; level: number}
): number | null {
  const known = sums.flatMap((row) => {
    const length = Math.sqrt(dotProduct(row));
    return length > 0 ? [row.map((value) => value / length)] : [];
  });
  const [first] = known;
  if (!first) return null;
  const order = orderOf(known, first.length);
  const blocks = Math.ceil(first.length / together);
  const tables = known.map((row) => signTable(takeRows(row, order), blocks));
  const stream = random(seed).stream("multipliers");
  const signs = new Uint8Array(blocks);
  const greatest = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    signs.fill(0);
    for (let i = 0; i < first.length; i++) signs[i >> 3]! |= (stream.uint32() & 1) << (i & 7);
    for (const table of tables) greatest[draw] = Math.max(greatest[draw]!, Math.abs(lookUp(table, signs)));
  }
  greatest.sort();
  return greatest[Math.min(draws - 1, Math.ceil(level * draws) - 1)]!;
}

/** By block and by the bits of its signs, the sum of its values so turned. */
function signTable(values: Float64Array, blocks: number): Float64Array {
  const ways = 1 << together;
  const table = new Float64Array(blocks * ways);
  for (let block = 0; block < blocks; block++) {
    const [start, own] = [block * together, table.subarray(block * ways, (block + 1) * ways)];
    for (const value of values.subarray(start, start + together)) own[0]! -= value;
    for (let bits = 1; bits < ways; bits++) {
      const lowest = 31 - Math.clz32(bits & -bits);
      own[bits] = own[bits & (bits - 1)]! + 2 * (values[start + lowest] ?? 0);
    }
  }
  return table;
}

function lookUp(table: Float64Array, signs: Uint8Array): number {
  let [even, odd] = [0, 0];
  const pairs = signs.length & ~1;
  for (let i = 0; i < pairs; i += 2) {
    even += table[(i << together) | signs[i]!]!;
    odd += table[((i + 1) << together) | signs[i + 1]!]!;
  }
  return even + odd + (pairs < signs.length ? table[(pairs << together) | signs[pairs]!]! : 0);
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
