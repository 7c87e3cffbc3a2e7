import {planOf} from "../../src/evidence/planOf.js";
import {describe, expect, it} from "vitest";
import type {FindingDraft} from "../../src/evidence/finding.js";
import {sessions, sessionsOtherwise} from "../../src/findings/sessions/claim.js";
import type {ReleasedTable} from "../../src/released/table.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {coaching} from "./coaching.js";

const context = {
  ...coaching,
  plan: planOf({
    specification: "rating ~ reflective + position + (1 | manager_id) + (1 | module_id) + (1 | group_id)",
    term: "reflective",
    worthwhile: 0.1
  })
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
  const term = {
    term: "reflective",
    estimate,
    se,
    statistic: estimate / se,
    df: 30,
    p: Math.abs(estimate) > 2 * se ? 0.01 : 0.5
  };
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

const found = (estimate: number, {share = 0.7, response = 0.7, logOdds = 0.4} = {}): FindingDraft =>
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
      expect.stringMatching(/^Managers gave a favourable score in 70.% .* reflection higher than other modules$/),
      expect.stringMatching(/reflection lower than other modules$/),
      expect.stringMatching(/We found no clear difference for modules on reflection$/)
    ]);
    expect(found(0.2, {share: 0.4}).title).toMatch(/in 40.% of their ratings/);
    expect(found(0.02).claim).toBe("none");
  });

  it("leaves withheld modules out of the favourable share", () => {
    expect(found(0.2, {share: 0.64}).title).toMatch(/in 64.% of their ratings/);
  });

  it("asks whether ratings taken as an order are clear on the same side", () => {
    const verdict = (logOdds: number): string | undefined =>
      found(0.2, {logOdds}).checks.find(({id}) => id === "ordered")?.state;
    expect([verdict(0.4), verdict(-0.4), verdict(0.001)]).toEqual(["answered", "failed", "open"]);
    const why = found(0.2).checks.find(({id}) => id === "ordered")?.why;
    expect(why).toMatch(/1\.49 times as high .* clear on the same side/);
  });

  it("marks down a response under six in ten", () => {
    const rated = (response: number): string | undefined =>
      found(0.2, {response}).checks.find(({id}) => id === "rated")?.state;
    expect([rated(0.7), rated(0.5)]).toEqual(["answered", "failed"]);
  });
});

describe("sessionsOtherwise()", () => {
  const fits = {
    contrast: fitted(0.2, "mixed"),
    plain: fitted(0.25, "least squares"),
    response: 0.7,
    ordered: null
  };

  it("has the comparisons beside the plan's, shares in percentage points with what matters of them", () => {
    const {rows, suppressed} = modules(0.7);
    const varied = rows.map((row, i) => ({...row, favourable: (i < 4 ? 0.75 : 0.6) + 0.01 * (i % 3)}));
    const ways = sessionsOtherwise({rows: varied, suppressed}, fits, context);
    expect(ways.map(({value}) => value)).toEqual(["by-module", "averages", "favourable"]);
    const {finding} = ways.at(-1)!;
    expect(finding.primary).toMatchObject({unit: "percentage points", n: 12});
    expect(finding.sentence).toMatch(/In modules on reflection the favourable share was \S+ percentage points higher/);
    expect(finding.worthwhile).toBeGreaterThan(0);
  });

  it("leaves shares out where nothing tells what matters of them", () => {
    const alike = modules(0.7).rows.map((row) => ({...row, mean: 3.5}));
    for (const rows of [modules(0.7).rows, alike, []])
      for (const {value, finding} of sessionsOtherwise({rows, suppressed: {}}, fits, context)) {
        expect(value).not.toBe("favourable");
        expect(Number.isFinite(finding.worthwhile)).toBe(true);
      }
  });
});
