import type {LevelBlocks} from "./levelBlocks.js";

/** D'MD of the other effects, block by block: its lower half, and what else comes of an effect with itself. */
export function withinProducts(blocks: LevelBlocks): Float64Array {
  const {others, size, share} = blocks;
  const matrix = new Float64Array(size ** 2);
  const diagonal = new Float64Array(size);
  const times = timesOf(blocks);
  for (let level = 0; level < share.length; level += together)
    for (let effect = 0; effect < others; effect++) addBlocks(blocks, {level, effect, times}, matrix, diagonal);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) matrix[i * size + j]! += matrix[j * size + i]!;
    // two rows of one level in a block are a pair one way and the other
    matrix[i * size + i] = diagonal[i]! + 2 * matrix[i * size + i]!;
  }
  return matrix;
}

/** blocks a call, of which a pass takes many, so that the engine has the function fast before the first pass is over */
const together = 256;

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

interface Which {
  /** the first of the blocks */
  readonly level: number;
  readonly effect: number;
  readonly times: Int32Array;
}

/** Adds what each row's level of an effect meets: itself, less the block's share of it, by the levels of this effect and those before it. */
function addBlocks(
  {starts, share, at, size, weights}: LevelBlocks,
  {level: first, effect, times}: Which,
  matrix: Float64Array,
  diagonal: Float64Array
): void {
  const last = Math.min(first + together, share.length);
  const n = starts[share.length]!;
  const of = effect * n;
  for (let level = first; level < last; level++) {
    if (times[level] === 0) continue;
    const from = starts[level]!;
    const to = starts[level + 1]!;
    for (let row = from; row < to; row++) {
      const own = times[level]! * (weights ? weights[row]! : 1);
      const part = own * share[level]!;
      const code = at[of + row]!;
      const place = code * size;
      diagonal[code]! += own - part * (weights ? weights[row]! : 1);
      if (weights) for (let k = from; k < row; k++) matrix[place + at[of + k]!]! -= part * weights[k]!;
      else for (let k = from; k < row; k++) matrix[place + at[of + k]!]! -= part;
      for (let before = 0; before < of; before += n) {
        matrix[place + at[before + row]!]! += own;
        if (weights) for (let k = from; k < to; k++) matrix[place + at[before + k]!]! -= part * weights[k]!;
        else for (let k = from; k < to; k++) matrix[place + at[before + k]!]! -= part;
      }
    }
  }
}
