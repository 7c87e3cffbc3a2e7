import {type Four, fourFrom} from "./fourProducts.js";

interface Coded {
  readonly levels: number;
  readonly codes: Int32Array;
}

/** A column's products with others, summed by the rows' codes; of rows that stand together, before they are added. */
export function productsByCode(x: Float64Array, others: readonly Float64Array[], by: Coded): Float64Array[] {
  const sums = others.map(() => new Float64Array(by.levels));
  for (let j = 0; j < others.length; j += 4) {
    const four = fourByCode(x, fourFrom(others, j), by);
    sums.slice(j, j + 4).forEach((own, k) => {
      for (let code = 0; code < own.length; code++) own[code] = four[4 * code + k]!;
    });
  }
  return sums;
}

/** Of four columns, side by side. */
function fourByCode(x: Float64Array, [a, b, c, d]: Four<Float64Array>, {levels, codes}: Coded): Float64Array {
  const sums = new Float64Array(4 * levels);
  let [ta, tb, tc, td] = [0, 0, 0, 0];
  for (let row = 0; row < codes.length; row++) {
    const value = x[row]!;
    ta += value * a[row]!;
    tb += value * b[row]!;
    tc += value * c[row]!;
    td += value * d[row]!;
    const code = codes[row]!;
    if (code === codes[row + 1]) continue;
    sums[4 * code]! += ta;
    sums[4 * code + 1]! += tb;
    sums[4 * code + 2]! += tc;
    sums[4 * code + 3]! += td;
    ta = tb = tc = td = 0;
  }
  return sums;
}
