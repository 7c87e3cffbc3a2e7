import type {LevelBlocks} from "./levelBlocks.js";

/** Solves with D'MD; a level that can be told from those before it is set to nought. */
export function coefficientsByFactor(blocks: LevelBlocks): (b: Float64Array) => Float64Array {
  const {size} = blocks;
  const matrix = withinProducts(blocks);
  const pivots = factorise(matrix, size);
  return (b) => {
    const x = Float64Array.from(b);
    for (let i = 0; i < size; i++) for (let k = 0; k < i; k++) x[i]! -= matrix[i * size + k]! * x[k]!;
    for (let i = 0; i < size; i++) x[i] = pivots[i] === 0 ? 0 : x[i]! / pivots[i]!;
    for (let i = size - 1; i >= 0; i--) {
      for (let k = i + 1; k < size; k++) x[i]! -= matrix[k * size + i]! * x[k]!;
      if (pivots[i] === 0) x[i] = 0;
    }
    return x;
  };
}

/** D'MD, its lower half */
function withinProducts(blocks: LevelBlocks): Float64Array {
  const matrix = new Float64Array(blocks.size ** 2);
  const add = addLevel(blocks, matrix);
  const levels = blocks.share.length;
  for (let level = 0, next = 1; level < levels; level = next++) {
    while (next < levels && isAlike(blocks, level, next)) next++;
    add(level, next - level);
  }
  return matrix;
}

/** Whether two levels' rows have the same levels of the other effects in the same order, as in a balanced panel. */
function isAlike({starts, others, at, weights}: LevelBlocks, a: number, b: number): boolean {
  const apart = starts[b]! - starts[a]!;
  if (weights || starts[b + 1]! - starts[b]! !== starts[a + 1]! - starts[a]!) return false;
  const n = starts.at(-1)!;
  for (let f = 0, of = 0; f < others; f++, of += n)
    for (let k = starts[a]!; k < starts[a + 1]!; k++) if (at[of + k] !== at[of + k + apart]) return false;
  return true;
}

/** Adds what a level's rows, and so many levels' like it, give. */
function addLevel({starts, others, size, at, weights}: LevelBlocks, matrix: Float64Array) {
  const mass = new Float64Array(size);
  const n = starts.at(-1)!;
  const seen = new Int32Array(size);
  return (level: number, times: number): void => {
    let [count, total] = [0, 0];
    for (let k = starts[level]!; k < starts[level + 1]!; k++) {
      const weight = weights ? weights[k]! : 1;
      total += weight;
      for (let f = k; f < others * n; f += n) {
        const code = at[f]!;
        if (mass[code] === 0) seen[count++] = code;
        mass[code]! += weight;
        for (let other = k; other < others * n; other += n) matrix[code * size + at[other]!]! += times * weight;
      }
    }
    for (let a = 0; a < count; a++) {
      const i = seen[a]!;
      const share = (times * mass[i]!) / total;
      for (let b = 0; b <= a; b++) {
        const j = seen[b]!;
        matrix[i >= j ? i * size + j : j * size + i]! -= share * mass[j]!;
      }
    }
    for (let a = 0; a < count; a++) mass[seen[a]!] = 0;
  };
}

/** L D L' in place; the pivots D. */
function factorise(matrix: Float64Array, size: number): Float64Array {
  const pivots = new Float64Array(size);
  const scale = matrix.reduce((most, value) => Math.max(most, value), 0);
  for (let j = 0; j < size; j++) {
    let pivot = matrix[j * size + j]!;
    for (let k = 0; k < j; k++) pivot -= matrix[j * size + k]! ** 2 * pivots[k]!;
    pivots[j] = pivot > 1e-10 * scale ? pivot : 0;
    for (let i = j + 1; i < size; i++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]! * pivots[k]!;
      matrix[i * size + j] = pivots[j] === 0 ? 0 : sum / pivots[j]!;
    }
  }
  return pivots;
}
