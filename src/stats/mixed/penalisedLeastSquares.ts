/**
 * The penalised least-squares problem of a linear mixed model, solved anew for each relative covariance factor.
 *
 * Model      min |y - Z L u - Q g|^2 + |u|^2; the term with most effects is eliminated level by level, since its rows
 *            touch one level each; what remains of the others, the fixed part and y is one matrix, of which as much is
 *            filled as effects that meet in a level stand apart in it
 * Source     Bates, Machler, Bolker & Walker (2015), doi:10.18637/jss.v067.i01, section 3
 */
import {InvalidArgument} from "../errors/invalidArgument.js";
import {cholesky} from "../linalg/cholesky.js";
import {type Envelope, square} from "../linalg/envelope.js";
import {type DenseEffects, denseEffects} from "./denseEffects.js";
import {turnEnvelope, turnRow, turnSymmetric} from "./turnFactor.js";
import type {MixedDesign, RandomDesign} from "./mixedDesign.js";

export interface PenalisedSolution {
  /** log determinant of L'Z'ZL + I */
  readonly logDet: number;
  /** and of the fixed part, given the random one */
  readonly logDetFixed: number;
  /** penalised residual sum of squares */
  readonly rss: number;
  /** factor of the remaining matrix, kept as the problem says */
  readonly factor: Float64Array;
  /** of the eliminated term, level by level: its factor, its rows against the columns named in `columns` */
  readonly own: readonly Float64Array[];
  readonly rows: readonly Float64Array[];
}

export interface PenalisedProblem {
  /** columns that a level of the eliminated term touches */
  readonly columns: readonly Int32Array[];
  /** where the effects of each other term's levels begin */
  readonly places: readonly Int32Array[];
  /** of the remaining matrix */
  readonly kept: Envelope;
  /** effects before its fixed part */
  readonly dense: number;
  solve(factors: readonly Float64Array[]): PenalisedSolution | null;
}

/** Factors are one lower triangle a term, by rows: 1, 3, 6 ... values. */
export function penalisedLeastSquares({n, q, y, random}: MixedDesign): PenalisedProblem {
  const [first, ...others] = random;
  if (!first) throw new InvalidArgument("invalid design; no random term");
  const tail = [...q, y];
  const effects = denseEffects(first.codes, others, tail.length);
  const {dense, places, kept, termAt, startAt} = effects;
  const {gram, columns, against} = eliminated(first, others, effects, tail);
  const whole = crossProducts(n, others, effects, tail);
  const width = first.z.length;
  const level = square(width);

  /** Takes off the matrix what a level of the eliminated term accounts for; null where it is not positive. */
  function takeLevel(
    matrix: Float64Array,
    at: number,
    ownFactor: Float64Array,
    rest: readonly Float64Array[]
  ): {small: Float64Array; block: Float64Array} | null {
    const small = gram.slice(at * width * width, (at + 1) * width * width);
    turnSymmetric(small, ownFactor, width);
    for (let i = 0; i < width; i++) small[i * width + i]! += 1;
    if (!cholesky(small, level)) return null;
    const touched = columns[at]!;
    const length = touched.length;
    const block = Float64Array.from(against[at]!);
    for (let c = 0; c < length; c++) turnRow(block, c, length, ownFactor, width);
    for (let c = 0; c < length && touched[c]! < dense; c++) {
      const effect = touched[c]!;
      const term = termAt[effect]!;
      if (startAt[effect] !== effect) continue;
      for (let k = 0; k < width; k++) turnRow(block, k * length + c, 1, rest[term]!, others[term]!.z.length);
    }
    for (let k = 0; k < width; k++) {
      for (let c = 0; c < length; c++) {
        let sum = block[k * length + c]!;
        for (let j = 0; j < k; j++) sum -= small[k * width + j]! * block[j * length + c]!;
        block[k * length + c] = sum / small[k * width + k]!;
      }
      for (let a = 0; a < length; a++) {
        const value = block[k * length + a]!;
        if (value === 0) continue;
        const row = kept.rows[touched[a]!]!;
        for (let b = 0; b <= a; b++) matrix[row + touched[b]!]! -= value * block[k * length + b]!;
      }
    }
    return {small, block};
  }

  function solve(factors: readonly Float64Array[]): PenalisedSolution | null {
    const [ownFactor, ...rest] = factors.map((factor, i) => squared(factor, random[i]!.z.length));
    const matrix = whole.slice();
    turnEnvelope(
      matrix,
      effects,
      rest,
      others.map(({z}) => z.length)
    );
    for (let i = 0; i < dense; i++) matrix[kept.rows[i]! + i]! += 1;
    const own: Float64Array[] = [];
    const rows: Float64Array[] = [];
    let logDet = 0;
    for (let at = 0; at < first!.codes.levels; at++) {
      const taken = takeLevel(matrix, at, ownFactor!, rest);
      if (!taken) return null;
      for (let k = 0; k < width; k++) logDet += 2 * Math.log(taken.small[k * width + k]!);
      own.push(taken.small);
      rows.push(taken.block);
    }
    const last = kept.n - 1;
    if (!cholesky(matrix, kept, last)) return null;
    const rss = matrix[kept.rows[last]! + last]!;
    if (!(rss > 0)) return null;
    let logDetFixed = 0;
    for (let i = 0; i < last; i++) {
      const value = 2 * Math.log(matrix[kept.rows[i]! + i]!);
      if (i < dense) logDet += value;
      else logDetFixed += value;
    }
    return {logDet, logDetFixed, rss, factor: matrix, own, rows};
  }
  return {columns, places, kept, dense, solve};
}

function squared(factor: Float64Array, width: number): Float64Array {
  const result = new Float64Array(width * width);
  for (let i = 0, place = 0; i < width; i++) for (let j = 0; j <= i; j++) result[i * width + j] = factor[place++]!;
  return result;
}

function eliminated(
  {codes, z}: RandomDesign,
  others: readonly RandomDesign[],
  {dense, places, touched}: DenseEffects,
  tail: readonly Float64Array[]
): {gram: Float64Array; columns: Int32Array[]; against: Float64Array[]} {
  const width = z.length;
  const members: number[][] = Array.from({length: codes.levels}, () => []);
  codes.codes.forEach((code, row) => members[code]!.push(row));
  const gram = new Float64Array(codes.levels * width * width);
  const columns: Int32Array[] = [];
  const against: Float64Array[] = [];
  const place = new Int32Array(dense);
  members.forEach((rows, level) => {
    const sorted = touched[level]!;
    const list = Int32Array.from(
      {length: sorted.length + tail.length},
      (_, c) => sorted[c] ?? dense + c - sorted.length
    );
    sorted.forEach((column, c) => (place[column] = c));
    const block = new Float64Array(width * list.length);
    for (const row of rows)
      for (let k = 0; k < width; k++) {
        const value = z[k]![row]!;
        for (let j = 0; j < width; j++) gram[(level * width + k) * width + j]! += value * z[j]![row]!;
        others.forEach((other, i) => {
          const at = place[places[i]![other.codes.codes[row]!]!]!;
          for (let c = 0; c < other.z.length; c++) block[k * list.length + at + c]! += value * other.z[c]![row]!;
        });
        tail.forEach((column, c) => (block[k * list.length + sorted.length + c]! += value * column[row]!));
      }
    columns.push(list);
    against.push(block);
  });
  return {gram, columns, against};
}

/** The lower triangle of the cross-products of all that is not eliminated. */
function crossProducts(
  n: number,
  others: readonly RandomDesign[],
  {dense, places, kept}: DenseEffects,
  tail: readonly Float64Array[]
): Float64Array {
  const result = new Float64Array(kept.size);
  const at: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < n; row++) {
    at.length = 0;
    values.length = 0;
    others.forEach(({codes, z}, i) => {
      z.forEach((column, k) => {
        at.push(places[i]![codes.codes[row]!]! + k);
        values.push(column[row]!);
      });
    });
    tail.forEach((column, c) => {
      at.push(dense + c);
      values.push(column[row]!);
    });
    for (let a = 0; a < at.length; a++) {
      const start = kept.rows[at[a]!]!;
      for (let b = 0; b < at.length; b++) if (at[b]! <= at[a]!) result[start + at[b]!]! += values[a]! * values[b]!;
    }
  }
  return result;
}
