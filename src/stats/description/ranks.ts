import {argsort} from "./argsort.js";

export interface Ranks {
  /** mid-ranks from 1 to n */
  readonly ranks: Float64Array;
  /** sizes of the groups of equal values, those of 1 left out */
  readonly ties: readonly number[];
  /** places of the values, rising */
  readonly order: Uint32Array;
}

/** Ranks with ties averaged. */
export function ranks(values: ArrayLike<number>): Ranks {
  const n = values.length;
  const order = argsort(values);
  const result = new Float64Array(n);
  const ties: number[] = [];
  for (let start = 0; start < n;) {
    let end = start + 1;
    while (end < n && values[order[end]!] === values[order[start]!]) end++;
    for (let k = start; k < end; k++) result[order[k]!] = (start + end + 1) / 2;
    if (end - start > 1) ties.push(end - start);
    start = end;
  }
  return {ranks: result, ties, order};
}
