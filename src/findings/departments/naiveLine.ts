import {ifIdentified} from "../../evidence/ifIdentified.js";
import {numbersOrNull, type ReleasedTable} from "../../released/table.js";
import {pearson} from "../../stats/association/pearson.js";
import {ols} from "../../stats/regression/ols.js";

/** The article's own picture, the share who ever completed against profit: r, the line through it, and how many cells. */
export interface NaiveLine {
  readonly r: number;
  readonly pairs: number;
  readonly intercept: number;
  readonly slope: number;
}

export function naiveLine({rows}: ReleasedTable): NaiveLine | null {
  const [stock, profit] = [numbersOrNull(rows, "stock"), numbersOrNull(rows, "profit")];
  const pairs = stock.filter((value, row) => value !== null && profit[row] !== null).length;
  return ifIdentified(() => {
    const [r] = pearson(stock, profit).terms;
    const [intercept, slope] = ols("y ~ x", {x: stock, y: profit}).terms;
    return r && intercept && slope
      ? {r: r.estimate, pairs, intercept: intercept.estimate, slope: slope.estimate}
      : null;
  });
}
