import {planOf} from "../../src/evidence/planOf.js";
import {describe, expect, it} from "vitest";
import type {FindingDraft} from "../../src/evidence/finding.js";
import type {CheckState} from "../../src/evidence/verdict/checkState.js";
import {managers, managersOtherwise} from "../../src/findings/managers/claim.js";
import type {ManagerEstimates, ManagerSensitivity} from "../../src/findings/managers/estimates.js";
import {driftPower} from "../../src/stats/did/driftPower.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {coaching} from "./coaching.js";

const context = coaching;

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
      p: Math.abs(estimate) > 2 * se ? 0.01 : 0.5,
      low: estimate - 2 * se,
      high: estimate + 2 * se
    })),
    fit: {},
    warnings: []
  };
}

const nothing: ManagerSensitivity = {
  kinds: ["absolute", "relative"],
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

const stateOf = (finding: FindingDraft, id: string): CheckState | undefined =>
  finding.checks.find((check) => check.id === id)?.state;

describe("managers()", () => {
  it("says higher, lower or neither, as the planned estimate has it, and claims a change only where it is clear", () => {
    const told = [0.2, -0.2, 0.01].map((effect) => managers(made(effect), {...context, plan: alike}));
    expect(told.map(({title}) => title)).toEqual([
      "Managers who took part were rated higher the next year than similar managers who had not",
      "Managers who took part were rated lower the next year than similar managers who had not",
      "The next year's ratings differed too little to matter"
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

  it("says in its title with whom the plan compares: every plan used to have similar managers", () => {
    expect([alike, absorbed, cohorts].map((plan) => managers(made(0.3), {...context, plan}).title)).toEqual([
      "Managers who took part were rated higher the next year than similar managers who had not",
      "Managers who took part were rated higher afterwards than managers who had not started",
      "Managers who took part were rated higher afterwards than managers who had not started"
    ]);
  });

  it("managersOtherwise() has every comparison but the plan's that was estimated, each with its own estimate", () => {
    const sensitivity = {...nothing, regimes: [{kind: "relative", estimate: fitted({started: 0.15})}]};
    const waysOf = (estimates: ManagerEstimates, plan = alike) => managersOtherwise(estimates, {...context, plan});
    const ways = waysOf(made(0.2, {sensitivity, compared: fitted({taken_part: 0.1})}));
    expect(ways.map(({value, finding}) => [value, finding.primary?.estimate, finding.level])).toEqual([
      ["waiting", 0.1, 3],
      ["cohorts", 0.2, 3],
      ["themselves", 0.3, 1],
      ["relative-scale", 0.15, 2]
    ]);
    expect(ways.at(-1)?.finding.sentence).toMatch(/^In years of relative ratings, their rating was 0\.15/);
    expect(waysOf(made(0.2), cohorts).map(({value}) => value)).toEqual(["next-year", "waiting", "themselves"]);
    expect(waysOf(made(0.2, {matched: null, staggered: null})).map(({value}) => value)).toEqual(["themselves"]);
  });

  it("falls back on manager and year where cohorts or those rated alike can't be told", () => {
    const few = made(0.2, {matched: null, staggered: null});
    expect(managers(few, {...context, plan: alike}).evidence).toHaveLength(3);
    expect(managers(few, {...context, plan: cohorts}).title).toMatch(/^Managers who took part were rated higher/);
  });

  it("changes its sentence when the data change, and uses no word of cause", () => {
    const [one, other] = [0.2, 0.3].map((effect) => managers(made(effect), {...context, plan: alike}));
    expect(one?.sentence).not.toBe(other?.sentence);
    expect(one?.sentence).toMatch(
      /0\.20 standard deviations higher.*between 0\.12 and 0\.28, based on 1,000 manager-years/
    );
    const text = [one?.title, one?.sentence, one?.absent, ...(one?.checks.map(({asked, why}) => asked + why) ?? [])];
    expect(text.join(" ")).not.toMatch(/\b(caused|drove|proves|impact|ROI)\b/i);
  });

  it("calls the years before alike only where the test would have found a drift that matters", () => {
    const tested = (p: number, detectable: number): CheckState | undefined =>
      stateOf(
        managers(made(0.2, {staggered: {effects: fitted({all: 0.2}), pretrend: {p, df: 10, detectable, span: 5}}}), {
          ...context,
          plan: alike
        }),
        "path"
      );
    expect(tested(0.5, 0.1)).toBe("open");
    expect(tested(0.5, 0.02)).toBe("answered");
    expect(tested(0.01, 0.1)).toBe("failed");
  });

  it("marks down what does not survive trends that part, other scales, promotions or the department's sessions", () => {
    const asked = (sensitivity: Partial<ManagerSensitivity>): FindingDraft =>
      managers(made(0.2, {sensitivity: {...nothing, ...sensitivity}}), {...context, plan: alike});
    const bounds = (low: number, breakdown: number): FindingDraft =>
      asked({bounds: {low, high: 0.5, breakdown, before: 3}});
    expect(stateOf(bounds(0.05, 1.4), "honest")).toBe("answered");
    expect(stateOf(bounds(-0.1, 0.6), "honest")).toBe("failed");
    expect(bounds(-0.1, 0.6).checks.find(({id}) => id === "honest")?.why).toMatch(/between −0\.10 and 0\.50/);
    const regimes = (first: number, second: number): CheckState | undefined =>
      stateOf(
        asked({
          regimes: [
            {kind: "absolute", estimate: fitted({started: first})},
            {kind: "relative", estimate: fitted({started: second})}
          ]
        }),
        "scales"
      );
    expect([regimes(0.15, 0.25), regimes(-0.3, 0.2), regimes(0.05, 0.2)]).toEqual(["answered", "failed", "open"]);
    const spillover = (estimate: number, se: number): CheckState | undefined =>
      stateOf(asked({spillover: fitted({dose: estimate}, se)}), "spillover");
    expect([spillover(0.01, 0.02), spillover(-0.2, 0.04), spillover(0.1, 0.2)]).toEqual(["answered", "failed", "open"]);
    expect(stateOf(asked({promotions: fitted({started: -0.5})}), "promotions")).toBe("failed");
    expect(stateOf(asked({decomposed: {forbidden: 0.4, estimate: -0.2, persons: 260}}), "bacon")).toBe("failed");
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
