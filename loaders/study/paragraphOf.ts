import {canonicalTable} from "./contract.js";
import {dataPackage} from "./dataPackage.js";
import type {Violation} from "./violation.js";

/** The page that says what a study's files must be: its text here, and where it is on a built site. */
export const documentation = {file: "src/bring-your-own-study.md", page: "bring-your-own-study.html"} as const;

/** Where a property of the data package has its line in the documentation: "study-plan-specification". */
export function anchorOf(path: string): string {
  return path.replace(/\[\]|\.\d+/g, "").replace(/\W+/g, "-");
}

const known = new Set(Object.keys(dataPackage.shape.study.shape).map((name) => `study-${name}`));

/** The paragraph of the documentation that a broken rule belongs to. */
export function paragraphOf({file, column = ""}: Violation): string {
  if (file === "datapackage.json") {
    const [first = "", second = ""] = column.split(".");
    const property = anchorOf(`${first}.${second}`);
    return known.has(property) ? property : first === "study" ? "the-study-block" : "raw-files";
  }
  if (/^postgres\/|^LONGVIEW_POSTGRES$|^the database$/.test(file)) return "a-database";
  const [, table = ""] = /^sql\/(\w+)\.sql$/.exec(file) ?? [];
  if (canonicalTable(table)) return `table-${table}`;
  return file.endsWith(".sql") ? "canonical-tables" : "raw-files";
}
