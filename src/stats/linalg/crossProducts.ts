import {fourFrom, fourProducts} from "./fourProducts.js";

/** rows of which every product is summed before those that follow are read: columns stay at hand, and no sum grows long */
export const together = 128;

/** X'X of columns, two by two. */
export function crossProducts(columns: readonly Float64Array[]): Float64Array[] {
  const k = columns.length;
  const n = columns[0]?.length ?? 0;
  const paired = k % 2 === 0 ? columns : [...columns, columns[k - 1]!];
  const pairs = columns.flatMap((_, i): Two[] => (i % 2 === 0 ? [[paired[i]!, paired[i + 1]!]] : []));
  const sums = keptPlaces(paired.length ** 2);
  const block = new Float64Array(4);
  for (let from = 0; from < n; from += together) {
    const to = Math.min(n, from + together);
    for (let i = 0; i < k; i += 2)
      for (let j = 0; j <= i; j += 2) {
        twoByTwo(pairs[i / 2]!, pairs[j / 2]!, from, to, block);
        const place = i * paired.length + j;
        sums.add(place, block[0]!);
        sums.add(place + 1, block[1]!);
        sums.add(place + paired.length, block[2]!);
        sums.add(place + paired.length + 1, block[3]!);
      }
  }
  const totals = sums.totals();
  return columns.map((_, i) =>
    Float64Array.from(columns, (_column, j) => totals[Math.max(i, j) * paired.length + Math.min(i, j)]!)
  );
}

type Two = readonly [Float64Array, Float64Array];

/** Products of some rows of two columns with two others. */
function twoByTwo([a, b]: Two, [c, d]: Two, from: number, to: number, into: Float64Array): void {
  let ac = 0;
  let ad = 0;
  let bc = 0;
  let bd = 0;
  for (let i = from; i < to; i++) {
    ac += a[i]! * c[i]!;
    ad += a[i]! * d[i]!;
    bc += b[i]! * c[i]!;
    bd += b[i]! * d[i]!;
  }
  into[0] = ac;
  into[1] = ad;
  into[2] = bc;
  into[3] = bd;
}

interface KeptSums {
  /** adds the products of some rows with the columns */
  readonly add: (x: Float64Array, from: number, to: number) => void;
  readonly totals: () => Float64Array;
}

/**
 * Products with columns by sums of blocks of rows, which are added with what each addition loses.
 *
 * Source     Blanchard, Higham & Mary (2020), "A class of fast and accurate summation algorithms"
 */
export function keptSums(columns: readonly Float64Array[]): KeptSums {
  const k = columns.length;
  const fours = Array.from({length: Math.ceil(k / 4)}, (_, i) => fourFrom(columns, 4 * i));
  const sums = keptPlaces(4 * fours.length);
  return {
    add: (x, from, to) => {
      for (let i = 0; i < fours.length; i++) {
        const [a, b, c, d] = fourProducts(x, fours[i]!, from, to);
        sums.add(4 * i, a);
        sums.add(4 * i + 1, b);
        sums.add(4 * i + 2, c);
        sums.add(4 * i + 3, d);
      }
    },
    totals: () => sums.totals().slice(0, k)
  };
}

/** Sums at places, kept with what each addition loses. */
function keptPlaces(places: number) {
  const sums = new Float64Array(places);
  const lost = new Float64Array(places);
  return {
    add: (place: number, value: number): void => {
      const before = sums[place]!;
      const next = before + value;
      const shift = next - before;
      lost[place]! += before - (next - shift) + (value - shift);
      sums[place] = next;
    },
    totals: (): Float64Array => sums.map((sum, place) => sum + lost[place]!)
  };
}
