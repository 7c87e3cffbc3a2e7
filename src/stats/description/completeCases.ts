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
  for (const name of names) {
    if (columns[name].length !== length) {
      throw new InvalidArgument(
        `invalid ${name}; length ${columns[name].length} differs from that of ${names[0]}: ${length}; pair the columns`
      );
    }
  }
  const given = names.map((name) => columns[name]);
  const whole = given.every(isWhole);
  const kept = new Uint32Array(length);
  let n = 0;
  for (let i = 0; i < length; i++) {
    const gap = whole ? -1 : firstGap(given, i, names);
    if (gap < 0) kept[n++] = i;
    else missing.set(names[gap]!, (missing.get(names[gap]!) ?? 0) + 1);
  }
  const rows = n === length ? kept : kept.slice(0, n);
  const pick = (name: Name): Float64Array => {
    const column = columns[name];
    if (n === length && column instanceof Float64Array) return column.slice();
    const values = new Float64Array(n);
    for (let i = 0; i < n; i++) values[i] = column[rows[i]!] as number;
    return values;
  };
  return {
    n,
    rows,
    columns: Object.fromEntries(names.map((name) => [name, pick(name)])) as Record<Name, Float64Array>,
    dropped: Array.from(missing, ([name, lacking]) => ({reason: `missing ${name}`, n: lacking}))
  };
}

/** Whether a column has a finite number in each row, by its type and a look at each. */
function isWhole(column: Column): boolean {
  if (!(column instanceof Float64Array)) return false;
  for (let i = 0; i < column.length; i++) if (column[i]! - column[i]! !== 0) return false;
  return true;
}

/** Place of the first column without a value in the row; -1 where all have one. */
function firstGap(columns: readonly Column[], row: number, names: readonly string[]): number {
  for (let k = 0; k < columns.length; k++) {
    const value = columns[k]![row];
    if (value === null || value === undefined) return k;
    if (!Number.isFinite(value))
      throw new InvalidArgument(
        `invalid ${names[k]}; not a finite number in row ${row + 1}: ${value}; use null for missing`
      );
  }
  return -1;
}
