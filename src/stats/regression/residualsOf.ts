/**
 * y - X b with every product and sum carried to twice the working precision, for iterative refinement.
 *
 * Source     Ogita, Rump & Oishi (2005), doi:10.1137/030601818
 */
export function residualsOf(y: Float64Array, x: readonly Float64Array[], b: Float64Array): Float64Array {
  const high = Float64Array.from(y);
  const low = new Float64Array(y.length);
  x.forEach((column, j) => {
    const factor = -b[j]!;
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
  });
  for (let row = 0; row < high.length; row++) high[row]! += low[row]!;
  return high;
}

function split(value: number): [number, number] {
  const big = 134217729 * value;
  const upper = big - (big - value);
  return [upper, value - upper];
}
