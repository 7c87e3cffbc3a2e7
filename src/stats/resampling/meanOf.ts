import type {RowStatistic} from "./bootstrap.js";

/** The mean of a column, as a statistic of rows. */
export function meanOf(y: Float64Array): RowStatistic {
  const origin = y[0] ?? 0;
  return (rows) => {
    let total = 0;
    for (let k = 0; k < rows.length; k++) total += y[rows[k]!]! - origin;
    return origin + total / rows.length;
  };
}
