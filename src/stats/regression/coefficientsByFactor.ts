import type {LevelBlocks} from "./levelBlocks.js";
import {withinProducts} from "./withinProducts.js";

/** Solves with D'MD, into an array of its own or the one that is given; a level that can be told from those before it is set to nought. */
export function coefficientsByFactor(blocks: LevelBlocks): (b: Float64Array, x?: Float64Array) => Float64Array {
  const {size} = blocks;
  const matrix = withinProducts(blocks);
  const pivots = factorise(matrix, size);
  return (b, x = new Float64Array(size)) => {
    x.set(b);
    for (let i = 0; i < size; i++) for (let k = 0; k < i; k++) x[i]! -= matrix[i * size + k]! * x[k]!;
    for (let i = 0; i < size; i++) x[i] = pivots[i] === 0 ? 0 : x[i]! / pivots[i]!;
    for (let i = size - 1; i >= 0; i--) {
      for (let k = i + 1; k < size; k++) x[i]! -= matrix[k * size + i]! * x[k]!;
      if (pivots[i] === 0) x[i] = 0;
    }
    return x;
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
