import {together} from "./crossProducts.js";

/** Sum of squared distances from a centre, each distance times the root of its weight where there are any. */
export function squaresAbout(values: Float64Array, centre: number, root: Float64Array | null = null): number {
  let total = 0;
  let lost = 0;
  for (let from = 0; from < values.length; from += together) {
    const value = squaresOfSome(values, centre, root, from);
    const next = total + value;
    lost += total >= value ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Of a block of rows, by two sums that don't wait for each other. */
function squaresOfSome(values: Float64Array, centre: number, root: Float64Array | null, from: number): number {
  const to = Math.min(values.length, from + together);
  let one = 0;
  let other = 0;
  if (root) for (let i = from; i < to; i++) one += ((values[i]! - centre) * root[i]!) ** 2;
  else {
    let i = from;
    for (; i + 1 < to; i += 2) {
      one += (values[i]! - centre) ** 2;
      other += (values[i + 1]! - centre) ** 2;
    }
    if (i < to) one += (values[i]! - centre) ** 2;
  }
  return one + other;
}
