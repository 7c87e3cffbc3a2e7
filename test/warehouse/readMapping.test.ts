import {DuckDBInstance} from "@duckdb/node-api";
import {expect, it} from "vitest";
import {rawResource} from "../../loaders/study/rawResource.js";
import {parseMapping} from "../../loaders/warehouse/rules/parseMapping.js";
import {readMapping} from "../../loaders/warehouse/rules/readMapping.js";

const log = rawResource.parse({
  name: "log",
  path: "log.csv",
  schema: {fields: [{name: "at", type: "datetime"}, {name: "coach"}, {name: "fee", type: "number"}]}
});

it("readMapping(sql) finds a row again by what its columns are cast to: a moment cast to its day used to be lost", async () => {
  const sql =
    'SELECT coach AS group_id, "at"::DATE AS held_on, fee::DECIMAL(9, 2) AS fee, "at" || coach AS session_id FROM log';
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const {uses} = readMapping(sql, await parseMapping(connection, sql), [log]);
  expect(uses[0]?.columns).toEqual({group_id: 'raw."coach"', held_on: 'CAST(raw."at" AS DATE)'});
});
