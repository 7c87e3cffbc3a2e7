/**
 * Inputs drawn from public bug reports of this field, copied as they are to test/field/copied, and as many again of the
 * same kinds. Where a copied case says in words what is right, or our answer says more, readings.json has it.
 */
import {createHash} from "node:crypto";
import {mkdtempSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {answerTo, found, type Answer, type Asked} from "./answerTo.js";
import {elsewhere} from "./elsewhere.js";
import type {Expected, FieldCase} from "./fieldCase.js";
import {fieldTable} from "./fieldTable.js";
import {invented} from "./invented.js";

const copies = "test/field/copied";
const drawn = JSON.parse(readFileSync(`${copies}/cases.json`, "utf8")) as FieldCase[];
const readings = JSON.parse(readFileSync("test/estimate/field/readings.json", "utf8")) as Record<string, Expected>;
const folder = mkdtempSync(join(tmpdir(), "field-"));
const answers = new Map<string, Answer>();

const ours = drawn.filter(({spec, input}) => spec !== undefined || typeof input === "object");
const others = drawn.filter((one) => !ours.includes(one));

describe("estimate and curve on what has gone wrong elsewhere", () => {
  it.each(ours.map((one) => [one.id, one] as const))("%s", async (id, one) => {
    const answer = await answerTo(withFile(one));
    answers.set(id, answer);
    const more = readings[id] ?? (answer.error ? {refuse: true} : {});
    expect(found(answer, more, one.tolerance)).toEqual(more);
    const refused = isRefusal(one, readings[id]);
    const expected = Boolean(answer.error) === refused ? inNumbers(one, refused) : otherwise(one);
    expect(found(answer, expected, one.tolerance)).toEqual(expected);
  });

  it.each(invented.map((one) => [one.id, one] as const))("%s", async (_, one) => {
    const answer = await answerTo(withFile(one));
    expect(found(answer, one.expected as Expected, one.tolerance)).toEqual(one.expected);
  });

  it("each is asked here, or the test that asks it is named", () => {
    expect(others.map(({id}) => id).toSorted()).toEqual(Object.keys(elsewhere).toSorted());
    const gone = Object.values(elsewhere).filter(
      (place) => place && !readFileSync(place.file, "utf8").includes(place.title)
    );
    expect(gone).toEqual([]);
  });

  it("every copy is what was copied, to the byte", () => {
    const files = readdirSync(copies, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
    const sums = files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return `${createHash("sha256").update(readFileSync(path)).digest("hex")}  ${path.slice(copies.length + 1)}`;
    });
    const recorded = readFileSync("test/field/copied.sha256", "utf8").trim().split("\n");
    expect(sums.toSorted()).toEqual(recorded.toSorted());
  });

  it("the table of what is right and what is found is as it was", async () => {
    await expect(fieldTable(drawn, answers, readings)).toMatchFileSnapshot("../../output/field.md");
  });
});

const isRefusal = ({expected}: FieldCase, reading?: Expected): boolean =>
  (expected as Expected).refuse === true || reading?.refuse !== undefined;

/** What is expected but for what is said in words; of a refusal, that it is one. */
function inNumbers({expected}: FieldCase, refused: boolean): Expected {
  if (refused) return {refuse: true};
  const words = new Set(["or", "message", "reason", "dropped_term", "warning"]);
  return Object.fromEntries(
    Object.entries(expected as Expected).filter(([path, value]) => !words.has(path) && typeof value !== "string")
  );
}

/** Where a case may be refused or answered, the answer. */
const otherwise = ({expected}: FieldCase): Expected => (expected as {or?: Expected}).or ?? {refuse: "a refusal"};

function withFile({id, spec, input, file}: FieldCase): Asked {
  const data = (spec ?? (input as Expected | undefined))?.data;
  const copied = typeof data === "string" ? join(copies, data) : undefined;
  const path = copied ?? (file === undefined ? undefined : join(folder, `${id}.csv`));
  if (copied === undefined && file !== undefined) writeFileSync(path!, file);
  const from = path === undefined ? {} : {data: path};
  return spec ? {spec: {...spec, ...from}} : {input: {...(input as Expected), ...from}};
}
