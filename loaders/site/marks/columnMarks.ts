import type {Column, Row} from "../../../src/components/parts/column.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {element} from "../../../src/components/parts/element.js";
import type {Marks} from "../../../src/components/parts/mark.js";
import {htmlMark} from "../../../src/components/parts/mark.js";
import {isSuppressed} from "../../../src/released/cell.js";
import {capital} from "../../../src/words/numbers.js";
import {personNoun} from "../../../src/words/studyNouns.js";
import {yearNoun} from "../../../src/words/yearNoun.js";
import {columns as words} from "../../../src/words/en/data.js";
import {declaredColumns} from "../../disclosure/declaredColumns.js";
import type {DeclaredColumn} from "../../disclosure/released.js";
import type {MarkInput} from "./markInput.js";

/** Every column that is released, and what is missing of it by year: both from what is published. */
export function columnMarks({release, document}: MarkInput): Marks {
  const tables = Array.from(release.tables, ([table, {value, provenance}]) => ({
    table,
    rows: value.rows as readonly Row[],
    declared: declaredColumns(provenance)
  }));
  const missing = tables.flatMap(({table, rows}) => missingByYear(table, rows));
  return {
    "data.missing":
      missing.length === 0
        ? htmlMark(element(document, "p", {}, words.complete))
        : htmlMark(dataTable(missing, missingColumns(), {caption: words.missing, document})),
    "data.columns": htmlMark(
      dataTable(
        tables.flatMap(({table, rows, declared}) => columnRows(table, rows, declared)),
        columnColumns,
        {caption: words.released, document}
      )
    )
  };
}

/** A row for each year of a table in which some value is not there. */
function missingByYear(table: string, rows: readonly Row[]): Row[] {
  const years = [...new Set(rows.map((row) => row.fiscal_year))].filter((year) => typeof year === "number");
  return years
    .toSorted((a, b) => a - b)
    .flatMap((year) => {
      const cells = rows.filter((row) => row.fiscal_year === year).flatMap((row) => Object.values(row));
      const absent = cells.filter((cell) => cell === null).length;
      const withheld = cells.filter((cell) => isSuppressed(cell)).length;
      return absent + withheld > 0 ? [{table, year: String(year), cells: cells.length, absent, withheld}] : [];
    });
}

function columnRows(table: string, rows: readonly Row[], declared: Readonly<Record<string, DeclaredColumn>>): Row[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))].map((column) => {
    const cells = rows.map((row) => row[column] ?? null);
    const {kind = "", unit = ""} = declared[column] ?? {};
    return {
      table,
      column,
      kind: kindNames[kind] ?? kind,
      unit: unit === "managers" ? personNoun().many : unit,
      absent: cells.filter((cell) => cell === null).length,
      withheld: cells.filter((cell) => isSuppressed(cell)).length
    };
  });
}

/** what each kind of column is, in a reader's words */
const kindNames: Readonly<Record<string, string>> = {
  key: "names the row",
  scale: "end of a rating scale",
  finance: "figures of units",
  headcount: "number of people",
  survey: "survey answers",
  appraisal: "appraisals",
  rating: "ratings",
  model: "made by a model",
  count: "count",
  activity: "activity"
};
const missingColumns = (): Column[] => [
  {name: "table", label: "Released table"},
  {name: "year", label: capital(yearNoun().one)},
  {name: "cells", label: "Values", digits: 0},
  {name: "absent", label: "No value", digits: 0},
  {name: "withheld", label: "Withheld", digits: 0}
];
const columnColumns: Column[] = [
  {name: "table", label: "Released table"},
  {name: "column", label: "Column"},
  {name: "kind", label: "What it is"},
  {name: "unit", label: "Counted in, or over"},
  {name: "absent", label: "No value", digits: 0},
  {name: "withheld", label: "Withheld", digits: 0}
];
