import type {LevelBlocks} from "./levelBlocks.js";

/**
 * D'MD of the other effects, row by row: its lower half, and what else comes of an effect with itself. A level's row of it
 * is made whole before the next's, so that the sums stay at hand however many levels there are.
 *
 * Source     Gustavson (1978), doi:10.1145/355791.355796
 */
export function withinProducts(blocks: LevelBlocks): Float64Array {
  const {others, size} = blocks;
  const matrix = new Float64Array(size ** 2);
  const times = timesOf(blocks);
  for (let effect = 0, first = 0; effect < others; effect++) {
    const {rows, owners, begins} = rowsByCode(blocks, effect, first, times);
    for (let at = 0; at < begins.length - 1; at++) {
      const sums = matrix.subarray((first + at) * size, (first + at + 1) * size);
      const [from, to] = [begins[at]!, begins[at + 1]!];
      addRows(blocks, sums, effect, {rows: rows.subarray(from, to), owners: owners.subarray(from, to), times});
    }
    first += begins.length - 1;
  }
  return matrix;
}

/** How many blocks each one stands for: itself and those with the same levels in the same order that follow, as in a balanced panel. */
function timesOf(blocks: LevelBlocks): Int32Array {
  const times = new Int32Array(blocks.share.length);
  for (let block = 0, one = 0; block < times.length; block++) {
    if (block === 0 || !isAlike(blocks, one, block)) one = block;
    times[one]! += 1;
  }
  return times;
}

function isAlike({starts, others, at, weights}: LevelBlocks, a: number, b: number): boolean {
  const [from, to] = [starts[a]!, starts[a + 1]!];
  const apart = starts[b]! - from;
  if (weights || starts[b + 1]! - starts[b]! !== to - from) return false;
  const n = at.length / others;
  for (let f = 0, of = 0; f < others; f++, of += n)
    for (let k = from; k < to; k++) if (at[of + k] !== at[of + k + apart]) return false;
  return true;
}

interface Rows {
  readonly rows: Int32Array;
  /** the block of each */
  readonly owners: Int32Array;
}

/** The rows of an effect's codes, one code's after the other's, of the blocks that stand for others. */
function rowsByCode(
  {starts, at, others}: LevelBlocks,
  effect: number,
  first: number,
  times: Int32Array
): Rows & {begins: Int32Array} {
  const of = (effect * at.length) / others;
  let [last, count] = [first - 1, 0];
  for (let block = 0; block < times.length; block++) {
    if (times[block] === 0) continue;
    for (let k = starts[block]!; k < starts[block + 1]!; k++) if (at[of + k]! > last) last = at[of + k]!;
    count += starts[block + 1]! - starts[block]!;
  }
  const begins = new Int32Array(last - first + 2);
  for (let block = 0; block < times.length; block++)
    if (times[block]! > 0)
      for (let k = starts[block]!; k < starts[block + 1]!; k++) begins[at[of + k]! - first + 1]! += 1;
  for (let code = 1; code < begins.length; code++) begins[code]! += begins[code - 1]!;
  const [rows, owners, places] = [new Int32Array(count), new Int32Array(count), begins.slice()];
  for (let block = 0; block < times.length; block++)
    if (times[block]! > 0)
      for (let k = starts[block]!; k < starts[block + 1]!; k++) {
        const place = places[at[of + k]! - first]!++;
        rows[place] = k;
        owners[place] = block;
      }
  return {rows, owners, begins};
}

/** Adds to a code's sums what its rows meet: themselves, less their block's share of it. */
function addRows(
  {starts, share, at, others, weights}: LevelBlocks,
  sums: Float64Array,
  effect: number,
  {rows, owners, times}: Rows & {readonly times: Int32Array}
): void {
  const n = at.length / others;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    const block = owners[r]!;
    const from = starts[block]!;
    const to = starts[block + 1]!;
    const own = times[block]! * (weights ? weights[row]! : 1);
    const part = own * share[block]!;
    for (let f = 0, of = 0; f <= effect; f++, of += n) {
      sums[at[of + row]!]! += own;
      if (weights) for (let k = from; k < to; k++) sums[at[of + k]!]! -= part * weights[k]!;
      else for (let k = from; k < to; k++) sums[at[of + k]!]! -= part;
    }
  }
}
