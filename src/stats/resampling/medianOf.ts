import {median} from "../description/median.js";
import type {RowStatistic} from "./bootstrap.js";

/** The median of a column, as a statistic of rows. */
export function medianOf(y: Float64Array): RowStatistic {
  return (rows) => median(Float64Array.from(rows, (row) => y[row]!));
}
