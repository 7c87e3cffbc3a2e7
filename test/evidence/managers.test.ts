import {planOf} from "../../src/evidence/planOf.js";
import {describe, expect, it} from "vitest";
import type {EvidenceContext} from "../../src/evidence/context.js";
import type {Verdict} from "../../src/evidence/check.js";
import type {Finding} from "../../src/evidence/finding.js";
import {managers} from "../../src/findings/managers/claim.js";
import type {ManagerEstimates, ManagerSensitivity} from "../../src/findings/managers/claim.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import {driftPower} from "../../src/stats/did/driftPower.js";
import type {Estimate} from "../../src/stats/estimate.js";

const context: EvidenceContext = {
  programme: "coaching",
  unit: {one: "department", many: "departments"},
  person: {one: "manager", many: "managers"},
  assignment: "voluntary",
  programmeYears: [2011, 2019],
  measures: describeMeasures([], "yen")
};

const alike = planOf({
  specification: "z_after ~ started + z_before + z_earlier + tenure | fiscal_year",
  term: "started",
  worthwhile: 0.1
});
const absorbed = planOf({
  specification: "z ~ taken_part | manager_id + fiscal_year",
  term: "taken_part",
  worthwhile: 0.1
});
const cohorts = planOf({specification: "att(z)", term: "all", worthwhile: 0.1});

function fitted(terms: Readonly<Record<string, number>>, se = 0.04): Estimate {
  return {
    method: "made",
    n: 1000,
    dropped: [],
    clusters: {},
    terms: Object.entries(terms).map(([term, estimate]) => ({
      term,
      estimate,
      se,
      statistic: estimate / se,
      df: 200,
      p: 0.5,
      low: estimate - 2 * se,
      high: estimate + 2 * se
    })),
    fit: {},
    warnings: []
  };
}

const nothing: ManagerSensitivity = {
  regimes: [],
  promotions: null,
  spillover: null,
  weighted: null,
  decomposed: null,
  bounds: null
};

function made(effect: number, more: Partial<ManagerEstimates> = {}): ManagerEstimates {
  return {
    alone: fitted({taken_part: 0.3}),
    compared: fitted({taken_part: effect}),
    matched: fitted({started: effect}),
    staggered: {effects: fitted({all: effect}, 0.09), pretrend: null},
    expected: -0.04,
    sensitivity: null,
    ...more
  };
}

const verdictOf = (finding: Finding, asked: RegExp): Verdict | undefined =>
  finding.checks.find((check) => asked.test(check.asked))?.verdict;

describe("managers()", () => {
  it("says higher, lower or neither, as the planned estimate has it, and claims a change only where it is clear", () => {
    const told = [0.2, -0.2, 0.01].map((effect) => managers(made(effect), {...context, plan: alike}));
    expect(told.map(({title}) => title)).toEqual([
      "Managers were rated higher after taking part than those rated alike before who had not",
      "Managers were rated lower after taking part than those rated alike before who had not",
      "Whether managers' ratings changed with taking part cannot be told"
    ]);
    expect(told.map(({claim}) => claim)).toEqual(["change", "change", "none"]);
  });

  it("takes the estimate that the plan names as the primary one, and the others beside it once", () => {
    const estimates = made(0.2, {matched: fitted({started: 0.3}), compared: fitted({taken_part: 0.1})});
    const primaries = [alike, absorbed, cohorts].map((plan) => managers(estimates, {...context, plan}));
    expect(primaries.map(({primary}) => primary?.estimate)).toEqual([0.3, 0.1, 0.2]);
    for (const {evidence} of primaries) expect(new Set(evidence).size).toBe(5);
    expect(primaries.map(({evidence}) => evidence[0]?.naive)).toEqual([true, true, true]);
  });

  it("falls back on manager and year where cohorts or those rated alike can't be told", () => {
    const few = made(0.2, {matched: null, staggered: null});
    expect(managers(few, {...context, plan: alike}).evidence).toHaveLength(3);
    expect(managers(few, {...context, plan: cohorts}).title).toMatch(/^Managers' ratings rose/);
  });

  it("changes its sentence when the data change, and uses no word of cause", () => {
    const [one, other] = [0.2, 0.3].map((effect) => managers(made(effect), {...context, plan: alike}));
    expect(one?.sentence).not.toBe(other?.sentence);
    expect(one?.sentence).toMatch(
      /0\.200 sd higher than those rated alike .*0\.120 to 0\.280; n = 1,000 manager-years/
    );
    const text = [one?.title, one?.sentence, one?.absent, ...(one?.checks.map(({asked, why}) => asked + why) ?? [])];
    expect(text.join(" ")).not.toMatch(/\b(caused|drove|proves|impact|ROI)\b/i);
  });

  it("calls the years before alike only where the test would have found a drift that matters", () => {
    const tested = (p: number, detectable: number): Verdict | undefined =>
      verdictOf(
        managers(made(0.2, {staggered: {effects: fitted({all: 0.2}), pretrend: {p, df: 10, detectable, span: 5}}}), {
          ...context,
          plan: alike
        }),
        /before the start\?/
      );
    expect(tested(0.5, 0.1)).toBe("unknown");
    expect(tested(0.5, 0.02)).toBe("passed");
    expect(tested(0.01, 0.1)).toBe("failed");
  });

  it("marks down what does not survive trends that part, other scales, promotions or the department's sessions", () => {
    const asked = (sensitivity: Partial<ManagerSensitivity>): Finding =>
      managers(made(0.2, {sensitivity: {...nothing, ...sensitivity}}), {...context, plan: alike});
    const bounds = (low: number, breakdown: number): Finding => asked({bounds: {low, high: 0.5, breakdown, before: 3}});
    expect(verdictOf(bounds(0.05, 1.4), /trends part/)).toBe("passed");
    expect(verdictOf(bounds(-0.1, 0.6), /trends part/)).toBe("failed");
    expect(bounds(-0.1, 0.6).checks.at(-1)?.why).toMatch(
      /−0\.10 to 0\.50 sd, judged by 3 years before; it takes 0\.60/
    );
    const regimes = (first: number, second: number): Verdict | undefined =>
      verdictOf(
        asked({
          regimes: [
            {kind: "absolute", estimate: fitted({started: first})},
            {kind: "relative", estimate: fitted({started: second})}
          ]
        }),
        /scales/
      );
    expect([regimes(0.15, 0.25), regimes(-0.3, 0.2), regimes(0.05, 0.2)]).toEqual(["passed", "failed", "unknown"]);
    const spillover = (estimate: number, se: number): Verdict | undefined =>
      verdictOf(asked({spillover: fitted({dose: estimate}, se)}), /around them/);
    expect([spillover(0.01, 0.02), spillover(0.2, 0.04), spillover(0.1, 0.2)]).toEqual(["passed", "failed", "unknown"]);
    expect(verdictOf(asked({promotions: fitted({started: 0.5})}), /promotion/)).toBe("failed");
    expect(verdictOf(asked({decomposed: {forbidden: 0.4, estimate: -0.2, persons: 260}}), /Goodman/)).toBe("failed");
  });
});

describe("driftPower()", () => {
  it("is the test's size without a drift, four in five at the detectable one, and grows in between", () => {
    const power = (drift: number): number => driftPower(drift, {df: 12, detectable: 0.06});
    expect(power(0)).toBeCloseTo(0.05, 10);
    expect(power(0.06)).toBeCloseTo(0.8, 8);
    expect(power(0.03)).toBeGreaterThan(power(0.02));
    expect(power(-0.03)).toBe(power(0.03));
  });
});
