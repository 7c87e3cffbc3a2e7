/**
 * Studies that lack what an estimate needs: each is published, and its pages say so in a sentence. What they say is kept in
 * test/output/degenerate.md.
 */
import {mkdtemp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {releaseStudy} from "../../loaders/release/releaseStudy.js";
import {fillMarks} from "../../loaders/site/fillMarks.js";
import {releaseSummary} from "../../loaders/release/history/releaseSummary.js";
import {marksFor} from "../../loaders/site/marks/marksFor.js";
import {readPages} from "../../loaders/site/pages.js";
import {parameters} from "../../loaders/simulate/parameters.js";
import {writeSimulation} from "../../loaders/simulate/writeSimulation.js";
import {crewFiles, crewStudy} from "../warehouse/crewStudy.js";
import {emptiedJtrain} from "./emptiedJtrain.js";
import {degenerateStudy} from "./degenerateStudy.js";

interface Built {
  readonly claims: Readonly<Record<string, string>>;
  /** the words of every page that the study has, by its file */
  readonly pages: ReadonlyMap<string, string>;
  /** what is said in short: the report's first lines, each finding's numbers, and what is absent, why */
  readonly said: readonly string[];
}

const told = new Map<string, readonly string[]>();

async function built(folder: string): Promise<Built> {
  const release = await releaseStudy(folder);
  const {findings} = release.findings.value;
  const has = new Set<string>([...release.study.tables, ...findings.map(({id}) => `findings.${id}`)]);
  const marks = await marksFor(release, [], {summary: await releaseSummary(release), history: []});
  const pages = (await readPages("src")).filter(
    ({file, needs}) => file !== "style.md" && needs.every((need) => has.has(need) || `${need}.sentence` in marks)
  );
  return {
    claims: Object.fromEntries(findings.map(({id, claim}) => [id, claim])),
    said: [
      ...["report.title", "report.cause"].map((name) => `${name}: ${textOf(marks[name])}`),
      ...findings.flatMap(({id, title, sentence}) => [`${id}: ${title}`, `${id}: ${sentence}`]),
      `absent: ${textOf(marks["report.absent"])}`
    ],
    pages: new Map(pages.map(({file, markdown}) => [file, wordsOf(fillMarks(markdown, marks, file))]))
  };
}

const textOf = (mark: object | undefined): string =>
  mark ? wordsOf("html" in mark ? String(mark.html) : "text" in mark ? String(mark.text) : "").trim() : "";

function wordsOf(html: string): string {
  return html
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

function expectFinite(pages: Built["pages"]): void {
  for (const [file, words] of pages)
    expect(/.{0,120}\b(NaN|Infinity|undefined)\b.{0,60}/.exec(words)?.[0] ?? "", file).toBe("");
}

/** A crew's sessions, survey and accounts, of the first year alone. */
const oneYear = async (): Promise<string> => {
  const kept = (text: string): string =>
    text
      .split("\n")
      .filter((line, i) => i === 0 || line === "" || line.includes("2011"))
      .join("\n");
  const yearly = ["department_years", "organisation_years", "sessions", "attendance", "survey_responses"];
  const names = [...yearly, "survey_invitations"].map((name) => `${name}.csv`);
  const files = Object.fromEntries(names.map((name) => [name, kept(crewFiles[name] ?? "")]));
  const planned = {
    purpose: {specification: "other_line ~ fiscal_year", term: "fiscal_year"},
    departments: {specification: "margin ~ participation | department_id + fiscal_year", term: "participation"}
  };
  const plan = Object.entries(planned).map(([finding, model]) => ({
    finding,
    dated: "2026-11-01",
    ...model,
    worthwhile: 0.1
  }));
  return (await crewStudy(files, {plan, programmeYears: [2011, 2011]})).folder;
};

const cases: readonly (readonly [string, RegExp, () => Promise<string>])[] = [
  [
    "nobody took part",
    /(nobody took part|participation was the same everywhere)/i,
    async () => "test/field/copied/studies/nopart"
  ],
  ["profit is empty", /margin has no values/i, async () => "test/field/copied/studies/nullprofit"],
  ["one department", /there is only one department/i, async () => "test/field/copied/studies/onedept"],
  [
    "the same participation everywhere",
    /participation was the same everywhere/i,
    () => degenerateStudy({participation: () => 0.4})
  ],
  [
    "no variation within departments",
    /participation/i,
    () => degenerateStudy({participation: (department) => department / 10})
  ],
  ["two departments", /margin/i, () => degenerateStudy({departments: 2})],
  [
    "two departments without variation within",
    /participation/i,
    () => degenerateStudy({departments: 2, participation: (department) => department / 2})
  ],
  ["no margin at all", /margin has no values/i, () => degenerateStudy({revenue: () => null, profit: () => null})],
  ["no revenue at all", /margin has no values/i, () => degenerateStudy({revenue: () => 0})],
  ["a constant margin", /margin/i, () => degenerateStudy({revenue: () => 1000, profit: () => 50})],
  ["one year", /margin/i, () => degenerateStudy({years: 1})],
  ["an outcome without a value, held beside published estimates", /scrap rate has no values/i, () => emptiedJtrain("")],
  ["an outcome that is the same everywhere, held beside published estimates", /scrap/i, () => emptiedJtrain("1")],
  ["persons, and one year of everything", /participation/i, oneYear]
];

/** Managers with appraisals, of whom none took part: one without an appraisal did. */
const nobodyStarted = async (): Promise<string> => {
  const rated = Array.from(
    {length: 76},
    (_, i) => `M${String(1 + (i % 19)).padStart(2, "0")},${2011 + Math.floor(i / 19)},${1 + ((i * 7) % 5)},s`
  );
  const sessions = [2011, 2012, 2013, 2014].map((year) => `s${year},M00`);
  const files = {
    "attendance.csv": ["session_id,manager_id", ...sessions, ""].join("\n"),
    "rating_scales.csv": "scale_id,minimum,maximum,higher_is_better,kind\ns,1,5,true,absolute\n",
    "performance_ratings.csv": ["manager_id,fiscal_year,rating,scale_id", ...rated, ""].join("\n")
  };
  const specification = "z_after ~ started + z_before + z_earlier + tenure | fiscal_year";
  const plan = [{finding: "managers", dated: "2026-11-01", specification, term: "started", worthwhile: 0.2}];
  return (await crewStudy(files, {plan})).folder;
};

describe("releaseStudy() and marksFor() of a study with", () => {
  it.each(cases)(
    "%s give every page, and nothing is claimed of departments",
    {timeout: 240_000},
    async (name, said, study) => {
      const {claims, pages, said: short} = await built(await study());
      told.set(name, short);
      expect(claims.departments ?? "none").toBe("none");
      expect(pages.get("findings/departments.md")).toMatch(said);
      expect([...pages.keys()]).toContain("index.md");
      expectFinite(pages);
    }
  );

  it.each([
    ["a year without revenue", async () => "test/field/copied/studies/onezero"],
    ["a constant profit", () => degenerateStudy({profit: () => 50})],
    ["two years", () => degenerateStudy({years: 2})],
    ["department ids 01, 1, 001 and 1.0", () => degenerateStudy({ids: ["01", "1", "001", "1.0"]})],
    [
      "names that JavaScript knows",
      () => degenerateStudy({names: ["constructor", "__proto__", "toString", "hasOwnProperty", "toString"]})
    ]
  ])("%s give every page, its estimates finite", {timeout: 240_000}, async (name, study) => {
    const {pages, said} = await built(await study());
    told.set(name, said);
    expect([...pages.keys()]).toContain("findings/departments.md");
    expectFinite(pages);
  });

  it("25 managers give every page, and say where too few are behind a comparison", {timeout: 240_000}, async () => {
    const folder = join(await mkdtemp(join(tmpdir(), "longview-few-")), "few");
    await writeSimulation(folder, {seed: 5, parameters: {...parameters, departments: 2, programmeYears: 4}});
    const {claims, pages} = await built(folder);
    expect(Object.keys(claims)).toContain("sessions");
    expect(Object.keys(claims)).not.toContain("managers");
    expect(pages.get("index.md")).toMatch(/fewer than 10 managers are behind the planned comparison/);
    expectFinite(pages);
  });

  it(
    "persons of whom nobody with an appraisal took part give every page, and say that nobody took part",
    {timeout: 240_000},
    async () => {
      const {pages, said} = await built(await nobodyStarted());
      expect(said.at(-1)).toMatch(/none of the managers in these data took part/);
      for (const [file, words] of pages) expect(words, file).not.toMatch(/\bNaN\b|\bInfinity\b|\bundefined\b/);
    }
  );

  it("each is said as it was", async () => {
    const rows = [...told].flatMap(([name, said]) => [`## ${name}`, "", ...said.map((line) => `- ${line}`), ""]);
    await expect(["# Degenerate studies: what their pages say", "", ...rows].join("\n")).toMatchFileSnapshot(
      "../output/degenerate.md"
    );
  });
});
