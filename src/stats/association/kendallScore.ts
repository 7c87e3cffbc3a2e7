import {argsort} from "../description/argsort.js";
import {inversions} from "./inversions.js";

export interface KendallScore {
  /** sum over pairs of the product of signs: concordant less discordant pairs */
  readonly score: number;
  /** sizes of the groups of equal values, those of 1 left out */
  readonly tiesX: readonly number[];
  readonly tiesY: readonly number[];
}

/**
 * Concordant less discordant pairs, and the ties.
 *
 * Method     rows by x, then y; the order of y's values among them has one inversion for each discordant pair
 * Source     Knight (1966), doi:10.1080/01621459.1966.10480879
 */
export function kendallScore(x: ArrayLike<number>, y: ArrayLike<number>): KendallScore {
  const n = x.length;
  let byX = argsort(x);
  const tiesX = runs(x, byX);
  if (tiesX.length > 0) byX = argsort(x, argsort(y));
  const second = taken(y, byX);
  const byY = argsort(second);
  const tiesY = runs(second, byY);
  const both = tiesX.length > 0 && tiesY.length > 0 ? runs(x, byX, y) : [];
  const untied = (n * (n - 1)) / 2 - pairsIn(tiesX) - pairsIn(tiesY) + pairsIn(both);
  return {score: untied - 2 * inversions(byY), tiesX, tiesY};
}

function taken(values: ArrayLike<number>, order: Uint32Array): Float64Array {
  const result = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) result[i] = values[order[i]!]!;
  return result;
}

/** Lengths of the runs of equal values in an order, those of 1 left out. */
function runs(values: ArrayLike<number>, order: Uint32Array, also: ArrayLike<number> = values): number[] {
  const lengths: number[] = [];
  let start = 0;
  for (let i = 1; i <= order.length; i++) {
    const [own, first] = [order[i]!, order[start]!];
    if (i < order.length && values[own] === values[first] && also[own] === also[first]) continue;
    if (i - start > 1) lengths.push(i - start);
    start = i;
  }
  return lengths;
}

function pairsIn(ties: readonly number[]): number {
  return ties.reduce((total, t) => total + (t * (t - 1)) / 2, 0);
}
