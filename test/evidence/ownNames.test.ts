import {describe, expect, it} from "vitest";
import {departmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import {freeName} from "../../src/evidence/panel/freeName.js";
import {plannedControls} from "../../src/evidence/panel/plannedControls.js";
import {planOf} from "../../src/evidence/planOf.js";
import {confounder} from "../../src/evidence/robustness/confounder.js";
import {panelOf} from "../../src/evidence/robustness/panel.js";
import {specifications} from "../../src/evidence/robustness/specifications.js";
import {lostByExposure} from "../../src/findings/departments/lostByExposure.js";
import {otherMeasures} from "../../src/findings/departments/otherMeasures.js";
import type {MeasureDescription} from "../../src/evidence/measure.js";
import type {ReleasedRow, ReleasedTable} from "../../src/released/table.js";
import {coaching} from "./coaching.js";
import {madeDepartments} from "./madeDepartments.js";

const made: readonly ReleasedRow[] = madeDepartments({effect: 0.03, units: 8, years: 5, before: 1, seed: 5}).rows.map(
  (row, i) => ({
    ...row,
    headcount: 40 + (i % 7),
    profit_per_head: 1e6 * Number(row.margin),
    demand: Math.sin(1.7 * i) + Number(row.participation)
  })
);

/** The same study whose outcome, exposure and control have other names. */
function called([outcome, exposure, control]: readonly [string, string, string]) {
  const rows: ReleasedRow[] = made.map(({margin = null, participation = null, demand = null, ...row}) => ({
    ...row,
    [outcome]: margin,
    [exposure]: participation,
    [control]: demand
  }));
  const measure = (name: string, role: "outcome" | "exposure"): readonly [string, MeasureDescription] => [
    name,
    {name, label: name, unit: "share", direction: "higher", role}
  ];
  const context = {
    ...coaching,
    measures: new Map([...coaching.measures, measure(outcome, "outcome"), measure(exposure, "exposure")]),
    plan: planOf({
      specification: `${outcome} ~ ${exposure} + ${control} | department_id + fiscal_year`,
      term: exposure,
      worthwhile: 0.01
    })
  };
  const table: ReleasedTable = {rows, suppressed: {}};
  return {table, context};
}

const names: readonly (readonly [string, string, string])[] = [
  ["weight", "level", "year"],
  ["y", "x", "unit"],
  ["level", "weight", "moment"],
  ["control_1", "cause_0", "line"],
  ["lost", "d", "its"],
  ["no_outcome", "measured_now", "lost"],
  ["before", "size", "no_outcome"]
];

/** All that is made of the measures, whatever they are called. */
function madeOf(own: readonly [string, string, string]) {
  const {table, context} = called(own);
  const cells = departmentPanel(table, context);
  const panel = panelOf(table, context);
  if (!panel) throw new RangeError("no panel");
  const {within, across} = specifications(panel);
  return {
    controls: plannedControls(cells).map(({values}) => values),
    lost: lostByExposure({...cells, y: cells.y.map((value, row) => (row % 9 === 0 ? NaN : value))}),
    others: otherMeasures(table, context).map((one) => [one.pooled.estimate, one.within.estimate]),
    hidden: confounder(panel, {primary: {estimate: 1, low: 0.5, high: 1.5}}),
    curve: [within, across].map(({points, joint, median}) => ({
      points: points.map(({estimate, low, high, planned}) => ({estimate, low, high, planned})),
      joint,
      median
    }))
  };
}

describe("a measure may be called as our own columns are: an outcome called weight used to become the headcount", () => {
  const plain = madeOf(["result", "taken", "demand"]);
  it.each(names)("%s, %s, %s", (...own) => expect(madeOf(own)).toEqual(plain));
});

describe("freeName(wanted, columns)", () => {
  it("is the wanted one, or one that no column has", () => {
    expect(freeName("lost", {y: []})).toBe("lost");
    expect(freeName("lost", {lost: [], lost_: []})).toBe("lost__");
  });
});
