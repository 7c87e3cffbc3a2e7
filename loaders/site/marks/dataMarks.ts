import type {Column, Row} from "../../../src/components/parts/column.js";
import {count} from "../../../src/evidence/format.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {element} from "../../../src/components/parts/element.js";
import type {Mark, Marks} from "../../../src/components/parts/mark.js";
import {htmlMark, textMark} from "../../../src/components/parts/mark.js";
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
      "Files that were read"
    ),
    "data.rejected":
      rejected.length === 0
        ? htmlMark(element(document, "p", {}, "No row was rejected."))
        : table(rejected, rejectedColumns, "Rows rejected"),
    "data.rounded": textMark(open ? "" : "Where they may be persons', they are rounded as numbers of persons are."),
    "data.withheld": htmlMark(...(open ? openToAll : closedToMost).map((words) => element(document, "p", {}, words))),
    "data.or-withheld": textMark(open ? "" : ", and withheld where too few people are behind it"),
    "data.rules": open ? htmlMark() : table(rules, ruleColumns, "Rules of disclosure control"),
    "data.absent": textMark(absentTables(tables.filter(({present}) => !present).length)),
    "data.tables": table(
      tables
        .filter(({present}) => present)
        .map(({table: name, grain, mapped}) => ({
          table: name,
          grain: inStudysWords(grain, study.words),
          from: mapped ? "mapping SQL" : "a file"
        })),
      tableColumns,
      "Canonical tables"
    ),
    "data.package": htmlMark(pages.some(({file}) => file === "explore.md") ? packageNote(document) : null),
    "data.suppressed": table(suppressionRows(released), suppressedColumns, "Cells withheld")
  };
}

const openToAll = ["The rows are public already, so that nothing is withheld for having few people behind it."];
const closedToMost = [
  "Released tables have no row of a person. A cell with too few people behind it is withheld, and says so; it enters no estimate.",
  "Figures of people are published once. When a year is closed they stay as they were published, whatever is corrected, " +
    "added or deleted later. Figures of money are the organisation's and follow their source."
];

/** A canonical table's grain with the study's own words for units and people. */
const inStudysWords = (grain: string, {unit, person}: MarkInput["release"]["study"]["words"]): string =>
  grain.replaceAll("department", unit.one).replaceAll("manager", person.one);

const absentTables = (absent: number): string =>
  absent === 0
    ? ""
    : `A study can have ${count(absent)} ${absent === 1 ? "table" : "tables"} more, which this one does without.`;

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
  {name: "from", label: "Made from"}
];
const suppressedColumns: Column[] = [
  {name: "table", label: "Released table"},
  {name: "rows", label: "Rows", digits: 0},
  {name: "withheld", label: "Cells withheld", digits: 0},
  {name: "columns", label: "In the columns"}
];
