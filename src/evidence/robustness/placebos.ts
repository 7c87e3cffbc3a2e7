/**
 * Where there can be nothing of the programme's: exposure of years to come, outcomes before the programme, measures that it
 * cannot have moved.
 *
 * Estimand   difference for a step of the exposure, in standard deviations of the outcome
 * Verdict    as the finding's own checks: answered where any bias towards the claim, or either way where nothing is
 *            claimed, is below what would matter; failed where it is clear and is not, else open: never answered for want
 *            of power
 */
import type {ReleasedTable} from "../../released/table.js";
import {numbers} from "../../released/table.js";
import {ols} from "../../stats/regression/ols.js";
import type {EvidenceContext} from "../context.js";
import {biasState} from "../verdict/biasState.js";
import type {CheckState} from "../verdict/checkState.js";
import {beforeProgramme} from "../panel/beforeProgramme.js";
import type {DepartmentPanel} from "../panel/departmentPanel.js";
import {timeColumn, unitColumn} from "../panel/departmentPanel.js";
import {leadTest} from "../panel/leadTest.js";
import {besideExposure, plannedControls} from "../panel/plannedControls.js";
import {spread} from "../panel/spread.js";
import {ifIdentified} from "../ifIdentified.js";
import {evidenceFrom} from "../evidenceFrom.js";
import type {Evidence} from "../finding.js";
import {startCalled} from "../../words/programmeCalled.js";
import {capital} from "../format.js";
import {type MeasureDescription, measureNamed} from "../measure.js";

const unit = "sd of the outcome";
const leads = [1, 2, 3];

export interface Placebo {
  readonly kind: "years to come" | "before the programme" | "negative control";
  readonly evidence: Evidence;
  /** what would be worth having, in the evidence's unit */
  readonly margin: number;
  /** side on which a difference would speak for the finding as well; 0 where nothing is claimed */
  readonly side: -1 | 0 | 1;
  readonly verdict: CheckState;
}

export interface PlaceboOptions {
  /** difference worth having, in the outcome's own unit */
  readonly worthwhile: number;
  /** side on which the finding claims a difference; 0 where it claims none */
  readonly direction: -1 | 0 | 1;
  /** released means by unit, year and measure, those that are negative controls marked */
  readonly survey?: ReleasedTable;
  readonly worthwhileSurvey?: number;
  /** what units are exposed to, in a sentence */
  readonly noun?: string;
}

export function placebos(
  panel: DepartmentPanel,
  context: EvidenceContext,
  {worthwhile, direction, survey, worthwhileSurvey, noun = panel.exposure.label.toLowerCase()}: PlaceboOptions
): Placebo[] {
  const sd = spread(panel.y);
  const judged = judgedBy(direction);
  const judgedOf = ({direction: hoped}: MeasureDescription): ReturnType<typeof judgedBy> =>
    hoped === panel.outcome.direction || direction === 0 ? judged : judgedBy(direction === 1 ? -1 : 1);
  const margin = (panel.scale * worthwhile) / sd;
  const before = beforeProgramme(panel, {programmeYears: context.programmeYears, many: context.unit.many});
  const placebo = (kind: Placebo["kind"], evidence: Evidence | null | undefined, label: string): Placebo[] =>
    evidence ? [judged(kind, {...inDeviations(evidence, sd), label, control: true}, margin)] : [];
  const exposure = capital(noun);
  const outcome = panel.outcome.label;
  return [
    ...leads.flatMap((lead) =>
      placebo(
        "years to come",
        leadTest(panel, {lead}),
        `${exposure} ${lead === 1 ? "of the next year" : `${lead} years on`}`
      )
    ),
    ...placebo("before the programme", before?.level, `${capital(outcome)} before ${startCalled(context)}`),
    ...placebo(
      "before the programme",
      before?.change,
      `Change of ${outcome.charAt(0).toLowerCase()}${outcome.slice(1)} before ${startCalled(context)}`
    ),
    ...(survey && worthwhileSurvey !== undefined
      ? negativeControls(panel, context, {survey, worthwhile: worthwhileSurvey, judgedOf})
      : []),
    ...unitControls(panel, {margin, judgedOf})
  ];
}

/** The plan's estimate in the placebos' unit, to hold them against. */
export function plannedForPlacebos(panel: DepartmentPanel, primary: Evidence, noun: string): Evidence {
  return {
    ...inDeviations(primary, spread(panel.y)),
    label: `Main comparison: ${noun} of the same year`
  };
}

/** How a measure is judged: where it is hoped to go the other way than the outcome, on the other side. */
type JudgedOf = (measure: MeasureDescription) => ReturnType<typeof judgedBy>;

function negativeControls(
  panel: DepartmentPanel,
  {measures}: EvidenceContext,
  {
    survey: {rows: survey},
    worthwhile,
    judgedOf
  }: {readonly survey: ReleasedTable; readonly worthwhile: number; readonly judgedOf: JudgedOf}
): Placebo[] {
  const controls = new Set(survey.flatMap((row) => (row.negative_control === true ? [String(row.measure)] : [])));
  const at = new Map(panel.units.map((name, row) => [`${name} ${panel.years[row]}`, row]));
  const planned = plannedControls(panel);
  return [...controls].flatMap((name) => {
    const rows = survey.filter(({measure}) => measure === name);
    const y = numbers(rows, "mean");
    const placed = rows.map((row) => at.get(`${String(row[unitColumn])} ${String(row[timeColumn])}`) ?? -1);
    const beside = besideExposure(
      planned.map((control) => ({...control, values: placed.map((row) => control.values[row] ?? NaN)}))
    );
    const columns = {
      y,
      x: placed.map((row) => panel.x[row] ?? NaN),
      ...beside.columns,
      [unitColumn]: rows.map((row) => String(row[unitColumn])),
      [timeColumn]: numbers(rows, timeColumn)
    };
    const measure = measureNamed(measures, name);
    const label = `${capital(measure.label)} (negative control)`;
    const placebo = ifIdentified(() => {
      const formula = `y ~ x${beside.right} | ${unitColumn} + ${timeColumn}`;
      const fitted = ols(formula, columns, {cluster: unitColumn, about: "x"});
      const scale = panel.step;
      const evidence = evidenceFrom(fitted, {label, term: "x", unit, rows: panel.rows, control: true, scale});
      return judgedOf(measure)("negative control", inDeviations(evidence, spread(y)), (scale * worthwhile) / spread(y));
    });
    return placebo ? [placebo] : [];
  });
}

/** The study's own: no margin is given for them, so that what matters is what does in the outcome, both in their deviations. */
function unitControls(
  panel: DepartmentPanel,
  {margin, judgedOf}: {readonly margin: number; readonly judgedOf: JudgedOf}
): Placebo[] {
  const beside = besideExposure(plannedControls(panel));
  return panel.controls.flatMap(({measure, values: y}) => {
    const label = `${capital(measure.label)} (negative control)`;
    const table = {y, x: panel.x, [unitColumn]: panel.units, [timeColumn]: panel.years, ...beside.columns};
    const placebo = ifIdentified(() => {
      const formula = `y ~ x${beside.right} | ${unitColumn} + ${timeColumn}`;
      const fitted = ols(formula, table, {cluster: unitColumn, about: "x"});
      const evidence = evidenceFrom(fitted, {
        label,
        term: "x",
        unit,
        rows: panel.rows,
        control: true,
        scale: panel.step
      });
      return judgedOf(measure)("negative control", inDeviations(evidence, spread(y)), margin);
    });
    return placebo ? [placebo] : [];
  });
}

function inDeviations(evidence: Evidence, sd: number): Evidence {
  const {estimate, low, high} = evidence;
  const scaled = (value: number | null): number | null => (value === null ? null : value / sd);
  return {...evidence, estimate: estimate / sd, low: scaled(low), high: scaled(high), unit};
}

const judgedBy =
  (direction: -1 | 0 | 1) =>
  (kind: Placebo["kind"], evidence: Evidence, margin: number): Placebo => ({
    kind,
    evidence,
    margin,
    side: direction,
    verdict: biasState(evidence, direction, margin)
  });
