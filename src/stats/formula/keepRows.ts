import type {Dropped} from "../estimate.js";
import type {Labelled} from "./labelCodes.js";
import {isMissing, type Value} from "./table.js";

/** Why a row is dropped, and marks those rows that no earlier reason has marked; how many. */
export type Reason = [string, (out: Uint8Array) => number];

/** The rows that no reason drops; each dropped row counts for its first reason. */
export function keep(size: number, reasons: readonly Reason[]): {rows: Int32Array; dropped: Dropped[]} {
  const out = new Uint8Array(size);
  const counts = new Map<string, number>();
  for (const [reason, mark] of reasons) {
    const n = mark(out);
    if (n > 0) counts.set(reason, (counts.get(reason) ?? 0) + n);
  }
  const dropped = Array.from(counts, ([reason, n]) => ({reason, n}));
  const rows = new Int32Array(size - dropped.reduce((sum, {n}) => sum + n, 0));
  if (rows.length === size) for (let row = 0; row < size; row++) rows[row] = row;
  else for (let row = 0, place = 0; row < size; row++) if (out[row] === 0) rows[place++] = row;
  return {rows, dropped};
}

export function missingIn(column: ArrayLike<Value>): (out: Uint8Array) => number {
  if (column instanceof Int32Array) return () => 0;
  if (!(column instanceof Float64Array)) return marking((row) => isMissing(column[row]!));
  return (out) => (isWhole(column) ? 0 : marking((row) => column[row] !== column[row])(out));
}

/** Whether the values' sum tells that none is missing: it does, but where there are infinite ones. */
function isWhole(column: Float64Array): boolean {
  let [a, b, c, d] = [0, 0, 0, 0];
  let row = 0;
  for (; row + 3 < column.length; row += 4) {
    a += column[row]!;
    b += column[row + 1]!;
    c += column[row + 2]!;
    d += column[row + 3]!;
  }
  for (; row < column.length; row++) a += column[row]!;
  const sum = a + b + c + d;
  return sum === sum;
}

export function missingLabel({labels, missing}: Labelled): (out: Uint8Array) => number {
  return (out) => (missing ? marking((row) => labels[row]! < 0)(out) : 0);
}

export function marking(drops: (row: number) => boolean): (out: Uint8Array) => number {
  return (out) => {
    let n = 0;
    for (let row = 0; row < out.length; row++) {
      if (out[row] === 1 || !drops(row)) continue;
      out[row] = 1;
      n += 1;
    }
    return n;
  };
}
