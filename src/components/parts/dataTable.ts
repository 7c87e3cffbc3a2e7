import {isSuppressed} from "../../released/cell.js";
import type {Column, Row} from "./column.js";
import {columnTitle} from "./column.js";
import {element} from "./element.js";
import {formatCell} from "./formatCell.js";

/** a cell of more characters than this gets room for several words a line */
const long = 60;

export interface DataTableOptions {
  caption?: string;
  document?: Document;
}

/** The rows as a table in a box of its own; every cell keeps its exact value for the downloads. */
export function dataTable(
  rows: readonly Row[],
  columns: readonly Column[],
  {caption = "Data", document = globalThis.document}: DataTableOptions = {}
): HTMLElement {
  const numeric = columns.map((column) => rows.some((row) => typeof row[column.name] === "number"));
  const heads = columns.map((column, i) =>
    element(
      document,
      "th",
      {scope: "col", class: numeric[i] ? "numeric" : undefined, "data-name": column.name},
      columnTitle(column)
    )
  );
  const body = rows.map((row) =>
    element(
      document,
      "tr",
      {},
      ...columns.map((column, i) => dataCell(document, row, column, numeric[i] ?? false, i === 0))
    )
  );
  return element(
    document,
    "div",
    {class: "table-scroll", tabindex: 0, role: "region", "aria-label": `Table: ${caption}`},
    element(
      document,
      "table",
      {},
      element(document, "thead", {}, element(document, "tr", {}, ...heads)),
      element(document, "tbody", {}, ...body)
    )
  );
}

function dataCell(document: Document, row: Row, column: Column, numeric: boolean, first: boolean): HTMLElement {
  const cell = row[column.name];
  const text = formatCell(cell, {digits: column.digits});
  const state = isSuppressed(cell) ? "suppressed" : cell === null || cell === undefined ? "missing" : undefined;
  const classes = [numeric ? "numeric" : undefined, text.length > long ? "long" : undefined, state]
    .filter((name) => name !== undefined)
    .join(" ");
  const exact = typeof cell === "number" && String(cell) !== text ? cell : undefined;
  const attributes = {class: classes || undefined, "data-value": exact};
  return first
    ? element(document, "th", {scope: "row", ...attributes}, text)
    : element(document, "td", attributes, text);
}
