import {isSuppressed} from "../../released/cell.js";
import type {Column, Row} from "./column.js";
import {columnTitle} from "./column.js";
import {columnCell} from "./columnCell.js";
import {element} from "./element.js";
import {say} from "../../words/say.js";
import {scrollTable} from "./scrollTable.js";

/** a cell of more characters than this gets room for several words a line */
const long = 60;
/** a cell of a few words and no more characters than this stays on one line where there is room */
const short = 20;

export interface DataTableOptions {
  caption?: string;
  /** address that a cell leads to */
  href?: (row: Row, column: string) => string | undefined;
  /** what a link may lead to a row by */
  rowId?: (row: Row) => string;
  /** whether a row is a card on a narrow screen, each cell under its label */
  cards?: boolean;
  document?: Document;
}

/** The rows as a table in a box of its own; every cell keeps its exact value for the downloads. */
export function dataTable(
  rows: readonly Row[],
  columns: readonly Column[],
  {caption = say("Data"), href, rowId, cards = false, document = globalThis.document}: DataTableOptions = {}
): HTMLElement {
  const numeric = columns.map((column) => rows.some((row) => typeof row[column.name] === "number"));
  const heads = columns.map((column, i) =>
    element(
      document,
      "th",
      {
        scope: "col",
        class: numeric[i] ? "numeric" : undefined,
        "data-name": column.name,
        "data-share": column.share
      },
      columnTitle(column)
    )
  );
  const body = rows.map((row) =>
    element(
      document,
      "tr",
      {id: rowId?.(row)},
      ...columns.map((column, i) =>
        dataCell(document, row, column, {
          numeric: numeric[i] ?? false,
          first: i === 0,
          label: cards,
          href: href?.(row, column.name)
        })
      )
    )
  );
  return scrollTable(heads, body, {caption, kind: cards ? "cards" : undefined, document});
}

function lengthOf(text: string): "long" | "short" | undefined {
  if (text.length > long) return "long";
  if (/[\u3040-\u9fff]/.test(text)) return text.length <= short / 2 + 2 ? "short" : undefined;
  return text.length <= short && /\w[ -]\w/.test(text) ? "short" : undefined;
}

/** Thousands are set apart in every table, but those of a year. */
const groupingOf = ({name}: Column, cell: Row[string]): "always" | "never" =>
  /year/.test(name) && typeof cell === "number" && cell > 1000 && cell < 3000 ? "never" : "always";

function dataCell(
  document: Document,
  row: Row,
  column: Column,
  {
    numeric,
    first,
    label,
    href
  }: {
    readonly numeric: boolean;
    readonly first: boolean;
    readonly label: boolean;
    readonly href?: string | undefined;
  }
): HTMLElement {
  const cell = row[column.name];
  const text = columnCell(row, column, {grouped: groupingOf(column, cell)});
  const state = isSuppressed(cell) ? "suppressed" : cell === null || cell === undefined ? "missing" : undefined;
  const classes = [numeric ? "numeric" : lengthOf(text), state].filter((name) => name !== undefined).join(" ");
  const exact = typeof cell === "number" && String(cell) !== text ? cell : undefined;
  const attributes = {
    class: classes || undefined,
    "data-value": exact,
    "data-label": label ? columnTitle(column) : undefined
  };
  const shown = href === undefined ? text : element(document, "a", {href}, text);
  return first
    ? element(document, "th", {scope: "row", ...attributes}, shown)
    : element(document, "td", attributes, shown);
}
