import type {ReleasedTable} from "../../released/table.js";
import {numbersOrNull} from "../../released/table.js";
import type {EvidenceContext, Plan} from "../context.js";
import {lowered} from "../../words/outcome.js";
import {describeMeasures} from "../measure.js";
import {departmentPanel, timeColumn, unitColumn} from "../panel/departmentPanel.js";
import {fewestYears} from "../panel/fewestYears.js";
import {plannedControls} from "../panel/plannedControls.js";

/** A unit's year among the released cells. */
export interface PanelRow {
  readonly unit: string;
  readonly line: string;
  readonly year: number;
  readonly values: Readonly<Record<string, number | null>>;
}

/** The cells that the departments' association is of. */
export interface Panel {
  readonly rows: readonly PanelRow[];
  readonly years: readonly number[];
  readonly programmeYears: readonly [number, number];
  /** the plan's */
  readonly outcome: string;
  readonly exposure: string;
  /** where the plan's comparison is among the ways of looking at the cells; null where it is of another form */
  readonly main: MainPlace | null;
  /** columns of what the plan adjusts for, and of measures that may stand for causes that nobody measured */
  readonly controls: readonly string[];
  readonly causes: readonly {readonly name: string; readonly label: string}[];
  has(column: string): boolean;
}

/** Of units with themselves in the same year or the next, or of units with one another in a year. */
export interface MainPlace {
  readonly rows: "all years" | "a year later";
  /** whether it takes out units' levels */
  readonly within: boolean;
}

/** Null where there are too few years, or the plan's columns are not among the released ones. */
export function panelOf(table: ReleasedTable, context: EvidenceContext & {readonly plan: Plan}): Panel | null {
  const {plan} = context;
  const outcome = plan.outcome.taken === "as it is" ? plan.outcome.name : undefined;
  const exposure = plan.exposure.name;
  const years = [...new Set(table.rows.map((row) => Number(row.fiscal_year)))].toSorted((a, b) => a - b);
  const has = (column: string): boolean => table.rows.some((row) => typeof row[column] === "number");
  if (years.length < fewestYears || outcome === undefined || !has(outcome) || !has(exposure)) return null;
  const names = [...new Set([outcome, exposure, "profit_per_head", "stock", "dose", "headcount"])].filter(has);
  const columns = new Map(names.map((name) => [name, numbersOrNull(table.rows, name)]));
  const planned = plannedControls(departmentPanel(table, context));
  for (const {name, values} of planned)
    columns.set(
      adjustedName(name),
      values.map((value) => (Number.isFinite(value) ? value : null))
    );
  const causes = causesOf(context).filter(({name}) => has(name));
  for (const {name} of causes) columns.set(name, numbersOrNull(table.rows, name));
  const rows = table.rows.map((row, i) => ({
    unit: String(row.department_id),
    line: String(row.division),
    year: Number(row.fiscal_year),
    values: Object.fromEntries(Array.from(columns, ([name, values]) => [name, values[i] ?? null]))
  }));
  const controls = planned.map(({name}) => adjustedName(name));
  return {
    rows,
    years,
    programmeYears: context.programmeYears,
    outcome,
    exposure,
    main: mainOf(plan),
    controls,
    causes,
    has
  };
}

function mainOf({exposure: {name, lag}, terms, controls, absorbed}: Plan): MainPlace | null {
  const plain = lag === 0 && terms.includes(name) && !controls.includes(name);
  if (!plain && lag !== 1) return null;
  const within = absorbed.includes(unitColumn);
  if (!absorbed.includes(timeColumn) || absorbed.length !== (within ? 2 : 1)) return null;
  return {rows: plain ? "all years" : "a year later", within};
}

/** No column of a study has a blank in its name. */
const adjustedName = (name: string): string => `its ${name}`;

/** The study's own measures of the circumstances, which the plan does not adjust for already. */
function causesOf({measures, plan}: EvidenceContext & {readonly plan: Plan}): Panel["causes"] {
  const always = describeMeasures([], "");
  return Array.from(measures.values()).flatMap(({name, label, role}) =>
    role === "context" && !always.has(name) && !plan.columns.includes(name) ? [{name, label: lowered(label)}] : []
  );
}

/** A column of the panel's rows, so many years on from each. */
export function shifted(rows: readonly PanelRow[], column: string, years: number): (number | null)[] {
  const at = new Map(rows.map(({unit, year, values}) => [`${unit} ${year}`, values[column] ?? null]));
  return rows.map(({unit, year}) => at.get(`${unit} ${year + years}`) ?? null);
}
