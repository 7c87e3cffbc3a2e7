import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, it} from "vitest";
import {fieldRules} from "../../loaders/ingest/fieldRules.js";
import type {Field, Resource} from "../../loaders/study/dataPackage.js";

const field = {
  name: "利益",
  type: "number",
  format: "default",
  constraints: {minimum: -5_000_000},
  decimalChar: ".",
  groupChar: ",",
  negativeMark: "△",
  unit: 1000,
  trueValues: [],
  falseValues: []
} satisfies Field;
const schema = {
  fields: [field],
  fieldsMatch: "subset",
  uniqueKeys: [],
  foreignKeys: [],
  missingValues: ["", "―"]
} satisfies Resource["schema"];

async function read(text: string, asked: Field = field): Promise<{value: unknown; broken: string[]}> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const {typed, rules} = fieldRules(asked, schema);
  const broken = rules.map(({broken: condition}, i) => `${condition} AS rule_${i}`);
  const sql = `SELECT ${[`${typed} AS typed`, ...broken].join(", ")} FROM (SELECT $text AS "利益")`;
  const [row = {}] = (await connection.runAndReadAll(sql, {text})).getRowObjectsJS();
  return {value: row.typed, broken: rules.filter((_, i) => row[`rule_${i}`] === true).map(({rule}) => rule)};
}

describe("fieldRules() of an account in thousands, its negatives marked △", () => {
  it.each([
    ["1,234", 1_234_000],
    ["△1,234", -1_234_000],
    ["△0.5", -500],
    ["-7", -7000],
    ["―", null]
  ])("%s is %s", async (text, value) => expect(await read(text)).toEqual({value, broken: []}));

  it.each(["△", "1△2", "△△3", "(5)", "▲5"])("%s is no number", async (text) =>
    expect(await read(text)).toEqual({value: null, broken: ["a number"]})
  );

  it("holds the value in full units against the constraints", async () => {
    expect((await read("△5,001")).broken).toEqual(["at least -5000000"]);
  });

  it("counts a whole number of thousands without a fraction", async () => {
    expect((await read("△12", {...field, type: "integer"})).value).toBe(-12_000n);
  });
});
