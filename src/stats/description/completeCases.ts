import {InvalidArgument} from "../errors/invalidArgument.js";
import type {Dropped} from "../estimate.js";

/** A column as it comes: null is missing, NaN and infinity are mistakes. */
export type Column = ArrayLike<number | null>;

export interface CompleteCases<Name extends string> {
  readonly n: number;
  readonly columns: Readonly<Record<Name, Float64Array>>;
  /** the rows kept */
  readonly rows: Uint32Array;
  readonly dropped: readonly Dropped[];
}

/** Keeps the rows in which every column has a number; a row that lacks several is counted under the first. */
export function completeCases<Name extends string>(columns: Readonly<Record<Name, Column>>): CompleteCases<Name> {
  const names = Object.keys(columns) as Name[];
  const length = columns[names[0]!].length;
  const missing = new Map<Name, number>();
  const kept: number[] = [];
  for (const name of names) {
    if (columns[name].length !== length) {
      throw new InvalidArgument(
        `invalid ${name}; length ${columns[name].length} differs from that of ${names[0]}: ${length}; pair the columns`
      );
    }
  }
  for (let i = 0; i < length; i++) {
    const gap = names.find((name) => {
      const value = columns[name][i];
      if (value === null || value === undefined) return true;
      if (!Number.isFinite(value))
        throw new InvalidArgument(
          `invalid ${name}; not a finite number in row ${i + 1}: ${value}; use null for missing`
        );
      return false;
    });
    if (gap === undefined) kept.push(i);
    else missing.set(gap, (missing.get(gap) ?? 0) + 1);
  }
  const rows = Uint32Array.from(kept);
  const pick = (name: Name): Float64Array => Float64Array.from(rows, (i) => columns[name][i] as number);
  return {
    n: rows.length,
    rows,
    columns: Object.fromEntries(names.map((name) => [name, pick(name)])) as Record<Name, Float64Array>,
    dropped: [...missing].map(([name, n]) => ({reason: `missing ${name}`, n}))
  };
}
