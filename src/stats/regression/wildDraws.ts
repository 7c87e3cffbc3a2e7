import {outerSum} from "../linalg/outerSum.js";
import {mostPaired, wildPairs} from "./wildPairs.js";
import {wildTables} from "./wildTables.js";
import type {WildScores} from "./wildScores.js";

/** For each draw n0, n1, s00, s01, s11: t* at c is (n0 - c n1) / sqrt(s00 - 2 c s01 + c^2 s11). */
export function drawAll(
  scores: WildScores,
  points: readonly number[],
  next: (digits: Uint8Array) => void,
  total: number,
  {tables}: {readonly tables: boolean}
): Float64Array {
  const digits = new Uint8Array(scores.own.length);
  const polynomials = new Float64Array(5 * total);
  const summed = tables ? tablesOf(scores, points) : () => false;
  const exactly = directly(scores, points);
  for (let draw = 0; draw < total; draw++) {
    next(digits);
    if (!summed(digits, polynomials, 5 * draw)) exactly(digits, polynomials, 5 * draw);
  }
  return polynomials;
}

const tablesOf = (scores: WildScores, points: readonly number[]): ReturnType<typeof wildTables> =>
  scores.own.length > mostPaired ? wildTables(scores, points) : wildPairs(scores, points);

/** A draw's polynomials, cluster by cluster. */
export function directly(
  {own, ownX, loading, part, partX}: WildScores,
  points: readonly number[]
): (digits: Uint8Array, out: Float64Array, place: number) => void {
  const clusters = own.length;
  const columns = loading.length;
  const taken = outerSum(loading, part, clusters);
  const takenX = outerSum(loading, partX, clusters);
  const direct = clusters <= 2 * columns;
  const w = new Float64Array(clusters);
  const v = new Float64Array(columns);
  const vX = new Float64Array(columns);
  return (digits, out, place) => {
    for (let g = 0; g < clusters; g++) w[g] = points[digits[g]!]!;
    let [n0, n1, s00, s01, s11] = [0, 0, 0, 0, 0];
    if (!direct) {
      for (let k = 0; k < columns; k++) {
        let [a, b] = [0, 0];
        for (let g = 0; g < clusters; g++) {
          a += w[g]! * part[k]![g]!;
          b += w[g]! * partX[k]![g]!;
        }
        v[k] = a;
        vX[k] = b;
      }
    }
    for (let g = 0; g < clusters; g++) {
      let s = w[g]! * own[g]!;
      let sX = w[g]! * ownX[g]!;
      n0 += s;
      n1 += sX;
      if (direct) {
        const from = g * clusters;
        for (let h = 0; h < clusters; h++) {
          s -= w[h]! * taken[from + h]!;
          sX -= w[h]! * takenX[from + h]!;
        }
      } else
        for (let k = 0; k < columns; k++) {
          s -= loading[k]![g]! * v[k]!;
          sX -= loading[k]![g]! * vX[k]!;
        }
      s00 += s * s;
      s01 += s * sX;
      s11 += sX * sX;
    }
    out[place] = n0;
    out[place + 1] = n1;
    out[place + 2] = s00;
    out[place + 3] = s01;
    out[place + 4] = s11;
  };
}
