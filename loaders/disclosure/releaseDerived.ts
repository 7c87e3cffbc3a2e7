import type {ReleasedRow, ReleasedTable} from "../../src/released/table.js";
import {behindOf, keepBehind} from "./behind.js";
import {type DeclaredColumn, Released} from "./released.js";

type Sources = readonly Released<unknown>[];

/** A result computed from released values alone; what stands behind them stands behind it. A call names its sources. */
export function releaseDerived<T, From extends Sources>(
  derived: T extends ReleasedTable ? never : T,
  ...from: From extends readonly [] ? readonly [Released<unknown>] : From
): Released<T> {
  const sources: Sources = from;
  const provenance = {made: "derived", from: sources.map((one) => one.provenance)} as const;
  return keepBehind(Released.of<T>(derived, provenance), behindOf(sources));
}

/** A column of a table that is computed from released values: what it is of, and in which unit. */
export type DerivedColumn =
  | {readonly kind: "key"}
  | (DeclaredColumn & {
      readonly kind: "activity" | "survey" | "appraisal" | "rating" | "model" | "count" | "scale";
      readonly unit: string;
    });

/** @param columns  the columns that leave, in order, each with its declaration; no other leaves */
export function releaseDerivedTable(
  rows: readonly ReleasedRow[],
  columns: Readonly<Record<string, DerivedColumn>>,
  from: Sources,
  {suppressed = {}}: {readonly suppressed?: Readonly<Record<string, number>>} = {}
): Released<ReleasedTable> {
  if (rows.length > 0 && from.length === 0)
    throw new RangeError("a derived table without sources; name what it is made of");
  const stray = rows.flatMap((row) => Object.keys(row)).find((column) => !Object.hasOwn(columns, column));
  if (stray !== undefined) throw new RangeError(`undeclared column; say what it is of: ${stray}`);
  for (const [column, rule] of Object.entries(columns)) {
    if (rule.kind !== "key" && !rule.unit) throw new RangeError(`column without a unit; name it: ${column}`);
  }
  const kept = rows.map((row) => Object.fromEntries(Object.keys(columns).map((name) => [name, row[name] ?? null])));
  const provenance = {made: "derived", from: from.map((one) => one.provenance), columns} as const;
  return keepBehind(Released.of({rows: kept, suppressed}, provenance), behindOf(from));
}

/** Nothing, where there is nothing to release: it tells of nobody. */
export function releaseNothing(): Released<null> {
  return Released.of(null, {made: "derived", from: []});
}
