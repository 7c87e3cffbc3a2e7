import {dotProduct} from "../linalg/dotProduct.js";
import type {LevelBlocks} from "./levelBlocks.js";
import {withinProducts} from "./withinProducts.js";

/** values of a matrix of coefficients, for each row, up to which its products are sooner made from it than from the rows */
const worthwhile = 8;
/** steps without two further digits after which the coefficients go back to where they were best */
const patience = 1_000;

/**
 * Solves (D'MD) g = b by conjugate gradients, each coefficient scaled by its diagonal element, until the residual has
 * shrunk by ten digits or the levels' means are as small as asked for.
 */
export function coefficientsByGradients(blocks: LevelBlocks) {
  const {size} = blocks;
  const rows = blocks.starts.at(-1)!;
  const {image, diagonal} = size ** 2 <= worthwhile * rows ? byMatrix(withinProducts(blocks), size) : byRows(blocks);
  const scale = reciprocals(diagonal);
  return (b: Float64Array, {enough, rounds}: {readonly enough: number; readonly rounds: number}) => {
    const coefficients = new Float64Array(size);
    const kept = new Float64Array(size);
    const residual = b.slice();
    const scaled = residual.map((value, j) => value * scale[j]!);
    const direction = scaled.slice();
    let length = dotProduct(residual, scaled);
    const close = Math.max(1e-20 * length, (enough ** 2 * rows) / size);
    let [best, since, steps] = [length, 0, 1];
    for (; steps < rounds && length > close; steps++) {
      const along = image(direction);
      const curve = dotProduct(direction, along);
      if (!(curve > 0)) break;
      const step = length / curve;
      for (let j = 0; j < size; j++) {
        coefficients[j]! += step * direction[j]!;
        residual[j]! -= step * along[j]!;
        scaled[j] = residual[j]! * scale[j]!;
      }
      const next = dotProduct(residual, scaled);
      const turn = next / length;
      length = next;
      since += 1;
      if (next < best / 100) {
        kept.set(coefficients);
        [best, since] = [next, 0];
      } else if (since > patience) {
        coefficients.set(kept);
        break;
      }
      for (let j = 0; j < size; j++) direction[j] = scaled[j]! + turn * direction[j]!;
    }
    return {coefficients, steps};
  };
}

interface Products {
  /** g -> D'MD g */
  readonly image: (g: Float64Array) => Float64Array;
  readonly diagonal: Float64Array;
}

function byRows(blocks: LevelBlocks): Products {
  return {image: imageOf(blocks), diagonal: diagonalOf(blocks)};
}

/** By D'MD itself, of which the lower half is kept. */
function byMatrix(matrix: Float64Array, size: number): Products {
  const image = (g: Float64Array): Float64Array => {
    const result = new Float64Array(size);
    for (let i = 0, row = 0; i < size; i++, row += size) {
      const own = g[i]!;
      let sum = matrix[row + i]! * own;
      for (let j = 0; j < i; j++) {
        const value = matrix[row + j]!;
        sum += value * g[j]!;
        result[j]! += value * own;
      }
      result[i]! += sum;
    }
    return result;
  };
  return {image, diagonal: Float64Array.from({length: size}, (_, i) => matrix[i * size + i]!)};
}

/** The diagonal of D'MD. */
function diagonalOf({starts, share, others, size, at, weights}: LevelBlocks): Float64Array {
  const result = new Float64Array(size);
  const mass = new Float64Array(size);
  const n = starts.at(-1)!;
  for (let level = 0; level < share.length; level++) {
    const [from, to] = [starts[level]!, starts[level + 1]!];
    for (let f = 0, of = 0; f < others; f++, of += n) {
      for (let k = from; k < to; k++) mass[at[of + k]!]! += weights ? weights[k]! : 1;
      for (let k = from; k < to; k++) {
        const own = mass[at[of + k]!]!;
        result[at[of + k]!]! += own - own * own * share[level]!;
        mass[at[of + k]!] = 0;
      }
    }
  }
  return result;
}

/** One over each, 0 for what the blocks determine. */
function reciprocals(values: Float64Array): Float64Array {
  const scale = values.reduce((most, value) => Math.max(most, value), 0);
  return values.map((value) => (value > 1e-12 * scale ? 1 / value : 0));
}

/** g -> D'MD g, without a value a row. */
function imageOf({starts, share, others, size, at, weights}: LevelBlocks): (g: Float64Array) => Float64Array {
  const widest = share.reduce((most, _, level) => Math.max(most, starts[level + 1]! - starts[level]!), 0);
  const fitted = new Float64Array(widest);
  const n = starts.at(-1)!;
  return (g) => {
    const result = new Float64Array(size);
    for (let level = 0; level < share.length; level++) {
      const [from, to] = [starts[level]!, starts[level + 1]!];
      for (let k = from; k < to; k++) fitted[k - from] = g[at[k]!]!;
      for (let f = 1, of = n; f < others; f++, of += n)
        for (let k = from; k < to; k++) fitted[k - from]! += g[at[of + k]!]!;
      let total = 0;
      if (weights) for (let k = from; k < to; k++) total += weights[k]! * fitted[k - from]!;
      else for (let k = from; k < to; k++) total += fitted[k - from]!;
      const mean = total * share[level]!;
      for (let k = from; k < to; k++) fitted[k - from] = (fitted[k - from]! - mean) * (weights ? weights[k]! : 1);
      for (let f = 0, of = 0; f < others; f++, of += n)
        for (let k = from; k < to; k++) result[at[of + k]!]! += fitted[k - from]!;
    }
    return result;
  };
}
