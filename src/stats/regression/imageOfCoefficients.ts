import {type LevelBlocks, together} from "./levelBlocks.js";

/** columns of coefficients that go side by side: value j of column c stands at 4 j + c */
export const width = 4;

/** g -> D'MD g, of each column */
export type Image = (g: Float64Array) => Float64Array;

/** By a pass over the rows, without a value a row. */
export function imageByRows(blocks: LevelBlocks): Image {
  const {starts, share, size} = blocks;
  const widest = share.reduce((most, _, level) => Math.max(most, starts[level + 1]! - starts[level]!), 0);
  const fitted = new Float64Array(width * widest);
  const kernel = blocks.others === 2 && !blocks.weights ? imageOfTwo : imageOfSome;
  return (g) => {
    const result = new Float64Array(width * size);
    for (let level = 0; level < share.length; level += together) kernel(blocks, level, {g, fitted, result});
    return result;
  };
}

function imageOfSome(
  {starts, share, others, at, weights}: LevelBlocks,
  first: number,
  {g, fitted, result}: Readonly<Record<"g" | "fitted" | "result", Float64Array>>
): void {
  const last = Math.min(first + together, share.length);
  const n = starts[share.length]!;
  for (let level = first; level < last; level++) {
    const from = starts[level]!;
    const to = starts[level + 1]!;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let k = from, p = 0; k < to; k++, p += width) {
      let j = width * at[k]!;
      let e = g[j]!;
      let f = g[j + 1]!;
      let h = g[j + 2]!;
      let i = g[j + 3]!;
      for (let of = n + k; of < others * n; of += n) {
        j = width * at[of]!;
        e += g[j]!;
        f += g[j + 1]!;
        h += g[j + 2]!;
        i += g[j + 3]!;
      }
      fitted[p] = e;
      fitted[p + 1] = f;
      fitted[p + 2] = h;
      fitted[p + 3] = i;
      const weight = weights ? weights[k]! : 1;
      a += weight * e;
      b += weight * f;
      c += weight * h;
      d += weight * i;
    }
    a *= share[level]!;
    b *= share[level]!;
    c *= share[level]!;
    d *= share[level]!;
    for (let k = from, p = 0; k < to; k++, p += width) {
      const weight = weights ? weights[k]! : 1;
      const e = weight * (fitted[p]! - a);
      const f = weight * (fitted[p + 1]! - b);
      const h = weight * (fitted[p + 2]! - c);
      const i = weight * (fitted[p + 3]! - d);
      for (let of = k; of < others * n; of += n) {
        const j = width * at[of]!;
        result[j]! += e;
        result[j + 1]! += f;
        result[j + 2]! += h;
        result[j + 3]! += i;
      }
    }
  }
}

function imageOfTwo(
  {starts, share, at}: LevelBlocks,
  first: number,
  {g, fitted, result}: Readonly<Record<"g" | "fitted" | "result", Float64Array>>
): void {
  const last = Math.min(first + together, share.length);
  const n = starts[share.length]!;
  for (let level = first; level < last; level++) {
    const from = starts[level]!;
    const to = starts[level + 1]!;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = from, p = 0; k < to; k++, p += width) {
      const j = width * at[k]!;
      const l = width * at[n + k]!;
      const e = g[j]! + g[l]!;
      const f = g[j + 1]! + g[l + 1]!;
      const h = g[j + 2]! + g[l + 2]!;
      const i = g[j + 3]! + g[l + 3]!;
      fitted[p] = e;
      fitted[p + 1] = f;
      fitted[p + 2] = h;
      fitted[p + 3] = i;
      a += e;
      b += f;
      c += h;
      d += i;
    }
    a *= share[level]!;
    b *= share[level]!;
    c *= share[level]!;
    d *= share[level]!;
    for (let k = from, p = 0; k < to; k++, p += width) {
      const j = width * at[k]!;
      const l = width * at[n + k]!;
      const e = fitted[p]! - a;
      const f = fitted[p + 1]! - b;
      const h = fitted[p + 2]! - c;
      const i = fitted[p + 3]! - d;
      result[j]! += e;
      result[j + 1]! += f;
      result[j + 2]! += h;
      result[j + 3]! += i;
      result[l]! += e;
      result[l + 1]! += f;
      result[l + 2]! += h;
      result[l + 3]! += i;
    }
  }
}

/** By D'MD itself, of which the lower half is read. */
export function imageByMatrix(matrix: Float64Array, size: number): Image {
  return (g) => {
    const result = new Float64Array(width * size);
    for (let i = 0; i < size; i++) imageOfRow(matrix.subarray(i * size, i * size + i + 1), g, result);
    return result;
  };
}

function imageOfRow(row: Float64Array, g: Float64Array, result: Float64Array): void {
  const own = width * (row.length - 1);
  const [p, q, r, s] = [g[own]!, g[own + 1]!, g[own + 2]!, g[own + 3]!];
  const value = row[row.length - 1]!;
  let [a, b, c, d] = [value * p, value * q, value * r, value * s];
  for (let j = 0, at = 0; at < own; j++, at += width) {
    const met = row[j]!;
    a += met * g[at]!;
    b += met * g[at + 1]!;
    c += met * g[at + 2]!;
    d += met * g[at + 3]!;
    result[at]! += met * p;
    result[at + 1]! += met * q;
    result[at + 2]! += met * r;
    result[at + 3]! += met * s;
  }
  result[own]! += a;
  result[own + 1]! += b;
  result[own + 2]! += c;
  result[own + 3]! += d;
}
