/** What a study says that its programme cannot move is held against its exposure, whether a survey or its units' own figures tell it. */
import {describe, expect, it} from "vitest";
import type {Check} from "../../src/evidence/finding.js";
import {describeMeasures, type MeasureDescription} from "../../src/evidence/measure.js";
import {departmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import {placebos} from "../../src/evidence/robustness/placebos.js";
import {departments} from "../../src/findings/departments/claim.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {random} from "../../src/stats/random.js";
import {plannedCoaching} from "./coaching.js";
import {madeDepartments} from "./madeDepartments.js";

const visits: MeasureDescription = {
  name: "visits",
  label: "visits to the museum",
  unit: "visits",
  direction: "higher",
  role: "negative control"
};
const context = {...plannedCoaching, measures: describeMeasures([visits], "yen")};

/** Figures beside the margin's of which nobody takes part to move them; moved as participation is by so many visits a share. */
function withVisits(moved = 0, noise = 3): ReleasedTable {
  const source = random(7);
  const {rows} = madeDepartments({effect: 0.04, before: 2});
  return {
    rows: rows.map((row) => ({...row, visits: 300 + moved * Number(row.participation) + noise * source.normal()})),
    suppressed: {}
  };
}

const placeboIn = ({checks}: {readonly checks: readonly Check[]}): Check | undefined =>
  checks.find(({id}) => id === "placebo");

describe("a negative control among the study's own measures of units", () => {
  it("is not checked where none is declared, or its column is not there", () => {
    expect(placeboIn(departments(withVisits(), plannedCoaching))?.state).toBe("unmade");
    expect(placeboIn(departments(madeDepartments({before: 2}), context))?.state).toBe("unmade");
  });

  it("answers the finding's check where it does not move, in its standard deviations", () => {
    const check = placeboIn(departments(withVisits(), context));
    expect(check?.state).toBe("answered");
    expect(check?.why).toMatch(/standard deviations/);
  });

  it("fails it where it moves with the exposure, whichever way is hoped for", () => {
    expect(placeboIn(departments(withVisits(60), context))?.state).toBe("failed");
    const turned = {...context, measures: describeMeasures([{...visits, direction: "lower"}], "yen")};
    expect(placeboIn(departments(withVisits(-60), turned))?.state).toBe("failed");
  });

  it("is the same in another unit of measure", () => {
    const before = departments(withVisits(20), context);
    const {rows} = withVisits(20);
    const scaled = {rows: rows.map((row) => ({...row, visits: 1000 * Number(row.visits)})), suppressed: {}};
    expect(placeboIn(departments(scaled, context))).toEqual(placeboIn(before));
  });

  it("stands among the placebos under its own name", () => {
    const made = placebos(departmentPanel(withVisits(60), context), context, {worthwhile: 0.01, direction: 1});
    const found = made.find(({kind}) => kind === "negative control");
    expect(found?.evidence.label).toBe("Visits to the museum (negative control)");
    expect(found?.verdict).toBe("failed");
  });

  it.each([
    ["higher", 40],
    ["higher", 0],
    ["higher", -40],
    ["lower", 40],
    ["lower", -40]
  ] as const)("has one verdict on both pages: hoped %s, moved by %d", (direction, moved) => {
    const given = {...context, measures: describeMeasures([{...visits, direction}], "yen")};
    const table = withVisits(moved);
    const {checks, primary} = departments(table, given);
    const panel = departmentPanel(table, given);
    const side = primary && primary.estimate > 0 ? 1 : -1;
    const made = placebos(panel, given, {worthwhile: given.plan.worthwhile, direction: side});
    const found = made.find(({kind}) => kind === "negative control");
    expect(found?.verdict).toBe(placeboIn({checks})?.state);
  });
});
