import {planOf} from "../../src/evidence/planOf.js";
import {describe, expect, it} from "vitest";
import type {Check} from "../../src/evidence/check.js";
import type {EvidenceContext} from "../../src/evidence/context.js";
import {engagement} from "../../src/findings/engagement/claim.js";
import type {Finding} from "../../src/evidence/finding.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {madeScales, madeSurvey} from "./madeSurvey.js";
import type {MadeSurvey} from "./madeSurvey.js";

const context: EvidenceContext = {
  programme: "coaching",
  unit: {one: "branch", many: "branches"},
  person: {one: "manager", many: "managers"},
  assignment: "voluntary",
  programmeYears: [2011, 2019],
  measures: describeMeasures(
    [
      {
        name: "communication",
        label: "cross-functional communication",
        unit: "points",
        direction: "higher",
        role: "outcome"
      }
    ],
    "yen"
  ),
  purpose: {label: "to work as one", measures: ["teamwork", "communication"]}
};
const plan = planOf({
  specification: "mean ~ participation | department_id + fiscal_year",
  term: "participation",
  worthwhile: 0.1
});
const none: ReleasedTable = {rows: [], suppressed: {}};

function find(made: MadeSurvey, {scales = madeScales(), wording = none} = {}): Finding {
  const {survey, departmentYears} = madeSurvey(made);
  return engagement(survey, departmentYears, {...context, plan}, {scales, wording});
}

const verdict = ({checks}: Finding, asked: string): string | undefined =>
  checks.find((check: Check) => check.asked.includes(asked))?.verdict;

describe("engagement()", () => {
  it("tells a rise within units, and that it is more than the other measures', where both are so", () => {
    const finding = find({effect: 0.4});
    expect(finding.title).toBe(
      "Within branches, teamwork and cross-functional communication rose with participation, more than the other measures"
    );
    expect(finding.claim).toBe("change");
    expect(Math.abs((finding.primary?.estimate ?? 0) - 0.4)).toBeLessThan(0.1);
    expect(verdict(finding, "once all measures are counted")).toBe("passed");
  });

  it("does not say more than the others where they rose as much", () => {
    expect(find({effect: 0.4, others: 0.4}).title).not.toContain("more than");
  });

  it("says of a fall that it is one, and never that it is more", () => {
    expect(find({effect: -0.4}).title).toBe(
      "Within branches, teamwork and cross-functional communication fell with participation"
    );
  });

  it("claims nothing where nothing is, in 18 of 20 seeds or more", () => {
    const claims = Array.from({length: 20}, (_, seed) => find({seed}).claim);
    expect(claims.filter((claim) => claim !== "none").length).toBeLessThanOrEqual(3);
  });

  it("tells a difference between units from a change within them, where those in better spirits take part", () => {
    const findings = Array.from({length: 12}, (_, seed) => find({selection: 0.2, seed}));
    expect(findings.filter(({claim}) => claim === "change").length).toBeLessThanOrEqual(2);
    expect(findings.filter(({title}) => title.includes("answered higher")).length).toBeGreaterThan(8);
  });

  it("changes its sentence when the data change, and prints an end by nought so that its side is seen", () => {
    expect(find({effect: 0.3}).sentence).not.toBe(find({effect: 0.2}).sentence);
    const across = Array.from({length: 15}, (_, seed) => find({effect: 0.02, seed})).filter(
      ({primary}) => (primary?.low ?? 1) < 0 && (primary?.high ?? -1) > 0
    );
    expect(across.length).toBeGreaterThan(5);
    for (const {sentence} of across) expect(sentence).toMatch(/interval −0\.0*[1-9]/);
  });

  it("uses no word of cause", () => {
    for (const effect of [0.4, 0, -0.4]) {
      const {title, sentence, checks} = find({effect});
      expect(`${title} ${sentence} ${checks.map(({why}) => why).join(" ")}`).not.toMatch(
        /caused|drove|proves|impact|effect|ROI/i
      );
    }
  });

  it("passes controls that lie within the margin, fails one that moved, and can't tell of wide ones", () => {
    expect(verdict(find({noise: 0.01}), "negative controls")).toBe("passed");
    expect(verdict(find({control: 0.5}), "negative controls")).toBe("failed");
    expect(verdict(find({noise: 0.4}), "negative controls")).toBe("unknown");
  });

  it("keeps controls out of the family of measures, and marks which survive", () => {
    const {measures = []} = find({effect: 0.4});
    expect(measures.map(({control = false}) => control)).toEqual([false, false, false, false, true]);
    expect(measures.at(-1)?.adjusted).toBeUndefined();
    expect(measures.filter(({label}) => label.includes("survives")).length).toBe(2);
  });

  it("marks down for unreliable items, and says of blurred means that they can't be told", () => {
    const finding = find({effect: 0.4}, {scales: madeScales(0.6, 0.5)});
    expect(verdict(finding, "belong together")).toBe("failed");
    expect(verdict(finding, "enough to be averaged")).toBe("unknown");
    expect(finding.certainty).toBe("very low");
    expect(find({effect: 0.4}).certainty).toBe("low");
  });

  it("marks down for an item in other words where the difference hangs on it", () => {
    const changed = (estimate: number, low: number, high: number): ReleasedTable => ({
      rows: [{measure: "teamwork", changed: 2, kept: 2, since: 2015, estimate, low, high, n: 215}],
      suppressed: {}
    });
    expect(verdict(find({effect: 0.4}, {wording: changed(0.35, 0.2, 0.5)}), "the same without items")).toBe("passed");
    expect(verdict(find({effect: 0.4}, {wording: changed(0.05, -0.1, 0.2)}), "the same without items")).toBe("failed");
  });

  it("fails for too few answers", () => {
    expect(verdict(find({response: 0.5}), "Did enough answer")).toBe("failed");
    expect(verdict(find({response: 0.8}), "Did enough answer")).toBe("passed");
  });

  it("speaks of few units and few years as far as they go", () => {
    const {evidence, primary} = find({units: 8, years: 3, effect: 0.4});
    expect(primary?.n).toBe(24);
    expect(evidence.some(({label}) => label.startsWith("Change on change, 2011 to 2013"))).toBe(true);
    expect(find({units: 4, years: 3}).evidence.some(({label}) => label.startsWith("Change on change"))).toBe(false);
  });

  it("asks for measures of the purpose where there are none", () => {
    const {survey, departmentYears} = madeSurvey();
    const without = {...context, plan, purpose: {label: "x", measures: []}};
    expect(() => engagement(survey, departmentYears, without, {scales: none, wording: none})).toThrow(
      /study\.purpose\.measures/
    );
  });
});
