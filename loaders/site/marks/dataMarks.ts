import type {Column, Row} from "../../../src/components/parts/column.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {listOf} from "../../../src/components/parts/listOf.js";
import {named} from "../../../src/words/language.js";
import {element} from "../../../src/components/parts/element.js";
import type {Mark, Marks} from "../../../src/components/parts/mark.js";
import {htmlMark, textMark} from "../../../src/components/parts/mark.js";
import * as words from "../../../src/words/en/data.js";
import {inStudysWords} from "./inStudysWords.js";
import type {MarkInput} from "./markInput.js";

/** What was read, what was rejected, what is withheld, and by which rules. */
export function dataMarks({release, tables: released, pages, document}: MarkInput): Marks {
  const {files, rejected, rules, tables} = release.report.value;
  const {study} = release;
  const open = study.public_microdata !== undefined;
  const table = (rows: readonly object[], columns: readonly Column[], caption: string): Mark =>
    htmlMark(dataTable(rows as readonly Row[], columns, {caption, document}));
  return {
    "data.files": table(
      files,
      fileColumns.filter(({name}) => !dated.has(name) || files.some((file) => file[name as "asOf" | "due"] !== null)),
      words.read.files
    ),
    "data.rejected":
      rejected.length === 0
        ? htmlMark(element(document, "p", {}, words.read.none))
        : table(rejected, rejectedColumns, words.read.rejected),
    "data.notes": htmlMark(study.notes.length === 0 ? null : listOf(document, study.notes.map(named))),
    "data.rounded": textMark(open ? "" : words.read.rounded),
    "data.withheld": htmlMark(
      ...(open ? words.withheld.openToAll : words.withheld.closedToMost).map((text) => element(document, "p", {}, text))
    ),
    "data.or-withheld": textMark(open ? "" : words.withheld.orWithheld),
    "data.rules": open
      ? htmlMark()
      : table(
          rules.map((rule) => ({...rule, label: inStudysWords(rule.label, study.words)})),
          ruleColumns,
          words.withheld.rules
        ),
    "data.absent": textMark(words.tables.absent(tables.filter(({present}) => !present).length)),
    "data.tables": table(
      tables
        .filter(({present}) => present)
        .map(({table: name, grain, mapped}) => ({
          table: name,
          grain: inStudysWords(grain, study.words),
          from: mapped ? "mapping SQL" : "a file"
        })),
      tableColumns,
      words.tables.caption
    ),
    "data.package": htmlMark(pages.some(({file}) => file === "explore.md") ? packageNote(document) : null),
    "data.suppressed": table(suppressionRows(released), suppressedColumns, words.withheld.cells)
  };
}

/** Where everything that was released can be had at once. */
function packageNote(document: Document): HTMLElement {
  return element(
    document,
    "p",
    {},
    words.taken.before,
    element(document, "a", {href: "./explore.html"}, words.taken.link),
    words.taken.after
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
  {name: "from", label: "Made from"}
];
const suppressedColumns: Column[] = [
  {name: "table", label: "Released table"},
  {name: "rows", label: "Rows", digits: 0},
  {name: "withheld", label: "Cells withheld", digits: 0},
  {name: "columns", label: "In the columns"}
];
