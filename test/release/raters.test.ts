/** Persons behind ratings are those who rated: a few who rated often used to count as many. */
import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import {DuckDBInstance} from "@duckdb/node-api";
import {beforeAll, describe, expect, it} from "vitest";
import type {ReleaseContext, ReleaseModule} from "../../loaders/release/releaseModule.js";
import {policyFor} from "../../loaders/disclosure/policy.js";
import {moduleAnswers} from "../../loaders/release/tables/moduleAnswers.js";
import {moduleRatings} from "../../loaders/release/tables/moduleRatings.js";
import {sessionResponse} from "../../loaders/release/tables/sessionResponse.js";
import {sessionYears} from "../../loaders/release/tables/sessionYears.js";
import {isSuppressed} from "../../src/released/cell.js";
import type {ReleasedTable} from "../../src/released/table.js";

const tables = {moduleAnswers, moduleRatings, sessionResponse, sessionYears};
let connection: DuckDBConnection;

/** So many managers, each of whom comes to 60 sessions of one module, in groups of two years, and rates them. */
async function rated(managers: number): Promise<void> {
  for (const statement of [
    "CREATE SCHEMA IF NOT EXISTS canonical; CREATE SCHEMA IF NOT EXISTS mart",
    "CREATE OR REPLACE MACRO fiscal_year(day) AS year(day)",
    "CREATE OR REPLACE TABLE canonical.modules AS SELECT 'M1' AS module_id, 'Listening' AS title, 'reflective' AS mindset",
    "CREATE OR REPLACE TABLE canonical.rating_scales AS SELECT 'five' AS scale_id, 1.0 AS minimum, 5.0 AS maximum, true AS higher_is_better",
    `CREATE OR REPLACE TABLE canonical.sessions AS
      SELECT 'S' || i AS session_id, 'G' || (i % 2) AS group_id, 'M1' AS module_id, i // 2 AS position, make_date(2011 + i % 2, 5, 1) AS held_on
      FROM range(60) AS made(i)`,
    `CREATE OR REPLACE TABLE canonical.attendance AS
      SELECT session_id, 'P' || p AS manager_id FROM canonical.sessions, range(${managers}) AS made(p)`,
    `CREATE OR REPLACE TABLE canonical.session_ratings AS
      SELECT session_id, manager_id, (1 + hash(session_id || manager_id) % 5)::DOUBLE AS rating, 'five' AS scale_id FROM canonical.attendance`,
    readFileSync("loaders/warehouse/sql/07_rate_modules.sql", "utf8")
  ])
    await connection.run(statement);
}

const context = {
  policy: policyFor({thresholds: {}}),
  warehouse: {
    async query(sql: URL, values: Record<string, number>) {
      const asked = await connection.runAndReadAll(readFileSync(sql, "utf8"), values);
      return asked.getRowObjectsJS();
    }
  }
} as unknown as ReleaseContext;

async function figuresOf({make}: ReleaseModule<ReleasedTable>): Promise<unknown[]> {
  const {value} = await make(context);
  return value.rows.flatMap((row) =>
    Object.entries(row).flatMap(([name, cell]) =>
      /mean|favourable|low|high|most|attending|rating/.test(name) ? [cell] : []
    )
  );
}

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});

describe.each(Object.entries(tables))("%s", (_, module) => {
  it("withholds what 9 persons said, though in 540 ratings, and publishes what 120 did", async () => {
    await rated(9);
    const few = await figuresOf(module);
    expect(few.length).toBeGreaterThan(0);
    expect(few.every((cell) => isSuppressed(cell as never))).toBe(true);
    await rated(120);
    const many = await figuresOf(module);
    expect(many.every((cell) => typeof cell === "number")).toBe(true);
  });
});
