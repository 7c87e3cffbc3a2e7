import {describe, expect, it} from "vitest";
import {beforeOwnStart} from "../../src/evidence/panel/beforeOwnStart.js";
import {beforeProgramme} from "../../src/evidence/panel/beforeProgramme.js";
import {type DepartmentPanel, departmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import {laggedTerms} from "../../src/evidence/panel/laggedTerms.js";
import {leadTest} from "../../src/evidence/panel/leadTest.js";
import {nextYear} from "../../src/evidence/panel/nextYear.js";
import {ownTrendOf} from "../../src/evidence/panel/ownTrendOf.js";
import {plannedControls} from "../../src/evidence/panel/plannedControls.js";
import {planOf} from "../../src/evidence/planOf.js";
import {panelOf} from "../../src/evidence/robustness/panel.js";
import {specifications} from "../../src/evidence/robustness/specifications.js";
import {ifIdentified} from "../../src/evidence/ifIdentified.js";
import {departments} from "../../src/findings/departments/claim.js";
import {correlations} from "../../src/findings/departments/correlations.js";
import {laggedEvidence} from "../../src/findings/departments/laggedEvidence.js";
import {leaveOneOut} from "../../src/findings/departments/leaveOneOut.js";
import {lostByExposure} from "../../src/findings/departments/lostByExposure.js";
import {otherMeasures} from "../../src/findings/departments/otherMeasures.js";
import {permuteTrajectories} from "../../src/findings/departments/permuteTrajectories.js";
import {redraw} from "../../src/findings/departments/redraw.js";
import {twoWayWeights} from "../../src/findings/departments/twoWayWeights.js";
import type {ReleasedRow} from "../../src/released/table.js";
import {random} from "../../src/stats/random.js";
import {coaching} from "./coaching.js";

const measures = new Map([
  ...coaching.measures,
  ["grant", {name: "grant", label: "Grant", unit: "0 or 1", direction: "higher", role: "exposure"} as const]
]);

interface Size {
  readonly units: number;
  readonly years: number;
}

function rowsOf({units, years}: Size, change: (row: ReleasedRow, d: number, t: number) => ReleasedRow): ReleasedRow[] {
  const {normal} = random(4);
  return Array.from({length: units}, (_, d) =>
    Array.from({length: years}, (_year, t) => {
      const grant = Number(t > 1 + (d % 4));
      const row = {
        department_id: `D${d}`,
        name: `D${d}`,
        division: d % 2 === 0 ? "A" : "B",
        fiscal_year: 2012 + t,
        headcount: 30 + d,
        grant,
        grant_before: Number(t > 2 + (d % 4)),
        demand: normal(),
        margin: 0.05 + 0.01 * grant + 0.01 * normal()
      };
      return change(row, d, t);
    })
  ).flat();
}

const usual = {units: 8, years: 7};
const same = (row: ReleasedRow): ReleasedRow => row;
const worlds: Readonly<Record<string, readonly ReleasedRow[]>> = {
  "one unit": rowsOf({units: 1, years: 9}, same),
  "two units": rowsOf({units: 2, years: 9}, same),
  "three units": rowsOf({units: 3, years: 9}, same),
  "one year": rowsOf({units: 9, years: 1}, same),
  "two years": rowsOf({units: 9, years: 2}, same),
  "as many rows as parameters": rowsOf({units: 4, years: 3}, same),
  "an exposure that is the same everywhere": rowsOf(usual, (row) => ({...row, grant: 1, grant_before: 1})),
  "nobody exposed": rowsOf(usual, (row) => ({...row, grant: 0, grant_before: 0})),
  "an exposure that is its unit's": rowsOf(usual, (row, d) => ({...row, grant: d % 2, grant_before: d % 2})),
  "an exposure that is its year's": rowsOf(usual, (row, _, t) => ({
    ...row,
    grant: Number(t > 3),
    grant_before: Number(t > 4)
  })),
  "one unit exposed": rowsOf(usual, (row, d, t) => ({
    ...row,
    grant: Number(d === 0 && t > 2),
    grant_before: Number(d === 0 && t > 3)
  })),
  "a control that is the exposure": rowsOf(usual, (row) => ({...row, demand: row.grant ?? null})),
  "a control that is the same everywhere": rowsOf(usual, (row) => ({...row, demand: 3})),
  "a control that is its unit's": rowsOf(usual, (row, d) => ({...row, demand: d})),
  "no outcome": rowsOf(usual, (row) => ({...row, margin: null})),
  "an outcome in one row": rowsOf(usual, (row, d, t) => ({...row, margin: d + t === 0 ? 0.1 : null})),
  "an outcome that is the same everywhere": rowsOf(usual, (row) => ({...row, margin: 0.1})),
  "an outcome that is its unit's": rowsOf(usual, (row, d) => ({...row, margin: 0.1 * d})),
  "an outcome that the exposure is": rowsOf(usual, (row) => ({...row, margin: Number(row.grant)})),
  "no exposure": rowsOf(usual, (row) => ({...row, grant: null})),
  "no control": rowsOf(usual, (row) => ({...row, demand: null})),
  "every second row gone": rowsOf(usual, same).filter((_, i) => i % 2 === 0)
};

const specs = [
  ["grant", "margin ~ grant + grant_before + demand | department_id + fiscal_year"],
  ["grant", "margin ~ grant + demand | division"],
  ["grant", "margin ~ grant"],
  ["l(grant, 1)", "margin ~ l(grant, 1) | department_id + fiscal_year"]
] as const;

/** Places in what was found whose number is none. */
function notNumbers(found: unknown, path = ""): string[] {
  if (typeof found === "number") return Number.isFinite(found) ? [] : [`${path}: ${found}`];
  if (typeof found !== "object" || found === null) return [];
  return Object.entries(found).flatMap(([name, value]) => notNumbers(value, `${path}.${name}`));
}

describe.each(Object.entries(worlds))("%s", (_name, rows) => {
  it.each(specs)("gives numbers, or none: %s in %s", (term, specification) => {
    const plan = planOf({specification, term, worthwhile: 0.01});
    const context = {...coaching, measures, plan};
    const table = {rows, suppressed: {}};
    const panel: DepartmentPanel = departmentPanel(table, context);
    const found = {
      beforeOwnStart: beforeOwnStart(panel),
      beforeProgramme: beforeProgramme(panel, {programmeYears: [2014, 2018], many: "departments"}),
      laggedTerms: laggedTerms(panel).length,
      leadTest: leadTest(panel),
      nextYear: nextYear(panel),
      ownTrendOf: ownTrendOf(panel),
      plannedControls: plannedControls(panel).length,
      correlations: correlations(panel),
      laggedEvidence: laggedEvidence(panel),
      leaveOneOut: leaveOneOut(panel),
      lostByExposure: lostByExposure(panel),
      otherMeasures: otherMeasures(table, context),
      permuteTrajectories: permuteTrajectories(panel, {draws: 9}),
      redraw: redraw(panel, {...context, draws: 9}),
      twoWayWeights: twoWayWeights(panel),
      departments: departments(table, context)
    };
    expect(notNumbers(found)).toEqual([]);
  });

  it("gives a curve of numbers, or none", () => {
    const plan = planOf({specification: specs[0][1], term: "grant", worthwhile: 0.01});
    const panel = panelOf({rows, suppressed: {}}, {...coaching, measures, plan});
    const curve = panel && ifIdentified(() => specifications(panel));
    expect(notNumbers(curve && {points: curve.within.points, across: curve.across.points})).toEqual([]);
  });
});
