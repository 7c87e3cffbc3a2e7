import {centre} from "../description/centre.js";
import type {RowStatistic} from "./bootstrap.js";

/** Pearson's r of two columns, as a statistic of rows; NaN on rows that leave one constant. */
export function correlationOf(x: Float64Array, y: Float64Array): RowStatistic {
  const u = centre(x);
  const v = centre(y);
  return (rows) => {
    const n = rows.length;
    let su = 0;
    let sv = 0;
    for (let k = 0; k < n; k++) {
      su += u[rows[k]!]!;
      sv += v[rows[k]!]!;
    }
    su /= n;
    sv /= n;
    let uu = 0;
    let vv = 0;
    let uv = 0;
    for (let k = 0; k < n; k++) {
      const a = u[rows[k]!]! - su;
      const b = v[rows[k]!]! - sv;
      uu += a * a;
      vv += b * b;
      uv += a * b;
    }
    return uv / Math.sqrt(uu * vv);
  };
}
