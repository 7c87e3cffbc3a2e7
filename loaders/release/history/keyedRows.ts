import type {Cell} from "../../../src/released/cell.js";
import type {SummarisedTable} from "./recordedRelease.js";

/**
 * The fewest of the key columns that tell every row from every other, a name or a label left out before an identifier: a
 * department with another name is still that department.
 */
export function identifyingKeys(tables: readonly SummarisedTable[]): string[] {
  const [first] = tables;
  const kept = [...(first?.keys ?? [])];
  const labelsFirst = kept.toSorted((a, b) => Number(isIdentifier(a)) - Number(isIdentifier(b)));
  for (const key of labelsFirst) {
    const without = kept.filter((one) => one !== key);
    if (without.length > 0 && tables.every((table) => isUnique(table, without))) kept.splice(kept.indexOf(key), 1);
  }
  return kept;
}

const isIdentifier = (name: string): boolean => /(^|_)(id|year)$/.test(name);

const unique = new WeakMap<SummarisedTable, Map<string, boolean>>();

/** Whether keys tell all rows of a table apart; asked again of a table for every release that it is compared with. */
function isUnique(table: SummarisedTable, keys: readonly string[]): boolean {
  const known = unique.get(table) ?? new Map<string, boolean>();
  unique.set(table, known);
  const name = JSON.stringify(keys);
  const found = known.get(name) ?? areApart(table, keys);
  known.set(name, found);
  return found;
}

function areApart({columns, rows}: SummarisedTable, keys: readonly string[]): boolean {
  const places = keys.map((key) => columns.indexOf(key));
  return new Set(rows.map((row) => JSON.stringify(places.map((place) => row[place])))).size === rows.length;
}

/** A table's rows by what tells them apart, in words. */
export function keyedRows(
  table: SummarisedTable | undefined,
  keys: readonly string[]
): {
  readonly rows: ReadonlyMap<string, readonly Cell[]>;
  readonly places: ReadonlyMap<string, number>;
} {
  const places = new Map((table?.columns ?? []).map((column, place) => [column, place] as const));
  const rows = new Map<string, readonly Cell[]>();
  for (const row of table?.rows ?? []) {
    const key = keys.map((name) => `${name} ${String(row[places.get(name) ?? -1])}`).join(", ");
    rows.set(rows.has(key) ? `${key}, again` : key, row);
  }
  return {rows, places};
}
