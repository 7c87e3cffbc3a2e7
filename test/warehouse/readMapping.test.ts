import {DuckDBInstance} from "@duckdb/node-api";
import {expect, it} from "vitest";
import {rawResource} from "../../loaders/study/rawResource.js";
import {type ReadMapping, readMapping} from "../../loaders/warehouse/rules/readMapping.js";

const log = rawResource.parse({
  name: "log",
  path: "log.csv",
  schema: {fields: [{name: "at", type: "datetime"}, {name: "coach"}, {name: "fee", type: "number"}]}
});

const other = rawResource.parse({
  name: "pay-2019",
  path: "pay.csv",
  schema: {fields: [{name: "coach"}, {name: "fee"}]}
});

const reading = async (sql: string): Promise<ReadMapping> => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return readMapping(connection, sql, [log, other], ["coach"]);
};

const columnsOf = async (sql: string): Promise<readonly [unknown, readonly string[]]> => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const {uses, untold} = await readMapping(connection, sql, [log], ["coach"]);
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

it.each([
  'SELECT fee FROM "Pay-2019"',
  'SELECT (SELECT max(fee) FROM "PAY-2019") AS fee',
  'WITH part AS (FROM "pay-2019") FROM Part',
  'PIVOT "PAY-2019" ON fee IN (1, 2)'
])("readMapping(%s) reads the file: capitals used to hide it", async (sql) => {
  const {read, refused} = await reading(sql);
  expect([read, refused]).toEqual([["pay-2019"], []]);
});

it.each([
  ['SELECT fee FROM staged."pay-2019"', "it reads staged.pay-2019, a table with its schema"],
  ["SELECT 1 WHERE EXISTS (FROM memory.main.log)", "it reads memory.main.log, a table with its schema"],
  ["FROM query_table('log')", "it reads from the function query_table()"],
  ["SELECT (SELECT max(a) FROM Query('FROM log') AS q (a))", "it reads from the function query()"],
  ["FROM histogram('log', 'fee')", "it reads from the function histogram()"],
  ["FROM (SUMMARIZE log)", "it describes a table"],
  ["FROM duckdb_tables", "it reads duckdb_tables, which is no raw file of the study"],
  ["PIVOT log ON coach", "it is no SELECT that can be read"],
  ["-- rows  lgo: fee = raw.fee\nSELECT fee FROM log", "its header says something of lgo, which it does not read"],
  ["-- leaves out  pay-2019: fee < 0\nSELECT fee FROM log", "its header says something of pay-2019"]
])("readMapping(%s) says that %s", async (sql, rule) => {
  const {refused} = await reading(sql);
  expect(refused.map((one) => one.rule)).toEqual([expect.stringContaining(rule)]);
});

it("readMapping(sql) lets parts of a query, lists and counted rows pass", async () => {
  const sql = `WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM T WHERE n < 3)
    SELECT fee FROM log, t, range(3), unnest([1]) AS u, (VALUES (1)) AS v, generate_series(1, 2) AS s`;
  expect((await reading(sql)).refused).toEqual([]);
});

it("readMapping(sql) takes a header for the file that it names, a dash in its name too", async () => {
  const {uses, untold} = await reading(
    `-- rows  pay-2019: fee = raw.fee\nSELECT p.fee FROM log JOIN "pay-2019" AS p USING (coach)`
  );
  expect([uses.map(({resource}) => resource), untold.map(({resource}) => resource)]).toEqual([["pay-2019"], ["log"]]);
  // a header of another file used to pass for this one's
  const strange = await reading("-- rows  lgo: fee = raw.fee\nSELECT fee FROM log");
  expect(strange.uses.map(({columns}) => columns)).toEqual([{fee: "raw.fee"}]);
});

it.each([
  ["SELECT RANDOM() AS fee FROM log", "random()"],
  ["SELECT current_schema() AS coach FROM log", "current_schema()"],
  ["SELECT current_setting('search_path') AS coach FROM log", "current_setting()"],
  ["SELECT CURRENT_DATE AS held_on FROM log", "current_date"],
  ["SELECT fee FROM log USING SAMPLE 3", "SAMPLE"],
  ["SELECT CASE WHEN fee < 0 THEN error('no fee') ELSE fee END AS fee FROM log", null]
])("readMapping(%s) names what differs each time: %s", async (sql, chance) => {
  expect((await reading(sql)).chance).toBe(chance);
});

it("readMapping(sql) takes a header's columns for the raw row's: one of the table's own name used to match every row", async () => {
  const {uses} = await reading(
    "-- rows  log: coach = coach, fee = left(raw.fee::VARCHAR, 2)\nSELECT coach, fee FROM log"
  );
  expect(uses.map(({columns}) => columns)).toEqual([{coach: "raw.coach", fee: '"left"(CAST(raw.fee AS VARCHAR), 2)'}]);
});

const pays = 'FROM log AS l JOIN "pay-2019" AS p ON p.coach = upper(l.coach)';

it("readMapping(sql) finds joined rows by the key that the join makes equal: which it took used to be untold", async () => {
  const {uses, untold} = await reading(`SELECT upper(l.coach) AS coach, p.fee, l."at" AS held_on ${pays}`);
  expect(untold).toEqual([]);
  expect(uses.map(({resource, columns, joined}) => ({resource, columns, joined}))).toEqual([
    {resource: "log", columns: {coach: "upper(raw.coach)", held_on: 'raw."at"'}, joined: false},
    {resource: "pay-2019", columns: {coach: "raw.coach", fee: "raw.fee"}, joined: true}
  ]);
  const using = await reading(
    'SELECT coach, max(p.fee) AS fee FROM log JOIN "pay-2019" AS p USING (coach) GROUP BY ALL'
  );
  expect(using.uses.map(({resource, columns, joined}) => [resource, columns, joined])).toEqual([
    ["log", {coach: "raw.coach"}, false],
    ["pay-2019", {coach: "raw.coach"}, true]
  ]);
});

it.each([
  ["looked up in", `SELECT l.coach, p.fee ${pays.replace("p.coach", "p.fee")}`, ["log"], []],
  [
    "counted in",
    `SELECT l.coach, count(p.fee) AS n ${pays.replace("p.coach", "p.fee")} GROUP BY ALL`,
    ["log"],
    ["pay-2019"]
  ],
  ["joined twice", "SELECT a.coach FROM log AS a JOIN log AS b USING (coach)", [], ["log"]],
  ["joined by one's every column", 'SELECT l.coach FROM log AS l NATURAL JOIN "pay-2019"', [], ["log", "pay-2019"]],
  ["without the key", `SELECT p.fee ${pays.replace("p.coach", "p.fee")}`, [], ["log", "pay-2019"]]
])("readMapping(sql) of a file that is %s", async (_, sql, found, lost) => {
  const {uses, untold} = await reading(sql);
  expect([uses.map(({resource}) => resource), untold.map(({resource}) => resource)]).toEqual([found, lost]);
});

it("readMapping(sql) finds rows of files that are put together by the names of their columns", async () => {
  const {uses, untold} = await reading(
    'SELECT * FROM (WITH c (v) AS (VALUES (1)) SELECT coach FROM log JOIN c ON fee = v) UNION ALL BY NAME SELECT coach FROM "pay-2019"'
  );
  expect([uses.map(({resource}) => resource), untold]).toEqual([["log", "pay-2019"], []]);
});

it.each([
  ["in two parts", "SELECT coach FROM log WHERE fee > 1 UNION ALL BY NAME SELECT coach FROM log WHERE fee < 0"],
  ["by the columns' places", 'SELECT coach FROM log UNION ALL SELECT coach FROM "pay-2019"'],
  [
    "under a part's name",
    'WITH log AS (FROM "pay-2019") SELECT coach FROM log UNION ALL BY NAME SELECT coach FROM log'
  ],
  ["under a part's name within", 'SELECT coach FROM (WITH log AS (FROM "pay-2019") SELECT * FROM log)']
])("readMapping(sql) finds no row of a file that is read %s: it might be in another", async (_, sql) => {
  expect((await reading(sql)).uses).toEqual([]);
});
