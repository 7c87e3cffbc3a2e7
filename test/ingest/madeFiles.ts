import {mkdtemp, readFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {utils, write, type WorkBook, type WorkSheet} from "@e965/xlsx";
import {departmentYears} from "./tinyStudy.js";

/** The tiny study's departments and years, as other formats write them. */
export const lines = departmentYears.trimEnd().split("\n");
export const table = lines.map((line) => line.split(","));

export function jsonLines(): string {
  const [names = [], ...rows] = table;
  return rows.map((row) => `${JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i]])))}\n`).join("");
}

export function sheetOf(rows: readonly (readonly string[])[]): WorkSheet {
  return utils.aoa_to_sheet(rows.map((row) => row.map((value) => (/^\d+$/.test(value) ? Number(value) : value))));
}

export function workbook(first: WorkSheet, second?: WorkSheet, date1904 = false): Uint8Array {
  const book: WorkBook = utils.book_new();
  utils.book_append_sheet(book, first, "Sheet1");
  if (second) utils.book_append_sheet(book, second, "Sheet2");
  book.Workbook = {WBProps: {date1904}};
  return new Uint8Array(write(book, {type: "buffer", bookType: "xlsx", cellStyles: true}));
}

export const withCell = (address: string, cell: object): WorkSheet => ({...sheetOf(table), [address]: cell});

export const merged = (): WorkSheet => ({...sheetOf(table), "!merges": [utils.decode_range("B3:B4")]});

/** The table under further rows, with cells merged. */
export const titled = (above: readonly (readonly string[])[], merges: readonly string[]): WorkSheet => ({
  ...sheetOf([...above, ...table]),
  "!merges": merges.map((range) => utils.decode_range(range))
});

export const hiddenRow = (): WorkSheet => ({...sheetOf(table), "!rows": [{}, {}, {}, {hidden: true}]});

export const hiddenColumn = (): WorkSheet => ({...sheetOf(table), "!cols": [{}, {}, {hidden: true}]});

export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.with(at, (bytes[at] ?? 0) ^ 1);
}

export async function parquet(profit: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "longview-parquet-"));
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(
    `CREATE TABLE years (department_id VARCHAR, fiscal_year BIGINT, headcount BIGINT, managers BIGINT, revenue DOUBLE, ${profit})`
  );
  for (const row of table.slice(1)) await connection.run(`INSERT INTO years VALUES ('${row.join("', '")}')`);
  await connection.run(`COPY years TO '${folder}/years.parquet'`);
  return readFile(join(folder, "years.parquet"));
}
