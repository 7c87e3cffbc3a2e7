/**
 * y - X b with every product and sum carried to twice the working precision, for iterative refinement.
 *
 * Source     Ogita, Rump & Oishi (2005), doi:10.1137/030601818
 */
export function residualsOf(y: Float64Array, x: readonly Float64Array[], b: Float64Array): Float64Array {
  const high = y.slice();
  const low = new Float64Array(Math.min(together, y.length));
  for (let from = 0; from < y.length; from += together) {
    const part = high.subarray(from, from + together);
    low.fill(0);
    x.forEach((column, j) => takeOff(part, low, column.subarray(from, from + together), -b[j]!));
    for (let row = 0; row < part.length; row++) part[row]! += low[row]!;
  }
  return high;
}

/** rows that stay at hand while each column passes over them */
const together = 2048;

function takeOff(high: Float64Array, low: Float64Array, column: Float64Array, factor: number): void {
  const [top, rest] = split(factor);
  for (let row = 0; row < high.length; row++) {
    const value = column[row]!;
    const product = factor * value;
    const big = 134217729 * value;
    const upper = big - (big - value);
    const lower = value - upper;
    const lost = rest * lower - (product - top * upper - rest * upper - top * lower);
    const before = high[row]!;
    const sum = before + product;
    const shift = sum - before;
    high[row] = sum;
    low[row]! += before - (sum - shift) + (product - shift) + lost;
  }
}

function split(value: number): [number, number] {
  const big = 134217729 * value;
  const upper = big - (big - value);
  return [upper, value - upper];
}
