import {type Four, fourFrom} from "./fourProducts.js";

interface Coded {
  readonly levels: number;
  readonly codes: Int32Array;
}

/** A column's products with others, summed by the rows' codes; of rows that stand together, before they are added. */
export function productsByCode(x: Float64Array, others: readonly Float64Array[], by: Coded): Float64Array[] {
  const sums = others.map(() => new Float64Array(by.levels));
  // what stands again past the last column is summed again, to no use
  const padded = [...sums, ...sums.slice(0, 3).map(() => new Float64Array(by.levels))];
  for (let j = 0; j < others.length; j += 4) addFour(x, fourFrom(others, j), fourFrom(padded, j), by.codes);
  return sums;
}

function addFour(
  x: Float64Array,
  [a, b, c, d]: Four<Float64Array>,
  [sa, sb, sc, sd]: Four<Float64Array>,
  codes: Int32Array
): void {
  let ta = 0;
  let tb = 0;
  let tc = 0;
  let td = 0;
  for (let row = 0; row < codes.length; row++) {
    const value = x[row]!;
    ta += value * a[row]!;
    tb += value * b[row]!;
    tc += value * c[row]!;
    td += value * d[row]!;
    const code = codes[row]!;
    if (code === codes[row + 1]) continue;
    sa[code]! += ta;
    sb[code]! += tb;
    sc[code]! += tc;
    sd[code]! += td;
    ta = tb = tc = td = 0;
  }
}
