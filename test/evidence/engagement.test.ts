import {planOf} from "../../src/evidence/planOf.js";
import {describe, expect, it} from "vitest";
import type {EvidenceContext} from "../../src/evidence/context.js";
import {engagement} from "../../src/findings/engagement/claim.js";
import type {FindingDraft} from "../../src/evidence/finding.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {madeScales, madeSurvey} from "./madeSurvey.js";
import type {MadeSurvey} from "./madeSurvey.js";
import {coaching} from "./coaching.js";

const context: EvidenceContext = {
  ...coaching,
  unit: {one: "branch", many: "branches"},
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

function find(made: MadeSurvey, {scales = madeScales(), wording = none} = {}): FindingDraft {
  const {survey, departmentYears} = madeSurvey(made);
  return engagement(survey, departmentYears, {...context, plan}, {scales, wording});
}

const verdict = ({checks}: FindingDraft, id: string): string | undefined =>
  checks.find((check) => check.id === id)?.state;

describe("engagement()", () => {
  it("tells a rise within units, and that it is more than the other measures', where both are so", () => {
    const finding = find({effect: 0.4});
    expect(finding.title).toBe(
      "Branches scored higher on teamwork and cross-functional communication in years when more of their managers took part"
    );
    expect(finding.beside).toMatch(
      /The difference in these measures is 0\.0\d+ points higher than that in the other measures together\. This gap is clear\./
    );
    expect(finding.claim).toBe("change");
    expect(Math.abs((finding.primary?.estimate ?? 0) - 0.04)).toBeLessThan(0.01);
  });

  it("says that the gap to the others is not clear where they rose as much", () => {
    expect(find({effect: 0.4, others: 0.4}).beside).toMatch(
      /is 0\.\d+ points (?:lower|higher) than that in the other measures together\. This gap is not clear\./
    );
  });

  it("says of a fall that it is one, and never that it is more", () => {
    expect(find({effect: -0.4}).title).toBe(
      "Branches scored lower on teamwork and cross-functional communication in years when more of their managers took part"
    );
  });

  it("claims nothing where nothing is, in 18 of 20 seeds or more", () => {
    const claims = Array.from({length: 20}, (_, seed) => find({seed}).claim);
    expect(claims.filter((claim) => claim !== "none").length).toBeLessThanOrEqual(3);
  });

  it("tells a difference between units from a change within them, where those in better spirits take part", () => {
    const findings = Array.from({length: 12}, (_, seed) => find({selection: 0.2, seed}));
    expect(findings.filter(({claim}) => claim === "change").length).toBeLessThanOrEqual(2);
    expect(
      findings.filter(({title}) => title.includes("Branches with more participation scored higher")).length
    ).toBeGreaterThan(8);
  });

  it("changes its sentence when the data change, and prints an end by nought so that its side is seen", () => {
    expect(find({effect: 0.3}).sentence).not.toBe(find({effect: 0.2}).sentence);
    const across = Array.from({length: 15}, (_, seed) => find({effect: 0.02, seed})).filter(
      ({primary}) => (primary?.low ?? 1) < 0 && (primary?.high ?? -1) > 0
    );
    expect(across.length).toBeGreaterThan(5);
    for (const {sentence} of across)
      expect(sentence).toMatch(
        /lies between 0\.0*[1-9]\d* (lower and 0\.0*[1-9]\d* higher|higher and 0\.0*[1-9]\d* lower),/
      );
  });

  it("uses no word of cause", () => {
    for (const effect of [0.4, 0, -0.4]) {
      const {title, sentence, checks} = find({effect});
      expect(`${title} ${sentence} ${checks.map(({why}) => why).join(" ")}`).not.toMatch(
        /caused|drove|proves|impact|effect|ROI/i
      );
    }
  });

  it("answers for controls that lie within the margin, fails one that moved the claim's way, and leaves wide ones open", () => {
    expect(verdict(find({noise: 0.01}), "controls")).toBe("answered");
    expect(verdict(find({control: 0.5, effect: 0.4}), "controls")).toBe("failed");
    expect(verdict(find({noise: 0.8}), "controls")).toBe("open");
  });

  it("keeps controls out of the family of measures, and marks which survive", () => {
    const {measures = []} = find({effect: 0.4});
    expect(measures.map(({control = false}) => control)).toEqual([false, false, false, false, true]);
    expect(measures.at(-1)?.adjusted).toBeUndefined();
    expect(measures.filter(({label}) => label.includes(", clear")).length).toBe(2);
  });

  it("marks down for unreliable items and unreliable means", () => {
    const finding = find({effect: 0.4}, {scales: madeScales(0.6, 0.5)});
    expect(verdict(finding, "alpha")).toBe("failed");
    expect(verdict(finding, "reliable")).toBe("failed");
    expect(verdict(find({effect: 0.4}), "alpha")).toBe("answered");
  });

  it("marks down for an item in other words where the difference hangs on it", () => {
    const changed = (estimate: number, low: number, high: number): ReleasedTable => ({
      rows: [{measure: "teamwork", changed: 2, kept: 2, since: 2015, estimate, low, high, n: 215}],
      suppressed: {}
    });
    expect(verdict(find({effect: 0.4}, {wording: changed(0.35, 0.2, 0.5)}), "reworded")).toBe("answered");
    expect(verdict(find({effect: 0.4}, {wording: changed(0.05, -0.1, 0.2)}), "reworded")).toBe("failed");
  });

  it("fails for too few answers", () => {
    expect(verdict(find({response: 0.5}), "answered")).toBe("failed");
    expect(verdict(find({response: 0.8}), "answered")).toBe("answered");
  });

  it("speaks of few units and few years as far as they go", () => {
    const {evidence, primary} = find({units: 8, years: 3, effect: 0.4});
    expect(primary?.n).toBe(24);
    expect(evidence.some(({label}) => label.startsWith("Changes from 2011 to 2013"))).toBe(true);
    expect(find({units: 4, years: 3}).evidence.some(({label}) => label.startsWith("Changes from 2"))).toBe(false);
  });

  it("takes all outcomes together where the purpose names no measure of the survey", () => {
    const {survey, departmentYears} = madeSurvey();
    const without = {...context, plan, purpose: {label: "x", measures: []}};
    const {title, primary} = engagement(survey, departmentYears, without, {scales: none, wording: none});
    expect(title).toMatch(/teamwork, .* and /);
    expect(primary?.n).toBeGreaterThan(100);
  });
});
