import {planOf} from "../../src/evidence/planOf.js";
import {describe, expect, it} from "vitest";
import type {EvidenceContext} from "../../src/evidence/context.js";
import type {Verdict} from "../../src/evidence/check.js";
import type {Finding} from "../../src/evidence/finding.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import {sessions} from "../../src/findings/sessions/claim.js";
import type {ReleasedTable} from "../../src/released/table.js";
import type {Estimate} from "../../src/stats/estimate.js";

const plan = planOf({
  specification: "rating ~ reflective + position + (1 | manager_id) + (1 | module_id) + (1 | group_id)",
  term: "reflective",
  worthwhile: 0.1
});
const context: EvidenceContext & {plan: typeof plan} = {
  programme: "coaching",
  unit: {one: "department", many: "departments"},
  person: {one: "manager", many: "managers"},
  assignment: "voluntary",
  programmeYears: [2011, 2019],
  measures: describeMeasures([], "yen"),
  plan
};

function modules(share: number): ReleasedTable {
  const rows = Array.from({length: 12}, (_, i) => ({
    title: `Module ${i}`,
    mindset: i < 4 ? "reflective" : "action",
    ratings: 100,
    mean: 3.6 + 0.01 * i + (i < 4 ? 0.3 : 0),
    favourable: i === 0 ? {suppressed: "fewer than 10"} : share
  }));
  return {rows, suppressed: {favourable: 1}};
}

function fitted(estimate: number, method: string): Estimate {
  const se = 0.05;
  const term = {term: "reflective", estimate, se, statistic: estimate / se, df: 30, p: 0.5};
  return {
    method,
    n: 5000,
    dropped: [],
    clusters: {},
    terms: [{...term, low: estimate - 0.1, high: estimate + 0.1}],
    fit: {},
    warnings: []
  };
}

const found = (estimate: number, {share = 0.7, response = 0.7, logOdds = 0.4} = {}): Finding =>
  sessions(
    modules(share),
    {
      contrast: fitted(estimate, "mixed"),
      plain: fitted(estimate, "least squares"),
      response,
      ordered: {fitted: fitted(logOdds, "cumulative logit"), spread: 0.9}
    },
    context
  );

describe("sessions()", () => {
  it("says what was liked and whether those on reflection more, less, or neither", () => {
    expect([0.2, -0.2, 0.02].map((estimate) => found(estimate).title)).toEqual([
      "Managers rated most sessions favourably, those on reflection higher than the others",
      "Managers rated most sessions favourably, those on reflection lower than the others",
      "Managers rated most sessions favourably; those on reflection no differently, as far as can be told"
    ]);
    expect(found(0.2, {share: 0.4}).title).toMatch(/^Managers rated fewer than half/);
    expect(found(0.02).claim).toBe("none");
  });

  it("leaves withheld modules out of the favourable share", () => {
    expect(found(0.2, {share: 0.64}).sentence).toMatch(/^64.% of ratings were favourable/);
  });

  it("asks whether ratings taken as an order say the same: by sign, and within the planned interval in sd", () => {
    const verdict = (logOdds: number): Verdict | undefined =>
      found(0.2, {logOdds}).checks.find(({asked}) => asked.includes("order"))?.verdict;
    expect([verdict(0.4), verdict(-0.4), verdict(2)]).toEqual(["passed", "failed", "unknown"]);
    const why = found(0.2).checks.find(({asked}) => asked.includes("order"))?.why;
    expect(why).toMatch(/1\.49 times as high .*\+0\.22, where the planned model gives \+0\.22/);
  });

  it("marks down a response under six in ten", () => {
    expect(found(0.2).certainty).toBe("high");
    expect(found(0.2, {response: 0.5}).certainty).toBe("moderate");
  });
});
