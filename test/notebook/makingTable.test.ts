import {DuckDBInstance} from "@duckdb/node-api";
import {expect, it} from "vitest";
import {columnsOf, type Value} from "../../src/notebook/columnsOf.js";
import {makingTable} from "../../src/notebook/makingTable.js";
import {tablesNamed} from "../../src/notebook/tablesNamed.js";

async function read(columns: Readonly<Record<string, readonly Value[]>>): Promise<{types: string[]; rows: unknown}> {
  const connection = await (await DuckDBInstance.create(":memory:", {enable_external_access: "false"})).connect();
  await connection.run(makingTable('a "table"', Object.entries(columns)));
  const result = await connection.runAndReadAll('SELECT * FROM "a ""table"""');
  return {types: result.columnTypes().map(String), rows: columnsOf(result.getRowObjectsJS() as object[])};
}

it("makingTable(name, columns) gives the rows as they are, without a file: texts, numbers to the last digit, gaps", async () => {
  const columns = {
    'it\'s "text"': ["a,b", "", "c'd\n\\N", null],
    whole: [1, null, -3, 9007199254740991],
    real: [0.1 + 0.2, 1e-300, null, -12345678.9],
    yes: [true, false, null, true],
    none: [null, null, null, null]
  };
  const {types, rows} = await read(columns);
  expect(types).toEqual(["VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "VARCHAR"]);
  expect(rows).toEqual(columns);
});

it("makingTable() of no rows has its columns", async () => {
  expect((await read({a: [], b: []})).types).toEqual(["VARCHAR", "VARCHAR"]);
});

it("tablesNamed(query, names) gives what a query names, whatever its letters' size", () => {
  const names = ["department_years", "module_means", "events"];
  expect(tablesNamed('SELECT * FROM Department_Years JOIN "events" USING (fiscal_year)', names)).toEqual([
    "department_years",
    "events"
  ]);
  expect(tablesNamed("SELECT department_years_2 FROM module_means", names)).toEqual(["module_means"]);
  for (const query of ["SHOW TABLES", "SELECT 1", "SELECT * FROM duckdb_tables() WHERE table_name <> 'events'"])
    expect(tablesNamed(query, names)).toEqual(names);
});
