/**
 * A period is published once: what a release makes anew of a closed period gives way to what was published of it.
 *
 * Rows       of a closed period: as published; of merged units: their published figures, weighted by published counts; of
 *            a period that is open: withheld until it is closed
 * Spanning   rows and models over several periods: as published until a period closes, then anew where at least so many
 *            persons are new behind them; in a revision also where a row has another scale, in which every value differs
 * Source     simulated on this design: publishing afresh tells of half of those who are corrected or erased
 */
import {isSuppressed, type Cell} from "../../src/released/cell.js";
import type {ReleasedRow, ReleasedTable} from "../../src/released/table.js";
import {behindOf, keepBehind, type TableBehind} from "./behind.js";
import {Released, type DeclaredColumn} from "./released.js";
import {notClosed} from "./notClosed.js";
import type {OfPersons, Standing} from "./standing.js";

export function stand<T>(name: string, of: OfPersons, fresh: Released<T>, standing: Standing): Released<T> {
  const {provenance} = fresh;
  if (provenance.made === "rows") {
    const table = fresh as unknown as Released<ReleasedTable>;
    return (of.period === undefined ? spanningRows : rowsByPeriod)(name, of, table, standing) as unknown as Released<T>;
  }
  return standingValue(name, of, fresh, standing);
}

/** A model, or a table that is computed from models. */
function standingValue<T>(
  name: string,
  {sources, eachCell}: OfPersons,
  fresh: Released<T>,
  standing: Standing
): Released<T> {
  const past = standing.record?.modules[name];
  if (!past || standing.isRemade(sources, {eachCell})) return fresh;
  const value = "rows" in past ? past : past.value;
  return Released.of(value as T, {made: "standing", columns: columnsOf(fresh)});
}

function spanningRows(
  name: string,
  {sources}: OfPersons,
  fresh: Released<ReleasedTable>,
  standing: Standing
): Released<ReleasedTable> {
  const past = pastRows(name, fresh, standing);
  if (!past) return fresh;
  const [behind] = behindOf([fresh]).tables;
  const {key = [], cells = []} = behind ?? {};
  const fewest = new Map<string, number>();
  for (const {row, persons} of cells) fewest.set(row, Math.min(persons, fewest.get(row) ?? Infinity));
  const scales = Object.entries(columnsOf(fresh) ?? {}).flatMap(([column, {kind}]) =>
    kind === "scale" ? [column] : []
  );
  const isRescaled = (row: ReleasedRow): boolean =>
    standing.isRevised(sources) && scales.some((column) => past.get(nameOf(row, key))?.[column] !== row[column]);
  const anew = new Set(
    standing.isRemade(sources)
      ? fresh.value.rows.flatMap((row) => (isAnew(nameOf(row, key)) || isRescaled(row) ? [nameOf(row, key)] : []))
      : []
  );
  function isAnew(row: string): boolean {
    const then = standing.personsThen(name, row);
    const now = fewest.get(row) ?? Infinity;
    return !past?.has(row) || (then !== undefined && Math.abs(now - then) >= standing.least);
  }
  const rows = fresh.value.rows.flatMap((row) => {
    const at = nameOf(row, key);
    const old = past.get(at);
    if (anew.has(at)) return [row];
    return old ? [old] : [];
  });
  const present = new Set(fresh.value.rows.map((row) => nameOf(row, key)));
  const gone = [...past].flatMap(([at, row]) => (present.has(at) ? [] : [row]));
  return standingTable(fresh, [...rows, ...gone], behind, anew);
}

function rowsByPeriod(
  name: string,
  {sources: [source], period = "", weight}: OfPersons,
  fresh: Released<ReleasedTable>,
  standing: Standing
): Released<ReleasedTable> {
  const past = pastRows(name, fresh, standing) ?? new Map<string, ReleasedRow>();
  const [behind] = behindOf([fresh]).tables;
  const {key = []} = behind ?? {};
  const columns = Object.entries(columnsOf(fresh) ?? {});
  const persons = columns.flatMap(([column, {kind}]) => (isOfPersons(kind) ? [column] : []));
  const others = columns.some(([, {kind}]) => kind === "finance" || kind === "headcount");
  const used = new Set<string>();
  const withheld = (row: ReleasedRow, why: string): ReleasedRow[] =>
    others
      ? [
          {
            ...row,
            ...Object.fromEntries(persons.flatMap((one) => (row[one] === null ? [] : [[one, {suppressed: why}]])))
          }
        ]
      : [];
  const rows = fresh.value.rows.flatMap((row): readonly ReleasedRow[] => {
    const at = Number(row[period]);
    if (standing.isOpen(source, at)) return withheld(row, notClosed);
    if (!standing.isFixed(source, at)) return [row];
    const found = past.get(nameOf(row, key)) ? [past.get(nameOf(row, key)) as ReleasedRow] : partsOf(row, key, past);
    for (const part of found) used.add(nameOf(part, key));
    if (found.length === 0) return withheld(row, "its period was closed without it");
    const figures = Object.fromEntries(
      persons.map((column) => [column, together(found, column, columnsOf(fresh), weight)])
    );
    return [{...row, ...figures}];
  });
  const gone = [...past].flatMap(([at, row]) =>
    used.has(at) || !standing.isFixed(source, Number(row[period])) ? [] : [complete(row, columns)]
  );
  const free = fresh.value.rows.filter((row) => {
    const at = Number(row[period]);
    return !standing.isFixed(source, at) && !standing.isOpen(source, at);
  });
  return standingTable(fresh, [...rows, ...gone], behind, new Set(free.map((row) => nameOf(row, key))));
}

/** Published rows of the departments that a merged unit is made of; none where they don't cover it. */
function partsOf(row: ReleasedRow, key: readonly string[], past: ReadonlyMap<string, ReleasedRow>): ReleasedRow[] {
  const [unit = "", ...rest] = key;
  const wanted = new Set(String(row[unit]).split("+"));
  if (wanted.size < 2) return [];
  const parts = [...past.values()].filter(
    (old) =>
      rest.every((column) => old[column] === row[column]) &&
      String(old[unit])
        .split("+")
        .every((part) => wanted.has(part))
  );
  const covered = parts.flatMap((old) => String(old[unit]).split("+"));
  return covered.length === wanted.size && new Set(covered).size === wanted.size ? parts : [];
}

/** One published figure of several: a sum of counts, a mean weighted by counts; withheld where any part is. */
function together(
  rows: readonly ReleasedRow[],
  column: string,
  columns: Readonly<Record<string, DeclaredColumn>> | undefined,
  weight: string | undefined
): Cell {
  const cells = rows.map((row) => row[column] ?? null);
  if (cells.length === 1) return cells[0] ?? null;
  const weights = rows.map((row) => (weight === undefined ? null : (row[weight] ?? null)));
  const hidden = [...cells, ...weights].find(isSuppressed);
  if (hidden) return {suppressed: "a part of it is withheld"};
  if (cells.some((cell) => typeof cell !== "number")) return null;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const numbers = cells.map(Number);
  if (columns?.[column]?.kind === "count") return sum(numbers);
  const total = sum(weights.map(Number));
  return total > 0 ? Number((sum(numbers.map((one, i) => one * Number(weights[i]))) / total).toPrecision(6)) : null;
}

/** A table of figures that stand and figures that are new; the audit looks at the new ones. */
function standingTable(
  fresh: Released<ReleasedTable>,
  rows: readonly ReleasedRow[],
  behind: TableBehind | undefined,
  anew: ReadonlySet<string>
): Released<ReleasedTable> {
  const released = Released.of({rows, suppressed: countSuppressed(rows)}, fresh.provenance);
  if (!behind) return released;
  const cells = behind.cells.filter(({row}) => anew.has(row));
  return keepBehind(released, {tables: [{...behind, rows, cells}], estimates: []});
}

function pastRows(name: string, fresh: Released<ReleasedTable>, {record}: Standing): Map<string, ReleasedRow> | null {
  const past = record?.modules[name];
  if (!past || !("rows" in past)) return null;
  const {key = []} = behindOf([fresh]).tables[0] ?? {};
  return new Map((past.rows as ReleasedRow[]).map((row) => [nameOf(row, key), row]));
}

const nameOf = (row: ReleasedRow, key: readonly string[]): string => key.map((part) => String(row[part])).join(" ");

/** A row that is no longer made: what is not of persons is missing. */
const complete = (row: ReleasedRow, columns: readonly (readonly [string, DeclaredColumn])[]): ReleasedRow =>
  Object.fromEntries(columns.map(([column]) => [column, row[column] ?? null]));

function columnsOf(released: Released<unknown>): Readonly<Record<string, DeclaredColumn>> | undefined {
  return "columns" in released.provenance ? released.provenance.columns : undefined;
}

export const isOfPersons = (kind: string): boolean =>
  ["activity", "survey", "appraisal", "rating", "model", "count"].includes(kind);

/** Withheld cells, by column. */
export function countSuppressed(rows: readonly ReleasedRow[]): Record<string, number> {
  const suppressed: Record<string, number> = {};
  for (const [column, cell] of rows.flatMap((row) => Object.entries(row)))
    if (isSuppressed(cell)) suppressed[column] = (suppressed[column] ?? 0) + 1;
  return suppressed;
}
