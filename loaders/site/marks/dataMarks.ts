import type {Column, Row} from "../../../src/components/parts/column.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {element} from "../../../src/components/parts/element.js";
import type {Mark, Marks} from "../../../src/components/parts/mark.js";
import {htmlMark} from "../../../src/components/parts/mark.js";
import type {MarkInput} from "./markInput.js";

/** What was read, what was rejected, what is withheld, and by which rules. */
export function dataMarks({release, tables: released, pages, document}: MarkInput): Marks {
  const {files, rejected, rules, tables} = release.report.value;
  const table = (rows: readonly object[], columns: readonly Column[], caption: string): Mark =>
    htmlMark(dataTable(rows as readonly Row[], columns, {caption, document}));
  return {
    "data.files": table(
      files,
      fileColumns.filter(({name}) => !dated.has(name) || files.some((file) => file[name as "asOf" | "due"] !== null)),
      "Files that were read"
    ),
    "data.rejected":
      rejected.length === 0
        ? htmlMark(element(document, "p", {}, "No row was rejected."))
        : table(rejected, rejectedColumns, "Rows rejected"),
    "data.rules": table(
      rules.map((rule) => ({...rule, value: rule.value ?? "lifted: the rows are public"})),
      ruleColumns,
      "Rules of disclosure control"
    ),
    "data.tables": table(
      tables.map(({table: name, grain, present, mapped}) => ({
        table: name,
        grain,
        present,
        from: present ? (mapped ? "mapping SQL" : "a file") : ""
      })),
      tableColumns,
      "Canonical tables"
    ),
    "data.package": htmlMark(pages.some(({file}) => file === "explore.md") ? packageNote(document) : null),
    "data.suppressed": table(suppressionRows(released), suppressedColumns, "Cells withheld")
  };
}

/** Where everything that was released can be had at once. */
function packageNote(document: Document): HTMLElement {
  return element(
    document,
    "p",
    {},
    "All released tables can be saved as one data package, with a codebook, units, licence and citation: ",
    element(document, "a", {href: "./explore.html"}, "explore"),
    ", under “Take it away”, “Download the whole study's data”."
  );
}

function suppressionRows(tables: MarkInput["tables"]): Row[] {
  return Array.from(tables, ([name, {rows, suppressed}]) => {
    const withheld = Object.values(suppressed).reduce((sum, n) => sum + n, 0);
    return {table: name, rows: rows.length, withheld, columns: Object.keys(suppressed).join(", ") || "none"};
  });
}

/** shown where a study gives them */
const dated = new Set(["asOf", "due"]);
const fileColumns: Column[] = [
  {name: "file", label: "File"},
  {name: "read", label: "Rows read", digits: 0},
  {name: "accepted", label: "Accepted", digits: 0},
  {name: "rejected", label: "Rejected", digits: 0},
  {name: "deduplicated", label: "Duplicates", digits: 0},
  {name: "extra", label: "Columns passed over", digits: 0},
  {name: "asOf", label: "As of"},
  {name: "due", label: "Next due"}
];
const rejectedColumns: Column[] = [
  {name: "file", label: "File"},
  {name: "column", label: "Column"},
  {name: "rule", label: "Rule"},
  {name: "rows", label: "Rows", digits: 0}
];
const ruleColumns: Column[] = [
  {name: "label", label: "Rule"},
  {name: "value", label: "Value"},
  {name: "source", label: "Source"}
];
const tableColumns: Column[] = [
  {name: "table", label: "Table"},
  {name: "grain", label: "Grain"},
  {name: "present", label: "In this study"},
  {name: "from", label: "Made from"}
];
const suppressedColumns: Column[] = [
  {name: "table", label: "Released table"},
  {name: "rows", label: "Rows", digits: 0},
  {name: "withheld", label: "Cells withheld", digits: 0},
  {name: "columns", label: "In the columns"}
];
