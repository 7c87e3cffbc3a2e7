import {element} from "../../components/parts/element.js";
import {scrollTable} from "../../components/parts/scrollTable.js";

export interface TextColumn {
  readonly title: string;
  readonly numeric: boolean;
}

/** A table of texts, the first of each row its head; where a row is short, its last text goes over what is left. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  {caption, kind, document}: {readonly caption: string; readonly kind?: string; readonly document: Document}
): HTMLElement {
  const classOf = (i: number): string | undefined => (columns[i]?.numeric ? "numeric" : undefined);
  const heads = columns.map(({title}, i) => element(document, "th", {scope: "col", class: classOf(i)}, title));
  const cell = (text: string, i: number, row: readonly string[]): HTMLElement => {
    if (i === 0) return element(document, "th", {scope: "row"}, text);
    return i === row.length - 1 && row.length < columns.length
      ? element(document, "td", {colspan: columns.length - i}, text)
      : element(document, "td", {class: classOf(i)}, text);
  };
  return scrollTable(
    heads,
    rows.map((row) => element(document, "tr", {}, ...row.map(cell))),
    {caption, kind, document}
  );
}
