import type {Column, Row} from "../components/parts/column.js";
import {dataTable} from "../components/parts/dataTable.js";
import {element} from "../components/parts/element.js";
import {greatestOf} from "../stats/description/greatestOf.js";
import type {Estimate} from "../stats/estimate.js";
import {count} from "../words/en/numbers.js";

const shownRows = 100;

/** A fit, a table, rows, a number or a text as a reader meets it; null for anything else. */
export function show(value: unknown, document: Document): HTMLElement | null {
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return element(document, "output", {class: "cell-value"}, String(value));
  if (typeof value === "string") return element(document, "output", {class: "cell-value"}, value);
  if (isFit(value)) return showFit(value, document);
  const rows = plainRows(value);
  return rows && showRows(rows, document);
}

/** Rows as a table of at most a hundred, and how many there are. */
function showRows(rows: readonly Row[], document: Document): HTMLElement {
  const names = [...new Set(rows.slice(0, shownRows).flatMap((row) => Object.keys(row)))];
  const columns = names.map((name): Column => ({name, label: name, ...digitsIn(name, names, rows)}));
  const words =
    rows.length > shownRows
      ? `The first ${shownRows} of ${count(rows.length)} rows.`
      : `${rows.length} ${rows.length === 1 ? "row" : "rows"}.`;
  return element(
    document,
    "div",
    {class: "cell-table"},
    columns.length === 0 ? null : dataTable(rows.slice(0, shownRows), columns, {caption: "output", document}),
    element(document, "p", {class: "small"}, words)
  );
}

function showFit(fit: Estimate<object>, document: Document): HTMLElement {
  const node = showRows(withoutAbsent(fit.terms as unknown as readonly Row[]), document);
  const clusters = Object.entries(fit.clusters).map(([name, number]) => `${number} clusters of ${name}`);
  const dropped = fit.dropped.map(({reason, n}) => `${n} rows left out: ${reason}`);
  const words = [`${fit.method}, based on ${fit.n} rows`, ...clusters, ...dropped, ...fit.warnings].join("; ");
  node.lastElementChild?.replaceChildren(`${words}.`);
  return node;
}

function isFit(value: unknown): value is Estimate<object> {
  return (
    typeof value === "object" &&
    value !== null &&
    "terms" in value &&
    "fit" in value &&
    "method" in value &&
    Array.isArray(value.terms) &&
    value.terms.length > 0
  );
}

function plainRows(value: unknown): readonly Row[] | null {
  if (typeof value !== "object" || value === null) return null;
  if ("columnNames" in value && "objects" in value && typeof value.objects === "function")
    return (value.objects as () => Row[])();
  if (isPlain(value) && Object.values(value).every(isScalar)) return [value as Row];
  if (!Array.isArray(value) || value.length === 0) return null;
  const plain = value.every((row) => isPlain(row));
  return plain ? (value as Row[]).map(flat) : null;
}

function isPlain(value: unknown): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value) as null)
  );
}

function isScalar(value: unknown): boolean {
  return value === null || ["number", "string", "boolean"].includes(typeof value);
}

/** A row whose cells a table can show. */
function flat(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]: [string, unknown]) => {
      if (typeof cell === "bigint") return [name, Number(cell)];
      if (cell instanceof Date) return [name, cell.toISOString().slice(0, 10)];
      const nested = typeof cell === "object" && cell !== null && !("suppressed" in cell);
      return [name, nested ? JSON.stringify(cell) : (cell as Row[string])];
    })
  );
}

/** An estimate, its standard error and its interval have as many digits as the error asks for, row by row. */
function digitsIn(name: string, names: readonly string[], rows: readonly Row[]): Pick<Column, "digits" | "digitsOf"> {
  const estimated = ["estimate", "low", "high"].every((one) => names.includes(one));
  if (!estimated) return {digits: digitsFor(name, rows)};
  if (name === "p") return {digitsOf: (row) => Math.max(4, significantDigits(row.p, 2))};
  if (!["estimate", "se", "low", "high"].includes(name)) return {digits: digitsFor(name, rows)};
  return {digitsOf: (row) => significantDigits(row.se ?? row.estimate, 3)};
}

/** Digits after the point that show so many significant ones. */
function significantDigits(value: Row[string], significant: number): number {
  if (typeof value !== "number" || value === 0 || !Number.isFinite(value)) return 4;
  return Math.min(12, Math.max(0, significant - 1 - Math.floor(Math.log10(Math.abs(value)))));
}

function digitsFor(name: string, rows: readonly Row[]): number {
  const numbers = rows.map((row) => row[name]).filter((cell) => typeof cell === "number");
  if (numbers.every((number) => Number.isInteger(number))) return 0;
  const size = greatestOf(
    numbers.map((number) => Math.abs(number)),
    0
  );
  return size >= 100 ? 1 : size >= 0.01 ? 4 : 7;
}

/** Rows without the columns in which all is missing, for instance the degrees of freedom of a permutation. */
function withoutAbsent(rows: readonly Row[]): readonly Row[] {
  const names = Object.keys(rows[0] ?? {}).filter((name) => rows.some((row) => row[name] !== null));
  return rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
}
