import {fourFrom, fourProducts} from "./fourProducts.js";

/** rows of which every product is summed before those that follow are read: columns stay at hand, and no sum grows long */
export const together = 128;

/** X'X of columns. */
export function crossProducts(columns: readonly Float64Array[]): Float64Array[] {
  const sums = columns.map((_, i) => keptSums(columns.slice(0, i + 1)));
  const n = columns[0]?.length ?? 0;
  for (let from = 0; from < n; from += together)
    for (let i = 0; i < sums.length; i++) sums[i]!.add(columns[i]!, from, Math.min(n, from + together));
  const products = sums.map((own) => own.totals());
  return products.map((_, i) => Float64Array.from(products, (_row, j) => products[Math.max(i, j)]![Math.min(i, j)]!));
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
  const totals = new Float64Array(4 * fours.length);
  const lost = new Float64Array(4 * fours.length);
  return {
    add: (x, from, to) => {
      for (let i = 0; i < fours.length; i++) {
        const [a, b, c, d] = fourProducts(x, fours[i]!, from, to);
        addKept(totals, lost, 4 * i, a);
        addKept(totals, lost, 4 * i + 1, b);
        addKept(totals, lost, 4 * i + 2, c);
        addKept(totals, lost, 4 * i + 3, d);
      }
    },
    totals: () => totals.slice(0, k).map((total, j) => total + lost[j]!)
  };
}

function addKept(totals: Float64Array, lost: Float64Array, place: number, value: number): void {
  const total = totals[place]!;
  const next = total + value;
  const shift = next - total;
  lost[place]! += total - (next - shift) + (value - shift);
  totals[place] = next;
}
