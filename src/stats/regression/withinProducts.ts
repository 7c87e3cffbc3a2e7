import type {LevelBlocks} from "./levelBlocks.js";

/**
 * D'MD of the other effects, row by row: its lower half, and what else comes of an effect with itself. A level's row of it
 * is made whole before the next's, so that the sums stay at hand however many levels there are.
 *
 * Source     Gustavson (1978), doi:10.1145/355791.355796
 */
export function withinProducts(blocks: LevelBlocks): Float64Array {
  const {others, size, at, starts} = blocks;
  const n = starts.at(-1)!;
  const matrix = new Float64Array(size ** 2);
  const alike = alikeBlocks(blocks);
  for (let effect = 0, first = 0; effect < others; effect++) {
    const {rows, begins} = rowsByCode(at.subarray(effect * n, (effect + 1) * n), first, alike.blockOf);
    for (let code = first; code < first + begins.length - 1; code++) {
      const own = rows.subarray(begins[code - first]!, begins[code - first + 1]!);
      addRows(blocks, matrix.subarray(code * size, (code + 1) * size), own, effect, alike);
    }
    first += begins.length - 1;
  }
  return matrix;
}

interface AlikeBlocks {
  /** of each row; -1 where another block with the same levels in the same order stands for it, as in a balanced panel */
  readonly blockOf: Int32Array;
  /** blocks that each one stands for */
  readonly times: Int32Array;
}

function alikeBlocks(blocks: LevelBlocks): AlikeBlocks {
  const {starts, share} = blocks;
  const blockOf = new Int32Array(starts.at(-1)!);
  const times = new Int32Array(share.length);
  for (let block = 0, one = 0; block < share.length; block++) {
    const same = block > 0 && isAlike(blocks, one, block);
    if (!same) one = block;
    times[one]! += 1;
    blockOf.fill(same ? -1 : block, starts[block], starts[block + 1]);
  }
  return {blockOf, times};
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

/** The rows of an effect's codes, one code's after the other's, without those of blocks that others stand for. */
function rowsByCode(codes: Int32Array, first: number, blockOf: Int32Array): {rows: Int32Array; begins: Int32Array} {
  let last = first - 1;
  for (let k = 0; k < codes.length; k++) if (codes[k]! > last) last = codes[k]!;
  const begins = new Int32Array(last - first + 2);
  for (let k = 0; k < codes.length; k++) if (blockOf[k]! >= 0) begins[codes[k]! - first + 1]! += 1;
  for (let code = 1; code < begins.length; code++) begins[code]! += begins[code - 1]!;
  const rows = new Int32Array(begins.at(-1)!);
  const place = begins.slice();
  for (let k = 0; k < codes.length; k++) if (blockOf[k]! >= 0) rows[place[codes[k]! - first]!++] = k;
  return {rows, begins};
}

/** Adds to a code's sums what its rows meet: themselves, less their block's share of it. */
function addRows(
  {starts, share, at, others, weights}: LevelBlocks,
  sums: Float64Array,
  rows: Int32Array,
  effect: number,
  {blockOf, times}: AlikeBlocks
): void {
  const n = at.length / others;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    const block = blockOf[row]!;
    const [from, to] = [starts[block]!, starts[block + 1]!];
    const own = times[block]! * (weights ? weights[row]! : 1);
    const part = own * share[block]!;
    for (let f = 0, of = 0; f <= effect; f++, of += n) {
      sums[at[of + row]!]! += own;
      if (weights) for (let k = from; k < to; k++) sums[at[of + k]!]! -= part * weights[k]!;
      else for (let k = from; k < to; k++) sums[at[of + k]!]! -= part;
    }
  }
}
