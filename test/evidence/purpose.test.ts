import {planOf} from "../../src/evidence/planOf.js";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import type {EvidenceContext} from "../../src/evidence/context.js";
import type {FindingDraft} from "../../src/evidence/finding.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import {purpose} from "../../src/findings/purpose/claim.js";
import type {PurposeTables} from "../../src/findings/purpose/purposeMeasures.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {random} from "../../src/stats/random.js";
import {nameStudy} from "../../src/words/language.js";
import {coaching} from "./coaching.js";

const context: EvidenceContext = {
  ...coaching,
  measures: describeMeasures(
    [{name: "joint_projects", label: "joint projects", unit: "projects", direction: "higher", role: "outcome"}],
    "yen"
  ),
  purpose: {label: "to work as one", measures: ["teamwork"]}
};
const plan = planOf({specification: "other_line ~ fiscal_year", term: "fiscal_year", worthwhile: 0.1});
const lines = ["North", "South"];
const years = Array.from({length: 9}, (_, t) => 2011 + t);

/** Two lines as large as one another, of whose meetings a share goes to the other line. */
function mixing(from: number, to: number, noise = 0.01): ReleasedTable {
  const source = random(5);
  return {
    rows: years.flatMap((fiscal_year, t) =>
      lines.map((division) => ({
        fiscal_year,
        division,
        managers: 40,
        other_line: from + ((to - from) * t) / 8 + noise * source.normal(),
        by_chance: 0.5
      }))
    ),
    suppressed: {}
  };
}

/** Answers of two units in each line that move by so much from first to last. */
function survey(moves: Readonly<Record<string, number>>, noise = 0.01): ReleasedTable {
  const source = random(7);
  return {
    rows: years.flatMap((fiscal_year, t) =>
      lines.flatMap((division) =>
        [0, 1].map((unit) => ({
          department_id: `${division}${unit}`,
          division,
          fiscal_year,
          measure: "teamwork",
          respondents: 60,
          mean: 3 + ((moves[division] ?? 0) * t) / 8 + noise * source.normal()
        }))
      )
    ),
    suppressed: {}
  };
}

const departmentYears = (managers: number): ReleasedTable => ({
  rows: years.flatMap((fiscal_year) => lines.map((division) => ({division, fiscal_year, managers}))),
  suppressed: {}
});

const find = (table: ReleasedTable, tables: PurposeTables = {}): FindingDraft =>
  purpose(table, {...context, plan}, tables);
const state = ({checks}: FindingDraft, id: string): string | undefined =>
  checks.find((check) => check.id === id)?.state;

beforeEach(() => nameStudy({words: {division: {one: "line of business", many: "lines of business"}}}));
afterEach(() => nameStudy());

describe("purpose()", () => {
  it("claims no more of mixing alone than that they met, and marks it down for what it stands for", () => {
    const finding = find(mixing(0.2, 0.45));
    expect(finding.title).toBe("The two lines of business met more often in sessions");
    expect(finding.sentence).toMatch(/were from the other line in 2011 and \d+.% in/);
    expect(state(finding, "meaning")).toBe("failed");
    expect(state(finding, "coverage")).toBe("unmade");
  });

  it("takes the declared measures for working together where they moved the same way in each line", () => {
    const finding = find(mixing(0.2, 0.45), {
      survey: survey({North: 0.5, South: 0.5}),
      departmentYears: departmentYears(50)
    });
    expect(finding.beside).toMatch(
      /We also followed two survey scores of the lines over the years: two clearly rose and none clearly fell\./
    );
    expect(state(finding, "meaning")).toBe("answered");
    expect(state(finding, "coverage")).toBe("answered");
  });

  it("says so where one line's answers fell", () => {
    const finding = find(mixing(0.2, 0.45), {survey: survey({North: 0.5, South: -0.5})});
    expect(finding.beside).toMatch(/one clearly rose and one clearly fell\./);
    expect(state(finding, "others")).toBe("failed");
  });

  it("leaves open what is too unclear to point anywhere", () => {
    const finding = find(mixing(0.2, 0.45), {survey: survey({North: 0, South: 0}, 0.4)});
    expect(finding.beside).toMatch(/none clearly rose or fell\./);
    expect(state(finding, "others")).not.toBe("failed");
  });

  it("takes no measure for a rise whose item was put in other words", () => {
    const forms = [2011, 2015].map((since) => ({measure: "teamwork", since}));
    const finding = find(mixing(0.2, 0.45), {
      survey: survey({North: 0.5, South: 0.5}),
      scales: {rows: forms, suppressed: {}}
    });
    expect(state(finding, "meaning")).toBe("failed");
    expect(finding.measures?.[0]?.note).toContain("changed in 2015");
  });

  it("fails for a programme that few came to", () => {
    expect(state(find(mixing(0.2, 0.45), {departmentYears: departmentYears(200)}), "coverage")).toBe("failed");
  });

  it("calls lines what the study calls them: four regions were lines of business, of which one is the other", () => {
    nameStudy({words: {division: {one: "region", many: "regions"}}});
    const {rows, suppressed} = mixing(0.2, 0.45);
    const four = [...rows, ...rows.map((row) => ({...row, division: `Far ${String(row.division)}`}))];
    const {title, sentence, wouldChange, checks} = find({rows: four, suppressed});
    expect(title).toBe("The regions met more often in sessions");
    expect(sentence).toMatch(/were from another region in 2011 .* without regard to region/);
    expect([sentence, wouldChange, ...checks.map(({asked}) => asked)].join()).not.toMatch(
      /\blines\b|line of business|other line|both|survey/
    );
  });

  it("says of a fall and of nothing what they are", () => {
    expect(find(mixing(0.45, 0.2)).title).toBe("The two lines of business met less often in sessions");
    const flat = find(mixing(0.3, 0.3, 0.05));
    expect(flat.title).toBe("We found no clear trend in how often the two lines of business met in sessions");
    expect(flat.claim).toBe("none");
  });

  it("reads a measure of departments or of the organisation, where one is declared", () => {
    const rows = years.flatMap((fiscal_year, t) =>
      lines.map((division, i) => ({division, fiscal_year, headcount: 100, joint_projects: i + t}))
    );
    const declared = {...context, plan, purpose: {label: "to work as one", measures: ["joint_projects"]}};
    const by = purpose(mixing(0.2, 0.45), declared, {departmentYears: {rows, suppressed: {}}});
    expect(by.measures?.map(({label, estimate}) => [label, Math.round(estimate * 1e6) / 1e6])).toEqual([
      ["Joint projects, North", 8],
      ["Joint projects, South", 8]
    ]);
    const whole = purpose(mixing(0.2, 0.45), declared, {
      organisationYears: {rows: years.map((fiscal_year, t) => ({fiscal_year, joint_projects: 2 * t})), suppressed: {}}
    });
    expect(whole.measures?.map(({label}) => label)).toEqual(["Joint projects"]);
  });

  it("leaves out a year with a withheld cell, and says of two years that they are too few", () => {
    const {rows} = mixing(0.2, 0.45);
    const withheld = rows.map((row) =>
      row.fiscal_year === 2012 && row.division === "North" ? {...row, other_line: {suppressed: "fewer than 10"}} : row
    );
    expect(find({rows: withheld, suppressed: {}}).primary?.n).toBe(8);
    const {sentence, primary} = find({rows: rows.slice(0, 4), suppressed: {}});
    expect(sentence).toBe("We could not make this comparison: there are only 2 years of sessions.");
    expect(primary).toBeNull();
  });

  it("changes its sentence when the data change", () => {
    expect(find(mixing(0.2, 0.45)).sentence).not.toBe(find(mixing(0.2, 0.4)).sentence);
  });
});
