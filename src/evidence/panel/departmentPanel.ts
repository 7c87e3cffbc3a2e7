import {exposureStep} from "../exposureStep.js";
import {numbers, valuesOf} from "../../released/table.js";
import type {ReleasedTable} from "../../released/table.js";
import type {EvidenceContext, Plan} from "../context.js";
import type {MeasureDescription} from "../measure.js";
import {measureNamed} from "../measure.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {standardDeviation} from "../../stats/description/standardDeviation.js";
import {inPrint} from "./inPrint.js";
import {shifted} from "./shifted.js";
import {say} from "../../words/say.js";

export const unitColumn = "department_id";
export const timeColumn = "fiscal_year";

/** The released cells as the plan's specification reads them. */
export interface DepartmentPanel {
  readonly specification: string;
  /** what a formula with a lag needs to know beside the columns */
  readonly order: {readonly unit?: string; readonly time?: string};
  /** what stands on the left of the specification, and on its right before the bar */
  readonly left: string;
  readonly right: string;
  readonly term: string;
  readonly outcome: MeasureDescription;
  readonly exposure: MeasureDescription;
  readonly logged: boolean;
  /** columns that the plan absorbs */
  readonly absorbed: readonly string[];
  /** the difference in the exposure that estimates are of: a tenth of a share, one of anything else */
  readonly step: number;
  /** brings an estimate on the columns to the printed unit, for a step of the exposure */
  readonly scale: number;
  readonly unit: string;
  /** what a row is: "department-years", or "departments" where there is one year */
  readonly rows: string;
  /** the plan's columns by name, unit and year among them; NaN where a cell is withheld or missing */
  readonly columns: Readonly<Record<string, readonly (string | number)[]>>;
  readonly units: readonly string[];
  readonly names: readonly string[];
  /** line of business of each row's unit */
  readonly lines: readonly string[];
  readonly years: readonly number[];
  /** persons who could take part, as printed; NaN where the table does not say */
  readonly persons: readonly number[];
  /** exposure, and outcome as on the left of the specification in the printed unit; NaN where there is none */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** the study's own measures of units that the programme cannot move */
  readonly controls: readonly UnitControl[];
}

export interface UnitControl {
  readonly measure: MeasureDescription;
  /** by the panel's rows; NaN where there is none */
  readonly values: readonly number[];
}

export function departmentPanel(
  {rows}: ReleasedTable,
  context: EvidenceContext & {readonly plan: Plan}
): DepartmentPanel {
  const {plan, measures, unit} = context;
  const {specification, term, right, absorbed, exposure} = plan;
  const outcome = measureNamed(measures, plan.outcome.name);
  const logged = plan.outcome.taken === "in log";
  const step = exposureStep(plan, context);
  const units = rows.map((row) => String(row[unitColumn]));
  const years = numbers(rows, timeColumn);
  const x = numbers(rows, exposure.name);
  const y = numbers(rows, outcome.name);
  const {scale, unit: shown} = logged ? {scale: 100, unit: "log points"} : inPrint(outcome.unit, standardDeviation(y));
  return {
    specification,
    order: exposure.lag > 0 ? {unit: unitColumn, time: timeColumn} : {},
    left: plan.outcome.text,
    right,
    term,
    outcome,
    exposure: measureNamed(measures, exposure.name),
    logged,
    absorbed,
    step,
    scale: scale * step,
    unit: shown,
    rows: new Set(years).size === 1 ? unit.many : say("{0}-years", unit.one),
    columns: {
      ...Object.fromEntries(plan.columns.map((name) => [name, valuesOf(rows, name)])),
      [unitColumn]: units,
      [timeColumn]: years
    },
    units,
    names: rows.map((row) => String(row.name ?? row[unitColumn])),
    lines: rows.map((row) => String(row.division ?? "")),
    years,
    persons: numbers(rows, "managers"),
    x: exposure.lag > 0 ? shifted({units, years, x}, exposure.lag) : x,
    y: y.map((value) => scale * (logged ? Math.log(value) : value)),
    controls: Array.from(measures.values()).flatMap((measure) =>
      measure.role === "negative control" &&
      !plan.columns.includes(measure.name) &&
      rows.some((row) => measure.name in row)
        ? [{measure, values: numbers(rows, measure.name)}]
        : []
    )
  };
}

/** How the plan's estimate is called: one that takes out unit and year is of a unit with itself. */
export function plannedLabel({absorbed}: DepartmentPanel, one: string): string {
  return absorbed.includes(unitColumn) && absorbed.includes(timeColumn)
    ? say("Within {0} and year", one)
    : say("Main comparison");
}

/** Whether each unit is seen once, so that no errors are related within it and there is nothing to cluster. */
export function oneRowAUnit({units}: Pick<DepartmentPanel, "units">): boolean {
  return new Set(units).size === units.length;
}

/** The rows that have both exposure and outcome. */
export function completeRows({x, y}: DepartmentPanel): number[] {
  return x.flatMap((value, row) => (Number.isFinite(value + (y[row] ?? NaN)) ? [row] : []));
}

/** The rows that have every column of the plan. */
export function comparedRows(panel: DepartmentPanel): number[] {
  const columns = Object.values(panel.columns);
  return completeRows(panel).filter((row) =>
    columns.every((values) => typeof values[row] === "string" || Number.isFinite(values[row]))
  );
}

/** The first and last year of the rows that are compared; null where none is. */
export function yearsCompared(panel: DepartmentPanel): readonly [number, number] | null {
  const years = comparedRows(panel).map((row) => panel.years[row] ?? NaN);
  return years.length === 0 ? null : [leastOf(years), greatestOf(years)];
}

/** The plan's columns of some rows. */
export function columnsOf({columns}: DepartmentPanel, rows: readonly number[]): DepartmentPanel["columns"] {
  return Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, rows.map((row) => values[row] ?? NaN)])
  );
}

/** The years in which some unit has both exposure and outcome. */
export function yearsWithBoth(panel: DepartmentPanel): number[] {
  return [...new Set(completeRows(panel).map((row) => panel.years[row] ?? NaN))].toSorted((a, b) => a - b);
}
