/**
 * The penalised least-squares problem of a linear mixed model, solved anew for each relative covariance factor.
 *
 * Model      min |y - Z L u - Q g|^2 + |u|^2; the term with most effects is eliminated level by level, since its rows
 *            touch one level each; what remains of the others, the fixed part and y is one small dense matrix
 * Source     Bates, Machler, Bolker & Walker (2015), doi:10.18637/jss.v067.i01, section 3
 */
import {InvalidArgument} from "../errors/invalidArgument.js";
import {cholesky} from "../linalg/cholesky.js";
import type {MixedDesign, RandomDesign} from "./mixedDesign.js";

export interface PenalisedSolution {
  /** log determinant of L'Z'ZL + I */
  readonly logDet: number;
  /** and of the fixed part, given the random one */
  readonly logDetFixed: number;
  /** penalised residual sum of squares */
  readonly rss: number;
  /** factor of the remaining matrix, size by size */
  readonly factor: Float64Array;
  readonly size: number;
  /** dense effects before the fixed part */
  readonly dense: number;
  /** of the eliminated term, level by level: its factor, its rows against the columns named in `columns` */
  readonly own: readonly Float64Array[];
  readonly rows: readonly Float64Array[];
}

export interface PenalisedProblem {
  /** columns that a level of the eliminated term touches */
  readonly columns: readonly Int32Array[];
  /** where each other term's effects start */
  readonly offsets: readonly number[];
  solve(factors: readonly Float64Array[]): PenalisedSolution | null;
}

/** Factors are one lower triangle a term, by rows: 1, 3, 6 ... values. */
export function penalisedLeastSquares({n, q, y, random}: MixedDesign): PenalisedProblem {
  const [first, ...others] = random;
  if (!first) throw new InvalidArgument("invalid design; no random term");
  const offsets: number[] = [];
  let dense = 0;
  for (const {codes, z} of others) {
    offsets.push(dense);
    dense += codes.levels * z.length;
  }
  const size = dense + q.length + 1;
  const tail = [...q, y];
  const {gram, columns, against} = eliminated(first, others, offsets, dense, tail);
  const whole = crossProducts(n, others, offsets, dense, size, tail);
  const width = first.z.length;

  function solve(factors: readonly Float64Array[]): PenalisedSolution | null {
    const [ownFactor, ...rest] = factors.map((factor, i) => square(factor, random[i]!.z.length));
    const matrix = Float64Array.from(whole);
    others.forEach(({codes, z}, i) => {
      const [from, to] = [offsets[i]!, offsets[i]! + codes.levels * z.length];
      for (let row = 0; row < size; row++)
        for (let at = from; at < to; at += z.length) turn(matrix, row * size + at, 1, rest[i]!, z.length);
      for (let at = from; at < to; at += z.length) turnRows(matrix, at, size, rest[i]!, z.length);
    });
    for (let i = 0; i < dense; i++) matrix[i * size + i]! += 1;
    const own: Float64Array[] = [];
    const rows: Float64Array[] = [];
    let logDet = 0;
    for (let level = 0; level < first!.codes.levels; level++) {
      const small = smallMatrix(gram, level, ownFactor!, width);
      if (!cholesky(small, width)) return null;
      for (let k = 0; k < width; k++) logDet += 2 * Math.log(small[k * width + k]!);
      const touched = columns[level]!;
      const block = Float64Array.from(against[level]!);
      for (let c = 0; c < touched.length; c++) turn(block, c, touched.length, ownFactor!, width);
      others.forEach(({codes, z}, i) => {
        const [from, to] = [offsets[i]!, offsets[i]! + codes.levels * z.length];
        for (let c = 0; c < touched.length; c++) {
          if (touched[c]! < from || touched[c]! >= to || (touched[c]! - from) % z.length !== 0) continue;
          for (let k = 0; k < width; k++) turn(block, k * touched.length + c, 1, rest[i]!, z.length);
        }
      });
      for (let k = 0; k < width; k++) {
        for (let c = 0; c < touched.length; c++) {
          let sum = block[k * touched.length + c]!;
          for (let j = 0; j < k; j++) sum -= small[k * width + j]! * block[j * touched.length + c]!;
          block[k * touched.length + c] = sum / small[k * width + k]!;
        }
        for (let a = 0; a < touched.length; a++) {
          const value = block[k * touched.length + a]!;
          if (value === 0) continue;
          const row = touched[a]! * size;
          for (let b = 0; b <= a; b++) matrix[row + touched[b]!]! -= value * block[k * touched.length + b]!;
        }
      }
      own.push(small);
      rows.push(block);
    }
    if (!cholesky(matrix, size, size - 1)) return null;
    const rss = matrix[size * size - 1]!;
    if (!(rss > 0)) return null;
    let logDetFixed = 0;
    for (let i = 0; i < size - 1; i++) {
      const value = 2 * Math.log(matrix[i * size + i]!);
      if (i < dense) logDet += value;
      else logDetFixed += value;
    }
    return {logDet, logDetFixed, rss, factor: matrix, size, dense, own, rows};
  }
  return {columns, offsets, solve};
}

/** values (v_0 .. v_p-1) L for a lower triangle L, in place: v_c becomes sum over k >= c of v_k L_kc. */
function turn(values: Float64Array, at: number, stride: number, factor: Float64Array, width: number): void {
  for (let c = 0; c < width; c++) {
    let sum = 0;
    for (let k = c; k < width; k++) sum += values[at + k * stride]! * factor[k * width + c]!;
    values[at + c * stride] = sum;
  }
}

/** The same for whole rows of a square matrix. */
function turnRows(matrix: Float64Array, at: number, size: number, factor: Float64Array, width: number): void {
  for (let c = 0; c < width; c++) {
    const row = (at + c) * size;
    const own = factor[c * width + c]!;
    for (let column = 0; column < size; column++) matrix[row + column]! *= own;
    for (let k = c + 1; k < width; k++) {
      const [other, share] = [(at + k) * size, factor[k * width + c]!];
      for (let column = 0; column < size; column++) matrix[row + column]! += share * matrix[other + column]!;
    }
  }
}

function square(factor: Float64Array, width: number): Float64Array {
  const result = new Float64Array(width * width);
  for (let i = 0, place = 0; i < width; i++) for (let j = 0; j <= i; j++) result[i * width + j] = factor[place++]!;
  return result;
}

function smallMatrix(gram: Float64Array, level: number, factor: Float64Array, width: number): Float64Array {
  const result = gram.slice(level * width * width, (level + 1) * width * width);
  for (let i = 0; i < width; i++) turn(result, i * width, 1, factor, width);
  for (let j = 0; j < width; j++) turn(result, j, width, factor, width);
  for (let i = 0; i < width; i++) result[i * width + i]! += 1;
  return result;
}

function eliminated(
  {codes, z}: RandomDesign,
  others: readonly RandomDesign[],
  offsets: readonly number[],
  dense: number,
  tail: readonly Float64Array[]
): {gram: Float64Array; columns: Int32Array[]; against: Float64Array[]} {
  const width = z.length;
  const members: number[][] = Array.from({length: codes.levels}, () => []);
  codes.codes.forEach((code, row) => members[code]!.push(row));
  const gram = new Float64Array(codes.levels * width * width);
  const columns: Int32Array[] = [];
  const against: Float64Array[] = [];
  members.forEach((rows, level) => {
    const touched = new Set<number>();
    for (const row of rows)
      others.forEach((other, i) => {
        const at = offsets[i]! + other.codes.codes[row]! * other.z.length;
        for (let k = 0; k < other.z.length; k++) touched.add(at + k);
      });
    const sorted = Int32Array.from(touched).toSorted();
    const list = Int32Array.from(
      {length: sorted.length + tail.length},
      (_, c) => sorted[c] ?? dense + c - sorted.length
    );
    const place = new Map(Array.from(sorted, (column, c) => [column, c]));
    const block = new Float64Array(width * list.length);
    for (const row of rows)
      for (let k = 0; k < width; k++) {
        const value = z[k]![row]!;
        for (let j = 0; j < width; j++) gram[(level * width + k) * width + j]! += value * z[j]![row]!;
        others.forEach((other, i) => {
          const at = offsets[i]! + other.codes.codes[row]! * other.z.length;
          for (let c = 0; c < other.z.length; c++)
            block[k * list.length + place.get(at + c)!]! += value * other.z[c]![row]!;
        });
        tail.forEach((column, c) => (block[k * list.length + sorted.length + c]! += value * column[row]!));
      }
    columns.push(list);
    against.push(block);
  });
  return {gram, columns, against};
}

function crossProducts(
  n: number,
  others: readonly RandomDesign[],
  offsets: readonly number[],
  dense: number,
  size: number,
  tail: readonly Float64Array[]
): Float64Array {
  const result = new Float64Array(size * size);
  const at: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < n; row++) {
    at.length = 0;
    values.length = 0;
    others.forEach(({codes, z}, i) => {
      z.forEach((column, k) => {
        at.push(offsets[i]! + codes.codes[row]! * z.length + k);
        values.push(column[row]!);
      });
    });
    tail.forEach((column, c) => {
      at.push(dense + c);
      values.push(column[row]!);
    });
    for (let a = 0; a < at.length; a++)
      for (let b = 0; b < at.length; b++) result[at[a]! * size + at[b]!]! += values[a]! * values[b]!;
  }
  return result;
}
