import {readFileSync, readdirSync} from "node:fs";
import {mkdtemp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {DuckDBInstance} from "@duckdb/node-api";
import {beforeAll, describe, expect, it} from "vitest";
import type {DepartmentMeasure} from "../../loaders/release/tables/departmentYears.js";
import type {AnswerRow} from "../../loaders/release/tables/moduleAnswers.js";
import type {RatingRow} from "../../loaders/release/models/ratingRow.js";
import type {StartRow} from "../../loaders/release/models/startRow.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {buildWarehouse, marts, readMart} from "../../loaders/warehouse/buildWarehouse.js";
import {checkTables} from "../../loaders/warehouse/rules/checkTables.js";
import {tinyStudy} from "../ingest/tinyStudy.js";

const folder = "loaders/release";
const questions = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".sql"));

/** The columns that each question answers with, those of a declared row type held to it by the compiler. */
const columns: Readonly<Record<string, readonly string[]>> = {
  "tables/department_years.sql": Object.keys({
    department_id: true,
    name: true,
    division: true,
    fiscal_year: true,
    eligible: true,
    measure: true,
    value: true
  } satisfies Record<keyof DepartmentMeasure, true>),
  "sql/eligible_departments.sql": ["department_id", "name", "division", "fiscal_year", "eligible"],
  "tables/events.sql": ["occurred_on", "fiscal_year", "label", "kind"],
  "sql/lineage_pairs.sql": ["from_id", "to_id"],
  "tables/manager_flow.sql": ["eligible", "rated", "compared", "considered", "started", "either_side"],
  "models/manager_ratings.sql": Object.keys({
    manager_id: true,
    fiscal_year: true,
    z: true,
    started_in: true,
    taken_part: true,
    eve: true,
    tenure: true,
    reset: true,
    kind: true,
    dose: true
  } satisfies Record<keyof RatingRow, true>),
  "models/manager_starts.sql": Object.keys({
    manager_id: true,
    fiscal_year: true,
    started: true,
    z_before: true,
    z_earlier: true,
    z_after: true,
    rating_before: true,
    rating_after: true,
    kind: true,
    tenure: true,
    grade: true,
    promoted: true,
    reset: true,
    first_line: true,
    department_size: true
  } satisfies Record<keyof StartRow, true>),
  "tables/mixing.sql": ["fiscal_year", "division", "managers", "other_line", "by_chance"],
  "tables/movers.sql": ["fiscal_year", "managers", "moved"],
  "tables/module_answers.sql": Object.keys({
    module_id: true,
    title: true,
    mindset: true,
    rating: true,
    ratings: true,
    raters: true,
    minimum: true,
    maximum: true
  } satisfies Record<keyof AnswerRow, true>),
  "tables/module_ratings.sql": [
    "module_id",
    "title",
    "mindset",
    "ratings",
    "raters",
    "mean",
    "sd",
    "favourable",
    "minimum",
    "maximum"
  ],
  "tables/session_years.sql": ["fiscal_year", "mindset", "ratings", "raters", "favourable"],
  "tables/organisation_years.sql": ["fiscal_year", "measure", "value"],
  "sql/periods.sql": ["source", "period"],
  "sql/profile.sql": ["table", "counted", "amount"],
  "sql/warnings.sql": ["message"],
  "sql/lineage.sql": ["table", "file", "persons"],
  "sql/table_rules.sql": ["rule", "table", "severity", "broken", "allowed"],
  "sql/has_managers.sql": ["managers"],
  "sql/reorganisations.sql": ["fiscal_year", "departments"],
  "sql/left_out.sql": ["mapping", "file", "rule", "rows"],
  "sql/uncounted.sql": ["mapping", "file"],
  "sql/person_keys.sql": ["person"],
  "sql/table_states.sql": ["name", "rows", "hashes"],
  "sql/person_rows.sql": ["source", "period", "cell", "person", "content", "placed"],
  "tables/rating_years.sql": ["years_from_start", "managers", "started", "mean", "sd"],
  "sql/rejected_rules.sql": ["file", "column", "rule", "rows"],
  "sql/resources.sql": ["resource", "file", "read", "accepted", "rejected", "deduplicated", "extra_columns"],
  "models/scale_answers.sql": [
    "measure",
    "items",
    "department_id",
    "fiscal_year",
    "answers",
    "persons",
    "minimum",
    "maximum"
  ],
  "models/session_counts.sql": ["ratings", "attended"],
  "tables/session_response.sql": ["position", "members", "people", "attended", "attendees", "rated"],
  "models/session_rows.sql": ["rating", "reflective", "position", "module_id", "group_id", "manager_id"],
  "tables/survey_groups.sql": [
    "fiscal_year",
    "division",
    "respondent_group",
    "measure",
    "negative_control",
    "respondents",
    "mean",
    "minimum",
    "maximum"
  ],
  "tables/survey_measures.sql": [
    "department_id",
    "name",
    "division",
    "fiscal_year",
    "measure",
    "negative_control",
    "respondents",
    "invited",
    "mean",
    "minimum",
    "maximum",
    "parts"
  ],
  "models/unchanged_items.sql": [
    "measure",
    "department_id",
    "fiscal_year",
    "respondents",
    "mean",
    "changed",
    "kept",
    "since"
  ]
};

describe("SQL against a schema without sessions, ratings and answers", () => {
  let connection: DuckDBConnection;

  beforeAll(async () => {
    const {folder: study} = await tinyStudy();
    connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run("SET TimeZone = 'Asia/Tokyo'");
    const scratch = await mkdtemp(join(tmpdir(), "longview-sql-"));
    await checkTables(
      connection,
      await readStudy(study),
      await buildWarehouse(connection, await readStudy(study), scratch)
    );
  });

  it.each(marts)("%s can be prepared", async (name) => {
    const prepared = await connection.extractStatements(readMart(name));
    expect(prepared.count).toBeGreaterThan(0);
    for (let i = 0; i < prepared.count; i++) await expect(prepared.prepare(i)).resolves.toBeDefined();
  });

  it.each(questions)("%s answers with the declared columns", async (name) => {
    const prepared = await connection.prepare(readFileSync(join(folder, name), "utf8"));
    expect(Array.from({length: prepared.columnCount}, (_, i) => prepared.columnName(i))).toEqual(columns[name]);
  });

  it.each([...marts.map((name) => ["loaders/warehouse/sql", name]), ...questions.map((name) => [folder, name])])(
    "%s/%s says its grain, inputs, parameters and units",
    (at, name) => {
      const sql = readFileSync(join(at, name), "utf8");
      for (const word of ["grain", "inputs", "parameters", "units"])
        expect(sql).toMatch(new RegExp(`^-- ${word}\\s`, "m"));
      expect(sql).not.toMatch(/SELECT \*/);
      // texts in order: a sort for each group took 19 GB at 16 times the default study; list_sort() sorts what is whole
      expect(sql).not.toMatch(/string_agg\((?:[^()]|\([^()]*\))*ORDER BY/);
    }
  );
});
