import {numbers} from "../../released/table.js";
import type {ReleasedTable} from "../../released/table.js";
import type {EvidenceContext, Plan} from "../context.js";
import type {MeasureDescription} from "../measure.js";
import {measureNamed} from "../measure.js";

export const unitColumn = "department_id";
export const timeColumn = "fiscal_year";

/** The released cells as the plan's specification reads them. */
export interface DepartmentPanel {
  readonly specification: string;
  /** what stands on the left of the specification, and on its right before the bar */
  readonly left: string;
  readonly right: string;
  readonly term: string;
  readonly outcome: MeasureDescription;
  readonly exposure: MeasureDescription;
  readonly logged: boolean;
  /** brings an estimate to the unit that is printed */
  readonly scale: number;
  readonly unit: string;
  /** what a row is: "department-years" */
  readonly rows: string;
  /** the plan's columns by name, unit and year among them; NaN where a cell is withheld or missing */
  readonly columns: Readonly<Record<string, readonly (string | number)[]>>;
  readonly units: readonly string[];
  readonly names: readonly string[];
  /** line of business of each row's unit */
  readonly lines: readonly string[];
  readonly years: readonly number[];
  /** exposure, and outcome as on the left of the specification in the printed unit; NaN where there is none */
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export function departmentPanel(
  {rows}: ReleasedTable,
  {plan, measures, unit}: EvidenceContext & {readonly plan: Plan}
): DepartmentPanel {
  const {specification, term} = plan;
  const [left = "", rest = ""] = specification.split("~").map((part) => part.trim());
  const inLog = /^log\(\s*(\w+)\s*\)$/.exec(left)?.[1];
  const outcome = measureNamed(measures, inLog ?? left);
  const logged = inLog !== undefined;
  const {scale, unit: shown} = logged ? {scale: 100, unit: "log points"} : inPrint(outcome.unit);
  const mentioned = specification.match(/[A-Za-z_]\w*(?!\w*\s*\()/g) ?? [];
  const units = rows.map((row) => String(row[unitColumn]));
  const years = numbers(rows, timeColumn);
  return {
    specification,
    left,
    right: rest.split("|")[0]?.trim() ?? "",
    term,
    outcome,
    exposure: measureNamed(measures, term),
    logged,
    scale,
    unit: shown,
    rows: `${unit.one}-years`,
    columns: {
      ...Object.fromEntries(mentioned.map((name) => [name, numbers(rows, name)])),
      [unitColumn]: units,
      [timeColumn]: years
    },
    units,
    names: rows.map((row) => String(row.name ?? row[unitColumn])),
    lines: rows.map((row) => String(row.division ?? "")),
    years,
    x: numbers(rows, term),
    y: numbers(rows, outcome.name).map((value) => scale * (logged ? Math.log(value) : value))
  };
}

/** How a difference in a measure is printed. */
export function inPrint(unit: string): {readonly scale: number; readonly unit: string} {
  return unit === "share" ? {scale: 100, unit: "percentage points"} : {scale: 1, unit};
}

/** The rows that have both exposure and outcome. */
export function completeRows({x, y}: DepartmentPanel): number[] {
  return x.flatMap((value, row) => (Number.isFinite(value + (y[row] ?? NaN)) ? [row] : []));
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
