import type {WrittenCell} from "../notebookFile.js";
import type {OfferedNotebook} from "./offeredNotebook.js";

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

/**
 * The cells that make a figure: its words, its numbers with all their digits, a drawing of them; on the page of a finding
 * whose planned comparison is of released cells, the comparison itself; in the explorer, the pair that is looked at.
 */
export function cellsOfFigure(figure: HTMLElement, address: URL): OfferedNotebook {
  const words = (name: string): string => figure.querySelector(name)?.textContent?.trim() ?? "";
  const title = words(".figure-title") || "A figure as a notebook";
  const head = [words(".figure-subtitle"), words(".figure-note"), `From ${address.pathname.split("/").pop()}.`];
  const rows = rowsIn(figure);
  const cells: WrittenCell[] = [
    {mode: "md", value: head.filter(Boolean).join("\n\n")},
    {mode: "js", value: `const rows = ${printed(rows)};`, pinned: rows.length <= 20},
    {mode: "js", value: "rows"}
  ];
  const drawing = drawingOf(rows);
  return {title, cells: [...cells, ...drawing, ...explored(address), ...planned(address)]};
}

/** The rows of a figure's table: exact values where the page rounds; what is withheld or missing is null. */
function rowsIn(figure: HTMLElement): Row[] {
  const names = Array.from(
    figure.querySelectorAll<HTMLElement>(".figure-data th[data-name]"),
    ({dataset}) => dataset.name ?? ""
  );
  const numeric = Array.from(figure.querySelectorAll(".figure-data thead th"), (head) =>
    head.classList.contains("numeric")
  );
  return Array.from(figure.querySelectorAll(".figure-data tbody tr"), (row) =>
    Object.fromEntries(
      Array.from(row.children, (cell, i) => [
        names[i] ?? `column_${i}`,
        valueIn(cell as HTMLElement, numeric[i] ?? false)
      ])
    )
  );
}

function valueIn(cell: HTMLElement, numeric: boolean): Value {
  if (cell.classList.contains("suppressed") || cell.classList.contains("missing")) return null;
  if (cell.dataset.value !== undefined) return Number(cell.dataset.value);
  const text = cell.textContent ?? "";
  return numeric ? Number(text.replaceAll(",", "").replace("\u2212", "-")) : text;
}

function printed(rows: readonly Row[]): string {
  return `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]`;
}

function drawingOf(rows: readonly Row[]): WrittenCell[] {
  const [first] = rows;
  if (!first) return [];
  const has = (...names: string[]): boolean => names.every((name) => name in first);
  if (has("label", "estimate", "low", "high"))
    return [
      {
        mode: "js",
        value: `Plot.plot({\n  width: 640,\n  marginLeft: 220,\n  y: {label: null},\n  marks: [\n    Plot.ruleX([0]),\n    Plot.link(rows, {x1: "low", x2: "high", y1: "label", y2: "label"}),\n    Plot.dot(rows, {x: "estimate", y: "label", fill: "var(--outcome)"})\n  ]\n})`
      }
    ];
  const numeric = Object.keys(first).filter((name) => rows.some((row) => typeof row[name] === "number"));
  // a row's year names it, where the figure is of two measures
  const measures = numeric.filter((name) => !/(^|_)year$/.test(name));
  const [x, y] = measures.length < 2 ? numeric : measures;
  if (x === undefined || y === undefined) return [];
  return [
    {
      mode: "js",
      value: `Plot.plot({width: 640, marks: [Plot.dot(rows, {x: ${JSON.stringify(x)}, y: ${JSON.stringify(y)}, fill: "var(--participation)", tip: true})]})`
    }
  ];
}

/** The comparison that the explorer shows, by its link. */
function explored({pathname, search}: URL): WrittenCell[] {
  if (!/\/explore(\.html)?$/.test(pathname)) return [];
  return [
    {mode: "js", value: `const {rows: compared, x, y, ...answer} = comparison(${JSON.stringify(search)});`},
    {mode: "js", value: "answer"},
    {mode: "js", value: "scatter(compared, {x, y})"}
  ];
}

/** The planned comparison, where it is of the departments' released cells. */
function planned({pathname}: URL): WrittenCell[] {
  if (!/\/findings\/departments(\.html)?$/.test(pathname)) return [];
  return [
    {mode: "md", value: "The planned comparison, as the report states it:"},
    {mode: "js", value: 'const {specification} = study.plan.find(({finding}) => finding === "departments");'},
    {mode: "js", value: 'ols(specification, tables.department_years, {vcov: "CR2"})'}
  ];
}
