/**
 * The design that would settle what this one cannot: a start drawn by lot, and how many units it takes.
 *
 * Model      each unit's mean of k years after less k years before, of a half drawn first and a half drawn last; variance
 *            2 s2 / k, s2 what the plan's model leaves within units and years; where the exposure is a share of persons, a
 *            share of the persons of a drawn unit takes part
 */
import {comparable} from "./comparable.js";
import {unitsAndDepartments} from "../released/departmentsIn.js";
import type {ReleasedTable} from "../released/table.js";
import {limit} from "../words/numbers.js";
import {numbers, numbersOrNull, valuesOf} from "../released/table.js";
import {greatestOf} from "../stats/description/greatestOf.js";
import {power} from "../stats/power/power.js";
import {ols} from "../stats/regression/ols.js";
import type {EvidenceContext, Plan} from "./context.js";
import {drawnAlready, nextStudy} from "../words/nextStudy.js";
import {decimal} from "./format.js";
import {ifIdentified} from "./ifIdentified.js";
import {measureNamed} from "./measure.js";

export interface NextDesignOptions {
  /** whether this study's start was drawn at random */
  readonly drawn?: boolean;
  /** of the whole: its participation is what the report prints */
  readonly organisation?: ReleasedTable | undefined;
}

const years = 2;
const cluster = "department_id";
const time = "fiscal_year";

/**
 * In words; null where the exposure is neither a share of persons nor something that a unit has or has not, and where the
 * cells are too few or too much alike for the spread that a design is sized by.
 */
export function nextDesign(
  table: ReleasedTable,
  context: EvidenceContext & {readonly plan: Plan},
  {drawn = false, organisation}: NextDesignOptions = {}
): string | null {
  if (drawn) return drawnAlready(context);
  return ifIdentified(() => designOf(table, context, organisation ?? table));
}

/** @param whole  the table whose last year says how many take part */
function designOf(
  table: ReleasedTable,
  context: EvidenceContext & {readonly plan: Plan},
  whole: ReleasedTable
): string | null {
  const {plan} = context;
  const exposure = measureNamed(context.measures, plan.exposure.name);
  if (exposure.unit !== "share" && exposure.unit !== "0 or 1") return null;
  const {sigma, outcome, logged} = fitted(table, plan);
  const measure = measureNamed(context.measures, outcome);
  const spread = sigma * Math.sqrt(2 / years);
  if (!(spread > 0)) return null;
  const each = (share: number): number =>
    2 * Math.ceil(power({kind: "t", effect: (plan.worthwhile * share) / spread, power: 0.8, alpha: 0.05}).n);
  const points = decimal(100 * plan.worthwhile, 0);
  const difference = logged
    ? limit(100 * plan.worthwhile, "log points")
    : measure.unit === "share"
      ? `${points} percentage ${points === "1" ? "point" : "points"}`
      : limit(plan.worthwhile, measure.unit);
  const persons = exposure.unit === "share";
  return nextStudy(
    {
      years,
      outcome: measure.label,
      difference,
      needed: each(1),
      atPresent: persons ? (presentTakeUp(whole, plan, each) ?? presentTakeUp(table, plan, each)) : null,
      now: unitsAndDepartments(comparable(table.rows, plan).map((row) => row[cluster])),
      all: unitsAndDepartments(table.rows.map((row) => row[cluster])).units,
      persons
    },
    context
  );
}

/**
 * The participation of the last year, of the whole where it is published and else of the units' average, and how many units
 * it takes with it; null where nobody took part.
 */
function presentTakeUp(
  table: ReleasedTable | undefined,
  {exposure: {name: exposure}}: Plan,
  each: (share: number) => number
): {year: number; share: number; needed: number} | null {
  const rows = table?.rows ?? [];
  if (!rows.some((row) => typeof row[exposure] === "number")) return null;
  const year = greatestOf(numbers(rows, "fiscal_year"));
  const shares = numbersOrNull(
    rows.filter((row) => Number(row.fiscal_year) === year),
    exposure
  ).filter((value) => value !== null);
  const share = shares.reduce((sum, value) => sum + value, 0) / shares.length;
  return share > 0 ? {year, share, needed: each(share)} : null;
}

function fitted(
  {rows}: ReleasedTable,
  {specification, columns: names, outcome, exposure}: Plan
): {sigma: number; outcome: string; logged: boolean} {
  const columns = [...new Set([...names, cluster, time])].map((name) => [
    name,
    name === cluster ? rows.map((row) => String(row[name])) : valuesOf(rows, name)
  ]);
  const order = exposure.lag > 0 ? {unit: cluster, time} : {};
  const {sigma} = ols(specification, Object.fromEntries(columns) as Record<string, (string | number)[]>, order).fit;
  return {sigma, outcome: outcome.name, logged: outcome.taken === "in log"};
}
