import {planOf} from "../../src/evidence/planOf.js";
import {describe, expect, it} from "vitest";
import type {EvidenceContext} from "../../src/evidence/context.js";
import type {Finding, FindingId} from "../../src/evidence/finding.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import {nextDesign} from "../../src/evidence/nextDesign.js";
import {limits} from "../../src/report/limits.js";
import {recommendations} from "../../src/report/recommendations.js";
import {takeUp} from "../../src/report/takeUp.js";
import {type Verdict, verdict} from "../../src/report/verdict.js";
import {headline} from "../../src/evidence/verdict/headline.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {random} from "../../src/stats/random.js";
import {coaching} from "./coaching.js";

const scrap = {name: "scrap", label: "Scrap rate", unit: "items", direction: "lower", role: "outcome"} as const;
const grant = {name: "grant", label: "Grant", unit: "0 or 1", direction: "higher", role: "exposure"} as const;

const context: EvidenceContext = {
  ...coaching,
  programmeYears: [2011, 2013],
  measures: describeMeasures([scrap, grant], "yen")
};

function made(
  id: FindingId,
  [low, high]: readonly [number, number],
  {
    claim = "change",
    certainty = "low",
    direction = "higher",
    level = 3,
    p = low > 0 || high < 0 ? 0.001 : 0.5
  } = {} as Partial<Pick<Finding, "claim" | "certainty" | "direction" | "level">> & {p?: number}
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
    p,
    n: 99,
    rows: "rows",
    note: ""
  };
  const inFamily = id !== "purpose" && id !== "sessions";
  return {
    id,
    question: `${id}?`,
    title: `${id} ${claim}`,
    sentence: "",
    kind: "association",
    level,
    comparison: "",
    certainty,
    reached: {certainty, ceiling: "low", lowered: [], answered: 0, of: 0},
    claim,
    tests: {change: p},
    outcome: id === "departments" ? "margin" : id,
    direction,
    worthwhile: 0.01,
    candidacy: inFamily ? {ownTrend: low > 0 ? 1 : high < 0 ? -1 : 0} : null,
    required: [],
    checks: [],
    primary,
    evidence: [primary],
    specification: "",
    alternative: "",
    wouldChange: "",
    absent: ""
  };
}

function told(findings: readonly Finding[], more: Partial<EvidenceContext> = {}): Verdict {
  const family = findings.flatMap(({id, tests, primary, certainty, candidacy, direction}) =>
    candidacy
      ? [
          {
            id,
            p: tests.change,
            estimate: primary?.estimate ?? null,
            certainty,
            ownTrend: candidacy.ownTrend,
            direction,
            tooSmall: false
          }
        ]
      : []
  );
  return verdict({findings, headline: headline(family), plan: null, units: 24, planned: true}, {...context, ...more});
}

describe("verdict()", () => {
  const title = (...findings: Finding[]): string => told(findings).title;

  it("names what is clear and sure enough, and keeps the cause open where those who took part chose to", () => {
    const {
      title: answer,
      cause,
      standfirst
    } = told([made("departments", [1, 2]), made("managers", [-1, 1], {claim: "none"})]);
    expect(answer).toBe("Departments had a higher profit margin in years when more of their managers took part");
    expect(cause).toBe("Managers chose to take part, so coaching need not be the reason.");
    expect(standfirst).toMatch(
      /We planned two comparisons; one is clear after adjusting for their number: profit margin\.$/
    );
  });

  it("names nothing of very low certainty, though it is clear", () => {
    expect(title(made("departments", [1, 2], {certainty: "very low"}))).toBe(
      "The difference in profit margin is clear, but not sure enough to rely on"
    );
  });

  it("says nothing of a comparison whose interval holds no difference", () => {
    expect(title(made("departments", [-1, 2], {claim: "none"}), made("engagement", [-1, 1], {claim: "none"}))).toBe(
      "We found no clear change in profit margin or engagement as participation rose"
    );
  });

  it("puts harm first, by the direction that the outcome should take", () => {
    const worse = made("departments", [1, 2], {direction: "lower"});
    expect(title(worse, made("managers", [1, 2]))).toMatch(
      /^Departments had a higher .*, but managers were rated higher/
    );
    expect(told([worse, made("managers", [1, 2])]).together).toMatch(/the way hoped for, .* the other way/);
  });

  it("speaks of an effect where a lot decided, and only there", () => {
    const drawn = {how: "randomised", what: "departments", exposure: "offer", record: "draw.csv"} as const;
    const {title: answer, cause} = told([made("departments", [1, 2], {level: 5})], {assignment: drawn});
    expect(answer).toBe("Offering coaching raised profit margin");
    expect(cause).toBe("Coaching was assigned at random, so this is an effect of the offer.");
  });

  it("counts neither the purpose nor the sessions among the comparisons", () => {
    expect(title(made("purpose", [1, 2]), made("sessions", [1, 2]))).toMatch(/cannot compare/);
  });
});

describe("limits()", () => {
  it("puts what is claimed on one side, what is not on the other, and the reason on neither's word", () => {
    const {can, cannot} = limits([made("departments", [1, 2]), made("managers", [-1, 1], {claim: "none"})], context);
    expect(can).toEqual(["departments change (low certainty)."]);
    expect(cannot.slice(0, 2)).toEqual(["The answer to \u201cmanagers?\u201d", "Whether coaching is the reason."]);
    expect(limits([made("departments", [1, 2], {level: 5})], context).cannot.join()).not.toContain("reason");
    expect(limits([made("organisation", [-1, 1], {claim: "none"})], context).cannot[0]).toBe(
      "Whether coaching played a part in revenue and profit."
    );
  });
});

describe("recommendations()", () => {
  it("follow the findings: other findings, other advice", () => {
    const advice = (...findings: Finding[]): string[] => recommendations(findings, context).map((one) => one.advice);
    expect(advice(made("purpose", [1, 2]))).not.toEqual(advice(made("purpose", [-1, 1], {claim: "none"})));
    expect(advice(made("sessions", [1, 2], {claim: "difference"}))).toHaveLength(1);
    expect(advice(made("sessions", [-2, -1], {claim: "difference"}))).toEqual(["Review the modules on reflection."]);
    expect(advice(made("organisation", [0.1, 0.9]))).toEqual([]);
    expect(advice(made("departments", [-2, -1]))).toEqual(["Do not extend coaching before the reason is known."]);
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
    Number(/With (\d+) departments, four of five/.exec(nextDesign(panel(spread), {...context, plan}) ?? "")?.[1]);

  it("takes four times as many units where the noise is twice as large", () => {
    expect(units(0.04) / units(0.02)).toBeGreaterThan(3.6);
    expect(units(0.04) / units(0.02)).toBeLessThan(4.4);
  });

  it("sizes a start by lot also where a unit has the exposure or has not", () => {
    const had = planOf({...plan, specification: "margin ~ grant | department_id + fiscal_year", term: "grant"});
    expect(nextDesign(panel(0.02), {...context, plan: had})).toMatch(
      /^Draw at random .* With \d+ departments, four of five such studies would find a .*\. There are 12 now\.$/
    );
  });

  it("counts the departments of units that are published together", () => {
    const {rows, suppressed} = panel(0.02);
    const pairs = {rows: rows.map((row) => ({...row, department_id: `${String(row.department_id)}+x`})), suppressed};
    expect(nextDesign(pairs, {...context, plan})).toContain(
      "Small departments are taken together here, so 24 count as 12."
    );
  });

  it("says the participation that the report prints, of the whole where it is released", () => {
    const said = (share: number | null): string => {
      const rows = [{fiscal_year: 2030, participation: share}];
      return nextDesign(panel(0.02), {...context, plan}, {organisation: {rows, suppressed: {}}}) ?? "";
    };
    expect(said(0.4)).toContain("If participation stays at the 40\u202f% of 2030");
    expect(said(null)).toBe(nextDesign(panel(0.02), {...context, plan}));
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
      /In 2011, 10.% .* in 2013, 20.% of about 400/
    );
    expect(takeUp({departments: panel(1)}, context, plan)).toBe(
      "Departments with a grant: 0 of 12 in 2011, 4 of 12 in 2012 and 4 of 12 in 2013."
    );
  });

  it("tells a share of another kind as its average over units, in percent", () => {
    const coverage = {
      name: "coverage",
      label: "coverage",
      unit: "share",
      direction: "higher",
      role: "exposure"
    } as const;
    const covered = planOf({specification: "margin ~ coverage", term: "coverage", worthwhile: 0.01});
    const rows = [2011, 2013].flatMap((fiscal_year, i) =>
      [0.2, 0.4].map((share, d) => ({department_id: `D${d}`, fiscal_year, coverage: share + i / 10}))
    );
    const measures = new Map(context.measures).set("coverage", coverage);
    const departments: ReleasedTable = {rows, suppressed: {}};
    expect(takeUp({departments}, {...context, measures}, covered)).toMatch(
      /^On average over departments, coverage was 30.% in 2011 and 40.% in 2013\.$/
    );
  });
});
