import {departmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import {otherArms} from "../../src/findings/departments/exhibits/otherArms.js";
import {planOf} from "../../src/evidence/planOf.js";
import {describe, expect, it} from "vitest";
import type {EvidenceContext} from "../../src/evidence/context.js";
import {departments} from "../../src/findings/departments/claim.js";
import type {FindingDraft} from "../../src/evidence/finding.js";
import {judgeFindings} from "../../src/evidence/judgeFindings.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import {random} from "../../src/stats/random.js";
import {madeDepartments} from "./madeDepartments.js";
import {plannedCoaching as context} from "./coaching.js";

const {plan} = context;

const stateOf = ({checks}: FindingDraft, id: string): string | undefined =>
  checks.find((check) => check.id === id)?.state;

describe("departments()", () => {
  it("tells a difference within departments where there is one, and its direction", () => {
    const [more, less] = [0.04, -0.04].map((effect) => departments(madeDepartments({effect}), context));
    expect(more?.title).toBe(
      "Departments earned a higher profit margin in years when more of their managers took part"
    );
    expect(less?.title).toBe("Departments earned a lower profit margin in years when more of their managers took part");
    expect(more?.claim).toBe("change");
    expect(more?.primary?.estimate).toBeGreaterThan(0.2);
    expect(more?.primary?.n).toBe(180);
  });

  it("claims nothing within departments where better ones take part and nothing works, in 19 of 20 seeds or more", () => {
    const claims = Array.from(
      {length: 40},
      (_, seed) => departments(madeDepartments({selection: 1, seed}), context).claim
    );
    expect(claims.filter((claim) => claim === "change").length).toBeLessThanOrEqual(5);
    expect(claims.filter((claim) => claim === "difference").length).toBeGreaterThan(20);
  });

  it("claims nothing in nearly all worlds without effect and selection, though participation rises every year", () => {
    const claims = Array.from({length: 40}, (_, seed) => departments(madeDepartments({seed}), context).claim);
    expect(claims.filter((claim) => claim !== "none").length).toBeLessThanOrEqual(8);
  });

  it("does not take years for departments: a margin that rises with time alone is no difference between them", () => {
    const {rows} = madeDepartments();
    const drifting = rows.map((row) => ({
      ...row,
      margin: Number(row.margin) + 0.02 * (Number(row.fiscal_year) - 2011)
    }));
    const {title, evidence, claim} = departments({rows: drifting, suppressed: {}}, context);
    expect(evidence[0]?.low).toBeGreaterThan(0);
    expect(claim).toBe("none");
    expect(title).toBe("We found no clear link between participation and profit margin");
  });

  it("uses no word of cause for a voluntary start", () => {
    const {title, sentence, alternative, checks} = departments(madeDepartments({effect: 0.04, before: 2}), context);
    const text = [title, sentence, alternative, ...checks.flatMap(({asked, why}) => [asked, why])].join(" ");
    expect(text).not.toMatch(/\b(caused|drove|proves|impact|effect|ROI)\b/i);
  });

  it("changes its sentence when the data change", () => {
    const sentence = (effect: number): string => departments(madeDepartments({effect}), context).sentence;
    expect(sentence(0.04)).not.toBe(sentence(-0.04));
    expect(sentence(0.04)).toMatch(
      /was 0\.\d+ percentage points higher for every 10 points more of its managers taking part/
    );
  });

  it("shows few years and does not test which came first in them", () => {
    const finding = departments(madeDepartments({effect: 0.04, years: 3}), context);
    expect(stateOf(finding, "lead")).toBe("unmade");
    expect(finding.required.map(({id}) => id)).toContain("lead");
  });

  it("fails on order in time where last year's margin draws participation up", () => {
    const after = departments(madeDepartments({reverse: 15, years: 11}), context);
    expect(stateOf(after, "lead")).not.toBe("answered");
  });

  it("passes on order in time only where a lead worth having would have shown", () => {
    const verdict = (worthwhile: number): string | undefined =>
      stateOf(departments(madeDepartments({effect: 0.04}), {...context, plan: {...plan, worthwhile}}), "lead");
    expect(verdict(0.05)).toBe("answered");
    expect(verdict(0.0002)).not.toBe("answered");
  });

  it("says that those who later took part more stood higher before, and what keeps that out", () => {
    const finding = departments(madeDepartments({selection: 1, before: 2}), context);
    expect(stateOf(finding, "absorbed")).toBe("answered");
    expect(finding.title).toMatch(
      /^Departments with more participation earned a higher profit margin, and did so before/
    );
    const pooled = departments(madeDepartments({selection: 1, before: 2}), {
      ...context,
      plan: planOf({...plan, specification: "margin ~ participation | fiscal_year"})
    });
    expect(stateOf(pooled, "absorbed")).toBe("failed");
    expect([pooled.level, pooled.claim, pooled.candidacy]).toEqual([1, "difference", null]);
    expect(`${pooled.title} ${pooled.sentence} ${pooled.comparison}`).not.toMatch(/itself|within/i);
  });

  it("says so where the planned comparison cannot be made at all", () => {
    const {rows} = madeDepartments();
    const none = {rows: rows.map((row) => ({...row, margin: null})), suppressed: {}};
    const {title, primary, claim, evidence} = departments(none, context);
    expect(title).toBe("We could not compare departments as planned");
    expect([primary, claim, evidence]).toEqual([null, "none", []]);
  });

  it("fails where most cells are missing", () => {
    const {rows} = madeDepartments({effect: 0.04});
    const thin = rows.map((row, i) => (i % 2 === 0 ? row : {...row, margin: {suppressed: "fewer than 10"}}));
    const finding = departments({rows: thin, suppressed: {}}, context);
    expect(stateOf(finding, "cells")).toBe("failed");
    expect(finding.primary?.n).toBe(90);
  });
});

describe("departments(), where a draw decided", () => {
  const source = random(7);
  const rows = Array.from({length: 90}, (_, i) => {
    const site = i % 15;
    const offered = Number(i % 6 < 3);
    return {
      department_id: `D${i}`,
      name: `Department ${i}`,
      division: `Site ${site}`,
      fiscal_year: 2011,
      offered,
      site,
      score: 50 + site + 5 * offered + 2 * source.normal()
    };
  });
  const drawn = {
    ...context,
    assignment: {how: "randomised", what: "departments", exposure: "offered", record: "the draw"} as const,
    exposure: {kind: "yes or no", one: "an offer"} as const,
    measures: describeMeasures(
      [
        {
          name: "score",
          label: "Scores",
          unit: "points",
          direction: "higher",
          role: "outcome"
        },
        {
          name: "offered",
          label: "Offer",
          unit: "0 or 1",
          direction: "higher",
          role: "exposure"
        },
        {name: "site", label: "Site", unit: "number", direction: "higher", role: "context"}
      ],
      "yen"
    ),
    plan: planOf({specification: "score ~ offered | site", term: "offered", worthwhile: 1})
  };
  const finding = departments({rows, suppressed: {}}, drawn);

  it("reaches level 5 and speaks of an effect, without a word of years", () => {
    expect([finding.level, finding.kind]).toEqual([5, "effect"]);
    expect(finding.title).toBe("Offering coaching raised scores");
    expect(finding.sentence).toMatch(
      /^Comparing departments within each site, as they were drawn, scores were [45]\.\d/
    );
    expect(finding.sentence).toContain("based on 90 departments.");
    expect(finding.evidence.map(({label}) => label)).toEqual([
      "All departments pooled",
      "Main comparison, robust errors"
    ]);
  });

  it("says how it was assigned and with whom it is compared, in the study's words", () => {
    expect(finding.comparison).toBe("Departments drawn at random within each site, compared with the rest.");
    const told = departments(
      {rows, suppressed: {}},
      {
        ...drawn,
        assignment: {...drawn.assignment, account: "Within each site, coaches were drawn."},
        exposure: {...drawn.exposure, against: "departments with a course"}
      }
    );
    expect(told.comparison).toBe(
      "Within each site, coaches were drawn. The comparison is with departments with a course."
    );
    expect(told.sentence).toContain("higher with an offer than in departments with a course.");
  });

  it("says what the same model gives for another arm, and nothing where there is none", () => {
    const withArm = rows.map((row, i) => ({
      ...row,
      course: Number(i % 6 === 4),
      score: row.score + 30 * Number(i % 6 === 4)
    }));
    const measures = new Map(drawn.measures).set("course", {
      name: "course",
      label: "Course",
      unit: "0 or 1",
      direction: "higher",
      role: "exposure"
    });
    const planned = planOf({specification: "score ~ offered + course | site", term: "offered", worthwhile: 1});
    const armed = {...drawn, measures, plan: planned};
    const said = otherArms(departmentPanel({rows: withArm, suppressed: {}}, armed), {plan: planned, context: armed});
    expect(said).toMatch(/^For a course, the same model gives (2[89]|3[01])\.\d points \(2\d\.\d to 3\d\.\d\)\.$/);
    expect(otherArms(departmentPanel({rows, suppressed: {}}, drawn), {plan: drawn.plan, context: drawn})).toBe("");
  });

  it("owes no years before the start, and is as sure as a draw allows", () => {
    const {findings, headline} = judgeFindings([finding]);
    expect(findings[0]?.certainty).toBe("high");
    expect(headline.better).toEqual(["departments"]);
    expect(finding.checks.map(({id, state}) => [id, state])).toEqual([
      ["precision", "answered"],
      ["others", "answered"],
      ["cells", "answered"],
      ["lost", "answered"],
      ["absorbed", "answered"],
      ["leave-out", "answered"]
    ]);
  });

  it("is of the offer as drawn alone: another exposure, or no record, is no draw", () => {
    const levelOf = (assignment: EvidenceContext["assignment"]): number =>
      departments({rows, suppressed: {}}, {...drawn, assignment}).level;
    expect(levelOf({...drawn.assignment, record: null})).toBe(1);
    expect(levelOf({...drawn.assignment, exposure: "taken up"})).toBe(1);
  });
});

describe("a study's own step of its exposure", () => {
  const tax = planOf({
    specification: "margin ~ tax | department_id + fiscal_year",
    term: "tax",
    worthwhile: 0.2
  });
  const measure = {
    name: "tax",
    label: "Beer tax",
    unit: "dollars a case",
    direction: "higher",
    role: "exposure"
  } as const;
  const table = madeDepartments({effect: 0.3});
  const rows = table.rows.map(({participation, ...row}) => ({...row, tax: participation ?? null}));
  const found = (step?: number): FindingDraft =>
    departments(
      {rows, suppressed: {}},
      {
        ...context,
        plan: tax,
        measures: describeMeasures([measure], "yen"),
        exposure: {kind: "amount", one: "the beer tax", ...(step === undefined ? {} : {step})}
      }
    );

  it("scales estimates, what matters and every sentence alike", () => {
    const [whole, half] = [found(), found(0.5)];
    for (const end of ["estimate", "low", "high"] as const)
      expect(half.primary?.[end]).toBeCloseTo((whole.primary?.[end] ?? NaN) / 2, 9);
    expect(half.worthwhile).toBeCloseTo(whole.worthwhile / 2, 12);
    expect(whole.sentence).toContain("where the beer tax was 1 dollar a case higher");
    expect(half.sentence).toContain("where the beer tax was 0.5 dollars a case higher");
    const digits = (sentence: string): number => Number(/was ([\d.]+) percentage/.exec(sentence)?.[1]);
    expect(digits(half.sentence) / digits(whole.sentence)).toBeCloseTo(0.5, 1);
    expect(half.checks.map(({state}) => state)).toEqual(whole.checks.map(({state}) => state));
  });
});
