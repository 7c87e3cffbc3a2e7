import {isSuppressed} from "../../released/cell.js";
import type {ReleasedTable} from "../../released/table.js";
import {describeMeasures} from "../../evidence/measure.js";
import type {ExploredStudy} from "../study.js";
import {citationOf} from "../../words/citationOf.js";
import {describeColumn} from "../describeColumn.js";
import {csv} from "./csv.js";
import {licencesOf} from "./licencesOf.js";

/** Every released table with its codebook, as one data package. */
export function studyFiles(
  tables: Readonly<Record<string, ReleasedTable>>,
  study: ExploredStudy,
  version: string
): Record<string, string> {
  const described = describeMeasures(study.measures, study.currency.label);
  const resources = Object.entries(tables).map(([name, {rows}]) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const withheld = new Set(
      rows.flatMap((row) => Object.values(row).flatMap((cell) => (isSuppressed(cell) ? [cell.suppressed] : [])))
    );
    const fields = columns.map((column) => {
      const cells = rows.map((row) => row[column]);
      const type = cells.some((cell) => typeof cell === "number")
        ? "number"
        : cells.some((cell) => typeof cell === "boolean")
          ? "boolean"
          : "string";
      const {label, unit} = describeColumn(column, [name], {described, currency: study.currency});
      return {name: column, type, title: label, ...(unit === "" ? {} : {unit})};
    });
    const text = csv(
      columns,
      rows.map((row) => columns.map((column) => (isSuppressed(row[column]) ? row[column].suppressed : row[column])))
    );
    return {name, path: `${name}.csv`, text, schema: {fields, missingValues: ["", ...withheld]}};
  });
  const description = {
    profile: "tabular-data-package",
    name: "released-tables",
    title: study.title,
    version,
    description: `Every released table. Words in a column of numbers are the rule by which a cell is withheld.${study.synthetic ? " Simulated data: no figure comes from a real organisation." : ""}`,
    ...licencesOf(study),
    resources: resources.map(({name, path, schema}) => ({
      profile: "tabular-data-resource",
      name,
      path,
      encoding: "utf-8",
      schema
    }))
  };
  return {
    ...Object.fromEntries(resources.map(({path, text}) => [path, text])),
    "datapackage.json": `${JSON.stringify(description, null, 2)}\n`,
    "CITATION.txt": `${citationOf(study, version)}\n`
  };
}
