import {planOf} from "../../src/evidence/planOf.js";
import {describe, expect, it} from "vitest";
import type {Certainty} from "../../src/evidence/certainty.js";
import type {EvidenceContext} from "../../src/evidence/context.js";
import type {Claim, Finding, FindingId} from "../../src/evidence/finding.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import {nextDesign} from "../../src/evidence/nextDesign.js";
import {hopedFor} from "../../src/evidence/report/hopedFor.js";
import {limits} from "../../src/evidence/report/limits.js";
import {recommendations} from "../../src/evidence/report/recommendations.js";
import {takeUp} from "../../src/evidence/report/takeUp.js";
import {verdict} from "../../src/evidence/report/verdict.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {random} from "../../src/stats/random.js";

const scrap = {name: "scrap", label: "Scrap rate", unit: "items", direction: "lower", role: "outcome"} as const;
const grant = {name: "grant", label: "Grant", unit: "0 or 1", direction: "higher", role: "exposure"} as const;

const context: EvidenceContext = {
  programme: "coaching",
  unit: {one: "department", many: "departments"},
  person: {one: "manager", many: "managers"},
  assignment: "voluntary",
  programmeYears: [2011, 2013],
  measures: describeMeasures([scrap, grant], "yen")
};

interface Made {
  readonly claim?: Claim;
  readonly certainty?: Certainty;
  readonly specification?: string;
}

function made(
  id: FindingId,
  [low, high]: readonly [number, number],
  {claim = "change", certainty = "low", specification = "margin ~ participation"}: Made = {}
): Finding {
  const estimate = (low + high) / 2;
  const primary = {
    label: id,
    naive: false,
    estimate,
    low,
    high,
    unit: "points",
    df: 9,
    p: 0.5,
    n: 99,
    rows: "rows",
    note: ""
  };
  return {
    id,
    question: `${id}?`,
    title: `${id} ${claim}`,
    sentence: "",
    kind: id === "purpose" || id === "sessions" ? "descriptive" : "association",
    level: 3,
    certainty,
    claim,
    checks: [],
    primary,
    evidence: [primary],
    specification,
    outcome: planOf({specification, term: specification.split(/ [~|] /)[1] ?? "", worthwhile: 1}).outcome.name,
    alternative: "",
    wouldChange: "",
    absent: ""
  };
}

describe("verdict()", () => {
  const title = (...findings: Finding[]): string => verdict(findings, context).title;

  it("names what was better, and keeps the cause open where those who took part chose to", () => {
    expect(title(made("departments", [1, 2]), made("managers", [0.1, 0.2]))).toBe(
      "Profit margin and ratings of managers were better with more coaching; the data cannot show why"
    );
  });

  it("says nothing of a comparison whose interval holds no difference", () => {
    expect(title(made("departments", [-1, 2]), made("engagement", [-1, 1]))).toBe(
      "Whether coaching did any good cannot be told from these data"
    );
  });

  it("tells better from worse by the direction that the outcome should take", () => {
    const fewer = made("departments", [-2, -1], {specification: "log(scrap) ~ grant | department_id"});
    expect(hopedFor(fewer, context)).toBe(true);
    expect(title(fewer, made("managers", [-2, -1]))).toBe(
      "Scrap rate was better and ratings of managers were worse with more coaching; the data cannot show why"
    );
    expect(verdict([fewer, made("managers", [-2, -1])], context).paragraph).toContain("They diverge");
  });

  it("leaves the cause open no longer where a lot decided", () => {
    const drawn: EvidenceContext = {...context, assignment: "randomised"};
    expect(verdict([{...made("departments", [1, 2]), level: 5}], drawn).title).toBe(
      "Profit margin was better with more coaching"
    );
  });

  it("counts neither the purpose nor the sessions among the comparisons", () => {
    expect(title(made("purpose", [1, 2]), made("sessions", [1, 2]))).toBe(
      "Nothing here compares those in coaching with others"
    );
  });
});

describe("limits()", () => {
  it("puts what is claimed on one side, what is not on the other, and the cause on neither's word", () => {
    const {can, cannot} = limits([made("departments", [1, 2]), made("managers", [-1, 1], {claim: "none"})], context);
    expect(can).toEqual(["departments change (certainty low)."]);
    expect(cannot[0]).toMatch(/^That coaching brought any of this about: those who took part chose to/);
    expect(cannot[1]).toBe("managers none.");
  });
});

describe("recommendations()", () => {
  it("follow the findings: other findings, other advice", () => {
    const advice = (...findings: Finding[]): string[] => recommendations(findings, context).map((one) => one.advice);
    expect(advice(made("purpose", [1, 2]))).not.toEqual(advice(made("purpose", [-1, 1], {claim: "none"})));
    expect(advice(made("sessions", [1, 2], {claim: "difference"}))).toHaveLength(1);
    expect(advice(made("sessions", [-2, -1], {claim: "difference"}))).toEqual([]);
    expect(advice(made("organisation", [0.1, 0.9]))).toEqual([]);
  });
});

function panel(spread: number): ReleasedTable {
  const source = random(7);
  const rows = Array.from({length: 12}, (_, d) =>
    [2011, 2012, 2013].map((fiscal_year) => ({
      department_id: `D${d}`,
      fiscal_year,
      participation: 0.5,
      grant: d < 4 && fiscal_year > 2011 ? 1 : 0,
      margin: 0.05 + spread * source.normal()
    }))
  ).flat();
  return {rows: rows.map((row, i) => ({...row, participation: (i % 7) / 10})), suppressed: {}};
}

describe("nextDesign()", () => {
  const plan = planOf({
    specification: "margin ~ participation | department_id + fiscal_year",
    term: "participation",
    worthwhile: 0.01
  });
  const units = (spread: number): number =>
    Number(/with (\d+) departments/.exec(nextDesign(panel(spread), {...context, plan}) ?? "")?.[1]);

  it("takes four times as many units where the noise is twice as large", () => {
    expect(units(0.04) / units(0.02)).toBeGreaterThan(3.6);
    expect(units(0.04) / units(0.02)).toBeLessThan(4.4);
  });

  it("sizes a start by lot also where a unit has the exposure or has not", () => {
    const had = planOf({...plan, specification: "margin ~ grant | department_id + fiscal_year", term: "grant"});
    expect(nextDesign(panel(0.02), {...context, plan: had})).toMatch(
      /^A lot decides .* with \d+ departments\. There are 12 here\.$/
    );
  });

  it("is silent for an exposure of another kind", () => {
    const hours = planOf({...plan, specification: "margin ~ hours | department_id", term: "hours"});
    expect(nextDesign(panel(0.02), {...context, plan: hours})).toBeNull();
  });
});

describe("takeUp()", () => {
  const plan = planOf({specification: "margin ~ grant", term: "grant", worthwhile: 0.01});

  it("tells the share of persons in the first and last year, else the units that had it", () => {
    const organisation: ReleasedTable = {
      rows: [2010, 2011, 2013].map((fiscal_year, i) => ({
        fiscal_year,
        participation: i === 0 ? null : i / 10,
        managers: 400
      })),
      suppressed: {}
    };
    expect(takeUp({organisation, departments: panel(1)}, context, plan)).toMatch(
      /In 2011, 10.% .* in 2013, 20.% of some 400/
    );
    expect(takeUp({departments: panel(1)}, context, plan)).toBe(
      "Departments with a grant: 0 of 12 in 2011, 4 of 12 in 2012 and 4 of 12 in 2013."
    );
  });
});
