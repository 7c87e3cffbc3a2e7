/**
 * The grains of a release: whatever released table has keys and two measures or more can be explored, in the order of its
 * keys. Tables of the same keys are one grain; a table with a row a measure is turned to a column a measure first.
 */
import {lowered} from "../words/en/outcome.js";
import {tableTitle} from "../words/en/restated.js";
import {capital, list} from "../evidence/format.js";
import type {MeasureDescription} from "../evidence/measure.js";
import {describeMeasures} from "../evidence/measure.js";
import {isSuppressed} from "../released/cell.js";
import type {ReleasedRow, ReleasedTable} from "../released/table.js";
import {lineNoun, personNoun} from "../words/studyNouns.js";
import {describeColumn} from "./describeColumn.js";
import type {Grain, GrainKind, GrainMeasure} from "./grain.js";
import type {ExploredStudy} from "./study.js";

/** columns of numbers that say which row it is, not what was measured */
const numericKeys = new Set(["fiscal_year", "years_from_start", "years", "position", "since", "until", "started"]);
/** limits of a scale or of an interval, and numbers that only describe an estimate */
const noMeasures = new Set(["minimum", "maximum", "uniform_low", "uniform_high", "se", "n"]);
const times = ["fiscal_year", "years_from_start", "years", "position"];
const units = ["department_id", "module_id"];
const names = ["name", "title"];
const fewestRows = 4;

type Rows = readonly ReleasedRow[];

export function grainsOf(tables: Readonly<Record<string, ReleasedTable>>, study: ExploredStudy): Grain[] {
  const described = describeMeasures(study.measures, study.currency.label);
  const byKeys = new Map<string, {tables: string[]; rows: Rows}>();
  for (const [name, table] of Object.entries(tables)) {
    const rows = withoutEnds(wide(table.rows));
    const key = keysOf(rows).filter((column) => !names.includes(column));
    const place = key.toSorted().join(" ");
    const known = byKeys.get(place);
    byKeys.set(
      place,
      known ? {tables: [...known.tables, name], rows: joined(known.rows, rows, key)} : {tables: [name], rows}
    );
  }
  return [...byKeys.values()]
    .map((one) => grainOf(one.tables, one.rows, {study, described}))
    .filter((grain) => grain.size >= fewestRows && grain.measures.length >= 2)
    .toSorted((a, b) => Number(b.unit === "department_id") - Number(a.unit === "department_id"));
}

/** Whether rows differ in a key: what all have in common sets none apart. */
const apart = (rows: Rows, name: string): boolean => new Set(rows.map((row) => row[name])).size > 1;

/** Without the ends of intervals: "low" and "high", unless there is a middle beside them, and "alpha_low" beside "alpha". */
function withoutEnds(rows: Rows): Rows {
  const columns = new Set(columnsOf(rows));
  const isEnd = (name: string): boolean => {
    if (name === "low" || name === "high") return !columns.has("middle");
    const of = name.replace(/_(low|high)$/, "");
    return of !== name && columns.has(of);
  };
  const ends = [...columns].filter(isEnd);
  if (ends.length === 0) return rows;
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !ends.includes(name))));
}

/** A row a measure as a column a measure, with the share who answered where invitations are known. */
function wide(rows: Rows): Rows {
  const [first] = rows;
  if (!first || !("measure" in first) || !("mean" in first)) return rows;
  const keys = keysOf(rows).filter((name) => name !== "measure" && name !== "negative_control");
  const found = new Map<string, Record<string, ReleasedRow[string]>>();
  for (const row of rows) {
    const place = JSON.stringify(keys.map((name) => row[name]));
    const one = found.get(place) ?? Object.fromEntries(keys.map((name) => [name, row[name] ?? null]));
    one[String(row.measure)] = row.mean ?? null;
    if (typeof row.invited === "number" && typeof row.respondents === "number" && row.invited > 0)
      one.response = Math.min(1, row.respondents / row.invited);
    found.set(place, one);
  }
  return [...found.values()];
}

/** Key columns: text, truth values, and the numbers that place a row. */
function keysOf(rows: Rows): string[] {
  return columnsOf(rows).filter(
    (name) =>
      numericKeys.has(name) || rows.some((row) => typeof row[name] === "string" || typeof row[name] === "boolean")
  );
}

function columnsOf(rows: Rows): string[] {
  const found = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) found.add(name);
  return [...found];
}

function joined(left: Rows, right: Rows, key: readonly string[]): Rows {
  const place = (row: ReleasedRow): string => JSON.stringify(key.map((name) => row[name] ?? null));
  const more = new Map(right.map((row) => [place(row), row]));
  return left.map((row) => ({...row, ...more.get(place(row)), ...row}));
}

function grainOf(
  tables: readonly string[],
  rows: Rows,
  {study, described}: {study: ExploredStudy; described: ReadonlyMap<string, MeasureDescription>}
): Grain {
  const keys = keysOf(rows);
  const time = times.find((name) => keys.includes(name)) ?? null;
  const own = units.find((name) => keys.includes(name));
  const others = keys.filter((name) => name !== time && !names.includes(name));
  const crossed = own === undefined && time !== null && others.length > 0;
  const unit = own ?? (crossed ? "unit" : null);
  const kind: GrainKind = time === null ? "rows" : unit === null ? "series" : "panel";
  const measured = columnsOf(rows).filter((name) => !keys.includes(name) && !noMeasures.has(name));
  const values = Object.fromEntries(
    measured.map((name) => [name, Float64Array.from(rows, (row) => toNumber(row[name]))])
  );
  const all = {...values, ...perHead(values)};
  const measures = Object.keys(all)
    .filter((name) => all[name]?.some((value) => !Number.isNaN(value)))
    .map((name): GrainMeasure => {
      const withheld = rows.filter((row) => isSuppressed(row[name])).length;
      const measure = describeColumn(name, tables, {described, currency: study.currency});
      // as in a sentence: where it begins one, it is given its capital there
      return {...measure, label: lowered(measure.label), withheld};
    });
  const line = ["division", "mindset"].find((name) => keys.includes(name) && apart(rows, name)) ?? null;
  const lineWords = line === "mindset" ? {one: "mindset", many: "mindsets"} : lineNoun();
  const words =
    unit === "department_id"
      ? study.words.unit
      : unit === "module_id"
        ? {one: "module", many: "modules"}
        : crossed && others.length === 1 && others[0] === line
          ? lineWords
          : {one: "group", many: "groups"};
  const timeWords = time === "position" ? {one: "session", many: "sessions"} : {one: "year", many: "years"};
  const row =
    kind === "panel"
      ? {one: `${words.one}-year`, many: `${words.one}-years`}
      : kind === "series"
        ? time === "fiscal_year" || time === "position"
          ? timeWords
          : {one: "row", many: "rows"}
        : unit === null
          ? {one: "row", many: "rows"}
          : words;
  return {
    name: tables[0] ?? "",
    label: labelOf(tables, {kind, words, study}),
    row,
    kind,
    unitWords: words,
    tables,
    columns: {
      ...Object.fromEntries(keys.map((name) => [name, keyColumn(rows, name)])),
      ...(crossed ? {unit: rows.map((one) => others.map((name) => String(one[name])).join(", "))} : {}),
      ...Object.fromEntries(measures.map(({name}) => [name, all[name] ?? new Float64Array(rows.length)]))
    },
    keys: crossed ? ["unit", ...keys] : keys,
    size: rows.length,
    unit,
    time,
    line,
    lineWords,
    timeWords,
    named: names.find((name) => keys.includes(name)) ?? unit,
    measures: inOrder(measures)
  };
}

/** Exposures first, then outcomes, then what is there beside them; each in the table's order. */
function inOrder(measures: readonly GrainMeasure[]): GrainMeasure[] {
  const roles = ["exposure", "outcome", "context", "negative control"];
  return measures.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}

function labelOf(
  tables: readonly string[],
  {kind, words, study}: {kind: GrainKind; words: {many: string}; study: ExploredStudy}
): string {
  const [first = ""] = tables;
  if (first === "department_years") return `${capital(words.many)} by year`;
  if (first === "organisation_years") return "The whole organisation by year";
  if (tables.length === 1) return tableTitle(first, {unit: study.words.unit, person: personNoun()});
  const title = capital(list(tables.map((name) => name.replaceAll("_", " "))));
  return kind === "rows" && words.many === "modules" ? `Modules (${title.toLowerCase()})` : title;
}

function perHead({revenue, headcount, ...rest}: Readonly<Record<string, Float64Array>>): Record<string, Float64Array> {
  if (!revenue || !headcount || !("profit_per_head" in rest)) return {};
  return {revenue_per_head: revenue.map((value, row) => value / (headcount[row] ?? NaN))};
}

function toNumber(cell: ReleasedRow[string] | undefined): number {
  return typeof cell === "number" && Number.isFinite(cell) ? cell : NaN;
}

function keyColumn(rows: Rows, name: string): string[] | Float64Array {
  return numericKeys.has(name)
    ? Float64Array.from(rows, (row) => toNumber(row[name]))
    : rows.map((row) => String(row[name] ?? ""));
}
