import {readFile} from "node:fs/promises";
import {beforeAll, describe, expect, it} from "vitest";
import {estimate} from "../../loaders/estimate/runEstimate.js";
import {publish} from "../../loaders/release/publish.js";
import type {AnsweringStudy} from "../../src/answering/answeringStudy.js";
import {answerTo} from "../../src/answering/answerTo.js";
import {askedPlan} from "../../src/answering/askedPlan.js";
import type {Chosen, PlannedInput} from "../../src/answering/choice.js";
import {offeredChoices} from "../../src/answering/offeredChoices.js";
import {parseChosen, serialiseChosen} from "../../src/answering/parseChosen.js";
import {evidenceContext} from "../../src/evidence/evidenceContext.js";
import {planOf} from "../../src/evidence/planOf.js";
import {registry} from "../../src/findings/registry.js";
import {isSuppressed} from "../../src/released/cell.js";
import {speaking} from "../../src/words/language.js";

const live = ["purpose", "departments", "organisation", "sessions", "managers", "engagement"] as const;
let about: AnsweringStudy;
let tables: PlannedInput["tables"];

beforeAll(async () => {
  const release = await publish("data/fujitsu-ssl");
  const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  about = plain({study: release.report.value.study, findings: release.findings.value});
  tables = new Map(Array.from(release.tables, ([name, {value}]) => [name, plain(value)]));
}, 300_000);

function inputOf(id: string): PlannedInput {
  const declared = about.study.plan.find(({finding}) => finding === id);
  if (!declared) throw new Error(`no plan: ${id}`);
  return {
    plan: planOf(declared),
    context: evidenceContext(about.study),
    otherWays: about.findings.otherWays[id],
    tables
  };
}

const endsOf = (values: readonly string[]): string[] => [...new Set([values[0]!, values.at(-1)!])];

it("the rows on which R's answers for the worked notebooks were frozen are those that are published", async () => {
  const file = await readFile("test/golden/notebook/department_years.csv", "utf8");
  const [names = [], ...lines] = file
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const rows = tables.get("department_years")!.rows;
  const cell = (value: unknown): string =>
    typeof value === "number" || typeof value === "string" ? String(value) : "";
  expect(lines).toEqual(rows.map((row) => names.map((name) => cell(row[name]))));
});

// those on rows that are not released are answered for other comparisons alone
it.each(live.filter((id) => !registry[id].otherWays))(
  "the page of %s answers with the site's own finding, word for word and digit for digit, where nothing was changed",
  async (id) => {
    const {finding} = await answerTo(id, {}, inputOf(id), about);
    expect(JSON.parse(JSON.stringify(finding))).toEqual(about.findings.findings.find((one) => one.id === id));
  }
);

describe.each(live)("the page of %s", (id) => {
  it("offers three changes or more", () => {
    const choices = offeredChoices(registry[id].answers!, inputOf(id));
    expect(choices.reduce((sum, {options}) => sum + options.length - 1, 0)).toBeGreaterThanOrEqual(3);
  });

  it("offers choices whose link opens them again, and refuses what is not there by a sentence", () => {
    const choices = offeredChoices(registry[id].answers!, inputOf(id));
    const chosen = Object.fromEntries(
      choices.map(({name, options, planned}) => [name, options.find(({value}) => value !== planned)?.value ?? planned])
    );
    expect(parseChosen(serialiseChosen(chosen), choices)).toEqual(chosen);
    expect(() => parseChosen("?fom=2012", choices)).toThrow(/“fom” cannot be chosen here/);
    expect(() => parseChosen(`?${choices[0]!.name}=%3Cscript%3E`, choices)).toThrow(/is unknown/);
    const {name, planned} = choices[0]!;
    for (const query of ["?fom=2012", `?${name}=%3C`, `?${name}=${planned}&${name}=${planned}`])
      expect(() => speaking("ja", () => parseChosen(query, choices)), query).toThrow(/^リンクが?[^a-z]*[に。]/);
    expect(() => parseChosen(`?${name}=${planned}&${name}=${planned}`, choices)).toThrow(/twice\. Keep one/);
  });

  it("answers the first and the last of each choice by a sentence with its number, or says why not", async () => {
    const wrong: string[] = [];
    for (const {name, options, planned} of offeredChoices(registry[id].answers!, inputOf(id)))
      for (const value of endsOf(options.map((one) => one.value).filter((one) => one !== planned))) {
        try {
          const {finding} = await answerTo(id, {[name]: value}, inputOf(id), about);
          if (/NaN|undefined|Infinity/.test(JSON.stringify([finding.title, finding.sentence, finding.checks])))
            wrong.push(`${name}=${value}: ${finding.sentence}`);
          if (finding.primary && !Number.isFinite(finding.primary.estimate)) wrong.push(`${name}=${value}: no number`);
        } catch (error) {
          if (!(error instanceof RangeError) || !error.message.endsWith("."))
            wrong.push(`${name}=${value}: ${String(error)}`);
        }
      }
    expect(wrong).toEqual([]);
  });
});

describe.each(["sessions", "managers"] as const)("another comparison of %s", (id) => {
  it("has its own estimate in its sentence, among its evidence and under its checks, and the plan's words for none", async () => {
    const planned = about.findings.findings.find((one) => one.id === id)!;
    const ways = about.findings.otherWays[id]!;
    for (const {value} of ways) {
      const {finding} = await answerTo(id, {comparison: value}, inputOf(id), about);
      expect(finding.primary, value).not.toEqual(planned.primary);
      expect(finding.evidence, value).toContainEqual(finding.primary);
      expect(finding.sentence, value).not.toBe(planned.sentence);
      expect(finding.certainty, value).toBeDefined();
    }
    expect(new Set(ways.map(({label}) => label)).size).toBe(ways.length);
    await expect(answerTo(id, {comparison: "banana"}, inputOf(id), about)).rejects.toThrow(/cannot be made anew/);
  });
});

it.each([
  ["averages", "mean", 1],
  ["favourable", "favourable", 100]
])("the sessions' comparison by %s is what `estimate` gives of the released table", async (value, column, scale) => {
  const {finding} = await answerTo("sessions", {comparison: value}, inputOf("sessions"), about);
  const {rows} = tables.get("module_ratings")!;
  const data = {
    ...columnsOf(rows, [column]),
    reflective: rows.map(({mindset}) => Number(mindset === "reflective"))
  };
  const result = await estimate({method: "ols", formula: `${column} ~ reflective`, data, vcov: "HC3"});
  const {terms} = result as {terms: {term: string; estimate: number; low: number; high: number}[]};
  const {estimate: slope, low, high} = terms.find(({term}) => term === "reflective")!;
  const {primary} = finding;
  expect([primary!.estimate, primary!.low, primary!.high]).toEqual(
    [slope, low, high].map((one) => expect.closeTo(one * scale, 10) as number)
  );
});

/** The released rows as `estimate` takes them. */
function columnsOf(rows: readonly Record<string, unknown>[], names: readonly string[]): Record<string, unknown[]> {
  return Object.fromEntries(
    names.map((name) => [name, rows.map((row) => (isSuppressed(row[name]) ? null : (row[name] ?? null)))])
  );
}

describe("three changes of the departments' controls", () => {
  it.each<[string, Chosen]>([
    ["another definition", {definition: "stock"}],
    ["other years", {from: "2013", to: "2018"}],
    ["no adjustment", {adjusted: "no"}],
    ["another outcome", {outcome: "profit"}]
  ])("%s: the sentence's estimate is the one that `estimate` gives", async (_, chosen) => {
    const input = inputOf("departments");
    const {finding} = await answerTo("departments", chosen, input, about);
    const {plan, tables: asked} = askedPlan(registry.departments.answers!, chosen, input);
    const rows = asked.get("department_years")?.rows ?? [];
    const result = (await estimate({
      method: "ols",
      formula: plan.specification,
      data: columnsOf(rows, plan.columns.concat("department_id", "fiscal_year")),
      vcov: {cluster: "department_id"}
    })) as {terms?: {term: string; estimate: number}[]; error?: string};
    const term = result.terms?.find((one) => one.term === plan.term);
    expect(result.error).toBeUndefined();
    const {primary} = finding;
    // printed for ten points of the exposure, shares in points, profit in millions
    const scale = (plan.outcome.name === "margin" ? 100 : 1e-6) * 0.1;
    expect(primary!.estimate).toBeCloseTo((term?.estimate ?? NaN) * scale, 10);
    expect(primary!.unit).toBe(plan.outcome.name === "margin" ? "percentage points" : "million yen");
    expect(JSON.stringify(finding)).not.toMatch(/\d,\d{3},\d{3}|\d{7}[^"]* yen/);
    expect(finding.sentence).not.toBe(about.findings.findings.find(({id}) => id === "departments")?.sentence);
  });
});
