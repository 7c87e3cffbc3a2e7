/**
 * The list of bad inputs, test/field/copied/bad-inputs.md: each is tried here, and ends in the numbers of a plain file or in
 * a message of place, rule and remedy, or the test that has it is named. The table is test/output/bad-inputs.md.
 */
import {readFileSync} from "node:fs";
import {rm} from "node:fs/promises";
import {DuckDBInstance} from "@duckdb/node-api";
import {expect, it} from "vitest";
import {ingestStudy} from "../../loaders/ingest/ingestStudy.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {StudyError} from "../../loaders/study/studyError.js";
import {buildCanonical} from "../../loaders/warehouse/buildCanonical.js";
import {tried, type Tried} from "./badInputs.js";
import {elsewhere} from "./badInputsElsewhere.js";
import {furtherInputs} from "./furtherInputs.js";
import {tinyStudy} from "./tinyStudy.js";

const listed = [...readFileSync("test/field/copied/bad-inputs.md", "utf8").matchAll(/^(\d+)\. (.*?) → (.*)$/gm)].map(
  ([, rule, input = "", expected = ""]) => ({rule: Number(rule), input, expected})
);
const numbers = readFileSync("test/ingest/tiny_tables.sql", "utf8");

/** A digest of the study's tables, or what is said instead. */
async function outcome(files: Tried["files"]): Promise<string> {
  const {folder, cache} = await tinyStudy(files);
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await instance.connect();
  try {
    const study = await readStudy(folder);
    await ingestStudy(connection, study, cache);
    await buildCanonical(connection, study);
    return String((await connection.runAndReadAll(numbers)).getRowsJS()[0]?.[0]);
  } catch (error) {
    if (error instanceof StudyError) return error.message;
    throw error;
  } finally {
    connection.closeSync();
    instance.closeSync();
    await Promise.all([folder, cache].map((path) => rm(path, {recursive: true})));
  }
}

async function gotOf({files, same}: Pick<Tried, "files" | "same">, plain: string): Promise<string> {
  const got = await outcome(files);
  if (!/^[0-9a-f]{32}$/.test(got)) return (got.split("\n")[1] ?? got).trim();
  return same && got === (Object.keys(same).length === 0 ? plain : await outcome(same))
    ? "the right numbers"
    : "other numbers";
}

const place = /^[a-z_]+\.\w+(, rows? \d+(, \d+)*( and \d+ more)?)?(, column [^:]+)?: [^\n]+[.?] [A-Z][^\n]+\.$/;

it("every bad input ends in the right numbers or in place, rule and remedy, or the test that has it is there", async () => {
  expect(listed.map(({rule}) => rule)).toEqual(Array.from({length: 66}, (_, i) => i + 1));
  const rows: string[] = [];
  const all = await tried();
  const plain = await outcome({});
  for (const {rule, input, expected} of listed) {
    const own = all.filter((one) => one.rule === rule);
    const others = elsewhere[rule] ?? [];
    expect(own.length + others.length, input).toBeGreaterThan(0);
    for (const one of own) {
      const got = await gotOf(one, plain);
      expect(got, `${rule}: ${one.what}`).toMatch(one.same ? /^the right numbers$/ : place);
      rows.push(line(rule, input, expected, one.what, got));
    }
    for (const {file, title} of others) {
      expect(readFileSync(file, "utf8"), `${rule}: ${file}`).toContain(title);
      rows.push(line(rule, input, expected, "in another test", `${file}: ${title}`));
    }
  }
  const head = ["| no. | input | expected | tried | got |", "| --- | --- | --- | --- | --- |"];
  await expect(["# Bad inputs", "", ...head, ...rows, ""].join("\n")).toMatchFileSnapshot("../output/bad-inputs.md");
}, 400_000);

it("so does every kind that the list does not have", async () => {
  const rows: string[] = [];
  const plain = await outcome({});
  for (const one of await furtherInputs()) {
    const got = await gotOf(one, plain);
    expect.soft(got, one.what).toMatch(one.same ? /^the right numbers$/ : place);
    rows.push(`| ${[one.what, got].map(inCell).join(" | ")} |`);
  }
  const title = `${rows.length} kinds of spoilt files that bad-inputs.md does not have.`;
  const text = ["# Further bad inputs", "", title, "", "| tried | got |", "| --- | --- |", ...rows, ""].join("\n");
  await expect(text).toMatchFileSnapshot("../output/further-inputs.md");
}, 400_000);

const inCell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");

const line = (rule: number, ...texts: string[]): string => `| ${[String(rule), ...texts.map(inCell)].join(" | ")} |`;
