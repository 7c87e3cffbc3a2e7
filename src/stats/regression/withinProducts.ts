import type {LevelBlocks} from "./levelBlocks.js";

/** D'MD of the other effects, row by row, its lower half. */
export function withinProducts(blocks: LevelBlocks): Float64Array {
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
      const row = i * size;
      const share = (times * mass[i]!) / total;
      for (let b = 0; b <= a; b++) {
        const j = seen[b]!;
        if (i >= j) matrix[row + j]! -= share * mass[j]!;
        else matrix[j * size + i]! -= share * mass[j]!;
      }
    }
    for (let a = 0; a < count; a++) mass[seen[a]!] = 0;
  };
}
