/**
 * The design that would settle what this one cannot: a start drawn by lot, and how many units it takes.
 *
 * Model      each unit's mean of k years after less k years before, of a half drawn first and a half drawn last; variance
 *            2 s2 / k, s2 what is left within units and years; a share of the persons of a drawn unit takes part
 */
import type {ReleasedTable} from "../released/table.js";
import {numbersOrNull} from "../released/table.js";
import {power} from "../stats/power/power.js";
import {ols} from "../stats/regression/ols.js";
import type {EvidenceContext, Plan} from "./context.js";
import {count, decimal, percent} from "./format.js";
import {measureNamed} from "./measure.js";

const years = 2;

/** In words; null where the plan's outcome is not a plain released column, or the exposure no share of persons. */
export function nextDesign(table: ReleasedTable, context: EvidenceContext & {readonly plan: Plan}): string | null {
  const {plan, unit, person, programme} = context;
  const outcome = /^(\w+) ~/.exec(plan.specification)?.[1];
  const exposure = measureNamed(context.measures, plan.term);
  if (outcome === undefined || exposure.unit !== "share") return null;
  const measure = measureNamed(context.measures, outcome);
  const column = (name: string): (number | null)[] => numbersOrNull(table.rows, name);
  const ids = table.rows.map((row) => String(row.department_id));
  const data = {y: column(outcome), x: column(plan.term), unit: ids, year: column("fiscal_year")};
  const {sigma} = ols("y ~ x | unit + year", data).fit;
  const last = Math.max(...data.year.map((year) => year ?? -Infinity));
  const shares = data.x.filter((value, row): value is number => value !== null && data.year[row] === last);
  const takeUp = shares.reduce((sum, value) => sum + value, 0) / shares.length;
  const spread = sigma * Math.sqrt(2 / years);
  const each = (share: number): number =>
    Math.ceil(power({kind: "t", effect: (plan.worthwhile * share) / spread, power: 0.8, alpha: 0.05}).n);
  const difference =
    measure.unit === "share"
      ? `${decimal(100 * plan.worthwhile, 0)} percentage point`
      : `${plan.worthwhile} ${measure.unit}`;
  const now = new Set(ids).size;
  return (
    `A lot decides which half of the ${unit.many} starts ${programme} ${years} years before the other. If all ${person.many} of a ` +
    `drawn ${unit.one} took part, a difference of ${difference} in ${measure.label.toLowerCase()} would be found in four of five ` +
    `such studies with ${count(2 * each(1))} ${unit.many}; if ${percent(takeUp)} did, as in ${last}, with ` +
    `${count(2 * each(takeUp))}. There are ${count(now)} here.`
  );
}
