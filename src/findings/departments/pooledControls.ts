import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Evidence} from "../../evidence/finding.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";
import {measureNamed} from "../../evidence/measure.js";
import type {EvidenceContext} from "../../evidence/context.js";
import {type DepartmentPanel, timeColumn, type UnitControl, unitColumn} from "../../evidence/panel/departmentPanel.js";
import {besideExposure, plannedControls} from "../../evidence/panel/plannedControls.js";
import {spread} from "../../evidence/panel/spread.js";
import {numbers, type ReleasedTable} from "../../released/table.js";
import {ols} from "../../stats/regression/ols.js";
import {say} from "../../words/say.js";

/** What may be read beside the cells: a survey whose negative controls the programme cannot move. */
export interface Beside {
  readonly survey?: ReleasedTable;
  /** the smallest difference that matters in the survey's measures, for 0 to 1 of the exposure */
  readonly worthwhileSurvey?: number;
}

export interface PooledControls {
  /** difference of the controls' average for a step of the exposure */
  readonly bias: Evidence;
  /** the smallest that would matter, in its unit */
  readonly worthwhile: number;
}

interface PooledOptions extends Beside, Pick<EvidenceContext, "measures"> {
  /** the smallest difference that matters in the outcome, as it is printed */
  readonly worthwhile: number;
}

/**
 * The average of all negative controls on this year's exposure: the survey's, in points, and the study's own measures of
 * units. Where there are any of these, or nobody said what would matter in the survey, all are taken in their standard
 * deviations, and what would matter is what does in the outcome's. One that is hoped to go the other way than the outcome is
 * turned round. Null where there are none, or nothing varies.
 */
export function pooledControls(
  panel: DepartmentPanel,
  {survey, worthwhileSurvey, worthwhile, measures}: PooledOptions
): PooledControls | null {
  const answered = survey ? surveyControls(panel, survey, measures) : [];
  const controls = [...answered, ...panel.controls].map(({measure, values}) =>
    measure.direction === panel.outcome.direction ? values : values.map((value) => -value)
  );
  if (controls.length === 0) return null;
  if (panel.controls.length === 0 && worthwhileSurvey !== undefined) {
    const bias = biasOf(panel, controls, "points");
    return bias && {bias, worthwhile: worthwhileSurvey * panel.step};
  }
  return ifIdentified(() => {
    const standardised = controls.map((values) => {
      const sd = spread(values);
      const known = values.filter(Number.isFinite);
      const mean = known.reduce((sum, value) => sum + value / known.length, 0);
      return values.map((value) => (value - mean) / sd);
    });
    const bias = biasOf(panel, standardised, "standard deviations");
    return bias && {bias, worthwhile: Number((worthwhile / spread(panel.y)).toPrecision(2))};
  });
}

function surveyControls(
  {units, years}: DepartmentPanel,
  {rows}: ReleasedTable,
  measures: EvidenceContext["measures"]
): UnitControl[] {
  const controls = rows.filter((row) => row.negative_control === true);
  const means = numbers(controls, "mean");
  const byMeasure = new Map<string, Map<string, number>>();
  controls.forEach((row, i) => {
    const cells = byMeasure.get(String(row.measure)) ?? new Map<string, number>();
    byMeasure.set(
      String(row.measure),
      cells.set(`${String(row[unitColumn])} ${String(row[timeColumn])}`, means[i] ?? NaN)
    );
  });
  return Array.from(byMeasure, ([name, cells]) => ({
    measure: measureNamed(measures, name),
    values: units.map((unit, row) => cells.get(`${unit} ${years[row]}`) ?? NaN)
  }));
}

function biasOf(panel: DepartmentPanel, controls: readonly (readonly number[])[], unit: string): Evidence | null {
  const y = panel.units.map((_, row) => {
    const values = controls.flatMap((control) => (Number.isFinite(control[row]) ? [control[row] ?? NaN] : []));
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
  const beside = besideExposure(plannedControls(panel));
  const table = {[unitColumn]: panel.units, [timeColumn]: panel.years, y, x: panel.x, ...beside.columns};
  return ifIdentified(() =>
    evidenceFrom(
      ols(`y ~ x${beside.right} | ${unitColumn} + ${timeColumn}`, table, {cluster: unitColumn, about: "x"}),
      {label: say("Outcomes that cannot be affected"), term: "x", unit, rows: panel.rows, scale: panel.step}
    )
  );
}
