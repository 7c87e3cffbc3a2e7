import {readFileSync} from "node:fs";
import {csvParse} from "d3";

export type Cell = string | number | null;

export interface Target {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  readonly values: Readonly<Record<string, number | readonly number[] | null>>;
}

export const targetOf = (id: string): Target =>
  JSON.parse(readFileSync(`test/golden/targets/${id}.json`, "utf8")) as Target;

/** A golden data file as columns, numbers where every cell is one; empty and NA are missing. */
export function tableOf(file: string): Record<string, Cell[]> {
  const rows = csvParse(readFileSync(`test/golden/data/${file}`, "utf8").replace(/^\uFEFF/, ""));
  const missing = (cell: string | undefined): boolean => cell === undefined || cell === "" || cell === "NA";
  return Object.fromEntries(
    rows.columns.map((name) => {
      const numeric = rows.every((row) => missing(row[name]) || Number.isFinite(Number(row[name])));
      return [name, rows.map((row) => (missing(row[name]) ? null : numeric ? Number(row[name]) : row[name]!))];
    })
  );
}
