import {outerSum} from "../linalg/outerSum.js";
import type {WildScores} from "./wildScores.js";

/** clusters whose weights are looked up together, by the number of points that a weight can take */
const together: Readonly<Record<number, number>> = {2: 4, 6: 2};
/** below this share of its terms a variance is summed anew, since their difference has lost too many digits */
const cancelled = 1e-6;
/** beyond this many clusters the tables of pairs are larger than a processor's cache */
export const mostPaired = 60;

/**
 * The polynomials of one draw by sums of table entries: a table holds, for two groups of a few clusters, every vector of
 * their weights (the "method of four Russians").
 *
 * Model      s = M w, M = diag(own) - L' P; s's = w' (M' M) w, a quadratic form, so a sum over pairs of groups of clusters
 *
 * @returns whether the draw could be summed to enough digits; if not, nothing is written
 */
export function wildPairs(
  {own, ownX, loading, part, partX}: WildScores,
  points: readonly number[]
): (digits: Uint8Array, out: Float64Array, place: number) => boolean {
  const clusters = own.length;
  const few = Math.min(together[points.length] ?? 1, Math.ceil(clusters / 2));
  const groups = Math.ceil(clusters / few);
  const size = points.length ** few;
  const [m, mX] = [scoreMatrix(own, loading, part), scoreMatrix(ownX, loading, partX)];
  const forms = [gram(m, m, clusters), gram(m, mX, clusters), gram(mX, mX, clusters)];
  const pairs = new Float64Array(((groups * (groups - 1)) / 2) * size * size * 3);
  const sums = new Float64Array(groups * size * 2);
  [own, ownX].forEach((values, k) => {
    for (let a = 0; a < groups; a++)
      lookUp(values, a * few, {few, points}).forEach((sum, index) => (sums[(a * size + index) * 2 + k] = sum));
  });
  forms.forEach((form, k) => fillPairs(pairs, form, {k, few, points, clusters, groups, size}));
  const [least, leastX] = [cancelled * sizeOf(forms[0]!), cancelled * sizeOf(forms[2]!)];
  const indices = new Int32Array(groups);
  const base = points.length;
  return (digits, out, place) => {
    let [n0, n1, s00, s01, s11] = [0, 0, 0, 0, 0];
    for (let a = 0, g = 0; a < groups; a++) {
      let index = 0;
      for (let step = 1, end = Math.min(g + few, clusters); g < end; g++, step *= base) index += step * digits[g]!;
      indices[a] = index;
      const from = (a * size + index) * 2;
      n0 += sums[from]!;
      n1 += sums[from + 1]!;
    }
    for (let a = 0, table = 0; a < groups; a++) {
      const row = indices[a]! * size;
      for (let b = a + 1; b < groups; b++, table += size * size) {
        const from = (table + row + indices[b]!) * 3;
        s00 += pairs[from]!;
        s01 += pairs[from + 1]!;
        s11 += pairs[from + 2]!;
      }
    }
    if (!(s00 > least) || (leastX > 0 && !(s11 > leastX))) return false;
    out[place] = n0;
    out[place + 1] = n1;
    out[place + 2] = s00;
    out[place + 3] = s01;
    out[place + 4] = s11;
    return true;
  };
}

/** diag(own) - L' P */
function scoreMatrix(own: Float64Array, loading: readonly Float64Array[], part: readonly Float64Array[]): Float64Array {
  const clusters = own.length;
  const m = outerSum(loading, part, clusters).map((value) => -value);
  for (let g = 0; g < clusters; g++) m[g * clusters + g]! += own[g]!;
  return m;
}

/** The symmetric part of A' B. */
function gram(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const form = new Float64Array(n * n);
  for (let g = 0; g < n; g++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        form[i * n + j]! += (a[g * n + i]! * b[g * n + j]! + b[g * n + i]! * a[g * n + j]!) / 2;
  return form;
}

const sizeOf = (form: Float64Array): number => form.reduce((sum, value) => sum + Math.abs(value), 0);

interface Places {
  readonly few: number;
  readonly points: readonly number[];
}

/** The sum of values times weights, for every vector of the weights of `few` clusters from the first. */
function lookUp(
  values: ArrayLike<number>,
  first: number,
  {few, points}: Places,
  table = new Float64Array(points.length ** few)
): Float64Array {
  table[0] = 0;
  for (let g = 0, step = 1; g < few; g++, step *= points.length)
    for (let p = points.length - 1; p >= 0; p--) {
      const value = points[p]! * (values[first + g] ?? 0);
      for (let index = 0; index < step; index++) table[p * step + index] = table[index]! + value;
    }
  return table;
}

/** What two groups of clusters add to a form; what one adds by itself is in its first pair. */
function fillPairs(
  pairs: Float64Array,
  form: Float64Array,
  {k, few, points, clusters, groups, size}: Places & {k: number; clusters: number; groups: number; size: number}
): void {
  const weights = Array.from({length: few}, (_, g) =>
    Float64Array.from({length: size}, (__, index) => points[Math.floor(index / points.length ** g) % points.length]!)
  );
  const [across, row] = [new Float64Array(few), new Float64Array(size)];
  const along = (a: number, b: number, index: number): Float64Array => {
    for (let j = 0; j < few; j++) {
      across[j] = 0;
      const column = b * few + j;
      if (column < clusters)
        for (let i = 0; i < few && a * few + i < clusters; i++)
          across[j]! += weights[i]![index]! * form[(a * few + i) * clusters + column]!;
    }
    return across;
  };
  const own = Array.from({length: groups}, (_, a) =>
    Float64Array.from({length: size}, (__, index) =>
      along(a, a, index).reduce((sum, value, j) => sum + value * weights[j]![index]!, 0)
    )
  );
  for (let a = 0, table = 0; a < groups; a++)
    for (let b = a + 1; b < groups; b++, table += size * size)
      for (let ia = 0; ia < size; ia++) {
        lookUp(along(a, b, ia), 0, {few, points}, row);
        const first = b === a + 1 ? own[a]![ia]! : 0;
        for (let ib = 0, place = (table + ia * size) * 3 + k; ib < size; ib++, place += 3)
          pairs[place] = 2 * row[ib]! + first + (a === groups - 2 ? own[b]![ib]! : 0);
      }
}
