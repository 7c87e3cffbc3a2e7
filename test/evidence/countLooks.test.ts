import {describe, expect, it} from "vitest";
import {countLooks} from "../../src/evidence/countLooks.js";
import type {Finding, FindingId} from "../../src/evidence/finding.js";

const finding = (id: FindingId, p: number, kind: Finding["kind"] = "association"): Finding => {
  const low = p < 0.05 ? 0.1 : -0.1;
  const primary = {
    label: id,
    naive: false,
    estimate: 1,
    low,
    high: 2,
    unit: "sd",
    df: 9,
    p,
    n: 9,
    rows: "rows",
    note: ""
  };
  return {
    id,
    question: "",
    title: "",
    sentence: "",
    kind,
    level: 3,
    certainty: "low",
    claim: "change",
    checks: [],
    primary,
    evidence: [primary],
    specification: "y ~ x",
    outcome: "y",
    alternative: "",
    wouldChange: "",
    absent: ""
  };
};

describe("countLooks(findings, assignment)", () => {
  it("marks down a comparison that is clear alone and not once all are counted", () => {
    const counted = countLooks(
      [finding("departments", 0.001), finding("managers", 0.04), finding("engagement", 0.3)],
      "voluntary"
    );
    expect(counted.map(({checks}) => checks.map(({verdict}) => verdict))).toEqual([["passed"], ["failed"], []]);
    expect(counted.map(({certainty}) => certainty)).toEqual(["low", "very low", "low"]);
  });

  it("counts no description, and nothing where there is one comparison alone", () => {
    const [described, alone] = countLooks(
      [finding("sessions", 0.04, "descriptive"), finding("departments", 0.04)],
      "voluntary"
    );
    expect(described?.checks).toEqual([]);
    expect(alone?.checks).toEqual([]);
  });
});
