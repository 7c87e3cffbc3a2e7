import {DuckDBInstance} from "@duckdb/node-api";
import {expect, it} from "vitest";
import {rawResource} from "../../loaders/study/rawResource.js";
import {readMapping} from "../../loaders/warehouse/rules/readMapping.js";

const log = rawResource.parse({
  name: "log",
  path: "log.csv",
  schema: {fields: [{name: "at", type: "datetime"}, {name: "coach"}, {name: "fee", type: "number"}]}
});

const columnsOf = async (sql: string): Promise<readonly [unknown, readonly string[]]> => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const {uses, untold} = await readMapping(connection, sql, [log]);
  return [uses[0]?.columns, untold.map(({resource}) => resource)];
};

it("readMapping(sql) finds a row again by what its columns are cast to: a moment cast to its day used to be lost", async () => {
  const sql = 'SELECT coach AS group_id, "at"::DATE AS held_on, fee::DECIMAL(9, 2) AS fee FROM log';
  expect(await columnsOf(sql)).toEqual([{group_id: "raw.coach", held_on: 'CAST(raw."at" AS DATE)'}, []]);
});

it("readMapping(sql) finds a row again by computed columns: a key that was padded used to leave lost rows uncounted", async () => {
  const sql = `SELECT lpad(coach, 6, '0') AS manager_id, max(fee) AS fee, row_number() OVER () AS n FROM log GROUP BY ALL`;
  expect(await columnsOf(sql)).toEqual([{manager_id: "lpad(raw.coach, 6, '0')"}, []]);
});

it("readMapping(sql) names the files whose rows can't be found again, and not those that are only looked up", async () => {
  expect(await columnsOf("WITH l AS (SELECT coach FROM log) SELECT coach AS manager_id FROM l")).toEqual([
    undefined,
    ["log"]
  ]);
  const looked =
    "SELECT 1 AS fee, (SELECT any_value(coach) FROM log) AS c FROM (VALUES (1)) AS v LEFT JOIN log ON true";
  expect(await columnsOf(looked)).toEqual([undefined, []]);
});
