import {dotProduct} from "../linalg/dotProduct.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import type {WildScores} from "./wildScores.js";

/** clusters whose weights are looked up together, by the number of points that a weight can take */
const together: Readonly<Record<number, number>> = {2: 8, 6: 3};
/** below this share of its terms a variance is summed anew, since their difference has lost too many digits */
const cancelled = 1e-6;

/**
 * The polynomials of one draw by sums of table entries: a table holds, for a few clusters, every vector of their weights
 * (the "method of four Russians").
 *
 * Model      s_g = w_g own_g - l_g' P w; sum s_g^2 = sum w_g^2 own_g^2 - 2 (L own w)' P w + (P w)' L L' (P w), with L and P
 *            turned so that L L' is a diagonal d; linear and quadratic terms are sums over clusters, so over tables
 *
 * @returns whether the draw could be summed to enough digits; if not, nothing is written
 */
export function wildTables(
  {own, ownX, loading, part, partX}: WildScores,
  points: readonly number[]
): (digits: Uint8Array, out: Float64Array, place: number) => boolean {
  const clusters = own.length;
  const {values: d, vectors} = symmetricEigen(loading.map((a) => loading.map((b) => dotProduct(a, b))));
  const k = d.length;
  const turned = (columns: readonly Float64Array[]): Float64Array[] =>
    vectors.map((vector) =>
      Float64Array.from(own, (_, g) => columns.reduce((sum, column, j) => sum + vector[j]! * column[g]!, 0))
    );
  const [l, p, pX] = [turned(loading), turned(part), turned(partX)];
  const width = 4 * k + 5;
  const entry = (g: number, w: number): Float64Array => {
    const [s, sX] = [w * own[g]!, w * ownX[g]!];
    return Float64Array.from([
      ...p.map((row) => w * row[g]!),
      ...pX.map((row) => w * row[g]!),
      ...l.map((row) => s * row[g]!),
      ...l.map((row) => sX * row[g]!),
      s,
      sX,
      s * s,
      s * sX,
      sX * sX
    ]);
  };
  const few = together[points.length] ?? 1;
  const size = points.length ** few;
  const chunks = Math.ceil(clusters / few);
  const table = new Float64Array(chunks * size * width);
  for (let g = 0; g < clusters; g++) {
    const entries = points.map((w) => entry(g, w));
    const step = points.length ** (g % few);
    for (let index = 0; index < size; index++) {
      const one = entries[Math.floor(index / step) % points.length]!;
      const from = (Math.floor(g / few) * size + index) * width;
      for (let e = 0; e < width; e++) table[from + e]! += one[e]!;
    }
  }
  const sums = new Float64Array(width);
  const base = points.length;
  return (digits, out, place) => {
    sums.fill(0);
    for (let chunk = 0; chunk < chunks; chunk++) {
      let index = 0;
      for (let g = Math.min(clusters, (chunk + 1) * few) - 1; g >= chunk * few; g--) index = index * base + digits[g]!;
      const from = (chunk * size + index) * width;
      for (let e = 0; e < width; e++) sums[e]! += table[from + e]!;
    }
    let [s00, s01, s11] = [sums[width - 3]!, sums[width - 2]!, sums[width - 1]!];
    const [all, allX] = [s00, s11];
    for (let j = 0; j < k; j++) {
      const [v, vX, q, qX] = [sums[j]!, sums[k + j]!, sums[2 * k + j]!, sums[3 * k + j]!];
      s00 += v * (d[j]! * v - 2 * q);
      s01 += d[j]! * v * vX - q * vX - qX * v;
      s11 += vX * (d[j]! * vX - 2 * qX);
    }
    if (!(s00 > cancelled * all) || (allX > 0 && !(s11 > cancelled * allX))) return false;
    out[place] = sums[width - 5]!;
    out[place + 1] = sums[width - 4]!;
    out[place + 2] = s00;
    out[place + 3] = s01;
    out[place + 4] = s11;
    return true;
  };
}
