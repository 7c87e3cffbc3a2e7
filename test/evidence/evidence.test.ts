import {describe, expect, it} from "vitest";
import {certainty} from "../../src/evidence/certainty.js";
import type {Domain} from "../../src/evidence/certainty.js";
import {checkPrecision} from "../../src/evidence/check.js";
import type {Check} from "../../src/evidence/check.js";
import type {EvidenceContext} from "../../src/evidence/context.js";
import {departments} from "../../src/evidence/departments.js";
import {cappedLevel, mayClaimCause} from "../../src/evidence/designLevel.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {random} from "../../src/stats/random.js";

const context: EvidenceContext = {
  programme: "coaching",
  unit: {one: "department", many: "departments"},
  person: {one: "manager", many: "managers"},
  assignment: "voluntary",
  programmeYears: [2011, 2019],
  measures: describeMeasures([], "yen")
};

const plan = {
  specification: "margin ~ participation | department_id + fiscal_year",
  term: "participation",
  worthwhile: 0.01
};

/** Twenty departments over nine years; the better ones take part more, whatever the effect. */
function panel(effect: number, selection: number, seed = 1): ReleasedTable {
  const source = random(seed);
  const rows = Array.from({length: 20}, (_, d) => {
    const quality = source.normal();
    return Array.from({length: 9}, (_year, t) => {
      const participation = Math.min(
        1,
        Math.max(0, 0.3 + 0.04 * t + 0.15 * selection * quality + 0.1 * source.normal())
      );
      const margin = 0.06 + 0.02 * selection * quality + effect * participation + 0.01 * source.normal();
      return {department_id: `D${d}`, fiscal_year: 2011 + t, participation, margin};
    });
  }).flat();
  return {rows, suppressed: {}};
}

describe("departments()", () => {
  it("tells a difference within departments where there is one", () => {
    const finding = departments(panel(0.04, 0), {...context, plan});
    expect(finding.title).toBe("Within departments, more participation went with a higher profit margin");
    expect(finding.primary?.estimate).toBeGreaterThan(2);
    expect(finding.primary?.n).toBe(180);
  });

  it("claims nothing within departments where better ones take part and nothing works, in 19 of 20 seeds or more", () => {
    const titles = Array.from({length: 40}, (_, seed) => departments(panel(0, 1, seed), {...context, plan}).title);
    expect(titles.filter((title) => title.startsWith("Within departments")).length).toBeLessThanOrEqual(5);
    expect(titles.filter((title) => title.includes("within them no change can be told")).length).toBeGreaterThan(20);
  });

  it("uses no word of cause for a voluntary start", () => {
    const {title, sentence} = departments(panel(0.04, 0), {...context, plan});
    expect(`${title} ${sentence}`).not.toMatch(/caused|drove|proves|impact|effect|ROI/i);
  });

  it("changes its sentence when the data change", () => {
    const sentence = (effect: number): string => departments(panel(effect, 0), {...context, plan}).sentence;
    expect(sentence(0.04)).not.toBe(sentence(-0.04));
  });
});

describe("grades", () => {
  it("a chosen start caps the design at level 3 and rules out cause", () => {
    expect(cappedLevel(4, "voluntary")).toBe(3);
    expect(cappedLevel(5, "randomised")).toBe(5);
    expect(mayClaimCause(4, "unknown")).toBe(false);
    expect(mayClaimCause(5, "randomised")).toBe(true);
  });

  it("certainty goes one step down for each domain that failed, once, and stops at very low", () => {
    const failed = (domain: Domain): Check => ({domain, asked: "?", verdict: "failed", why: "."});
    const unknown: Check = {domain: "missing", asked: "?", verdict: "unknown", why: "."};
    expect(certainty("association", "voluntary", [unknown])).toBe("low");
    expect(certainty("association", "voluntary", [failed("precision"), failed("consistency")])).toBe("very low");
    expect(certainty("descriptive", "voluntary", [failed("missing"), failed("missing")])).toBe("moderate");
  });

  it("an interval that holds both no difference and one worth having fails on precision", () => {
    const one = {
      label: "",
      naive: false,
      estimate: 0,
      unit: "points",
      df: null,
      p: null,
      n: 9,
      rows: "years",
      note: ""
    };
    expect(checkPrecision({...one, low: -0.5, high: 2}, 1).verdict).toBe("failed");
    expect(checkPrecision({...one, low: -0.5, high: 0.5}, 1).verdict).toBe("passed");
    expect(checkPrecision({...one, low: null, high: null}, 1).verdict).toBe("failed");
  });
});
