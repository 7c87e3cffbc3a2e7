import {ifIdentified} from "../../../src/evidence/ifIdentified.js";
import {leastOf} from "../../../src/stats/description/leastOf.js";
import {ols} from "../../../src/stats/regression/ols.js";
import type {Estimate} from "../../../src/stats/estimate.js";
import {numbers} from "../../../src/released/table.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {type DerivedColumn, releaseDerivedTable} from "../../disclosure/releaseDerived.js";
import {releaseEstimate} from "../../disclosure/releaseEstimate.js";
import type {Released} from "../../disclosure/released.js";
import {planFor} from "../context.js";
import {departmentYears} from "../tables/departmentYears.js";
import {make} from "../make.js";
import {queryKept} from "../queryKept.js";
import type {ReleaseContext} from "../releaseModule.js";
import {shownAnswers} from "./shownAnswers.js";

interface UnchangedRow {
  readonly measure: string;
  readonly department_id: string;
  readonly fiscal_year: number;
  readonly respondents: number;
  readonly mean: number;
  readonly changed: number;
  readonly kept: number;
  readonly since: number;
}

const modelled = {kind: "model", unit: "points", grain: 0} as const;

const wordingColumns: Readonly<Record<string, DerivedColumn>> = {
  measure: {kind: "key"},
  changed: {kind: "scale", unit: "items"},
  kept: {kind: "scale", unit: "items"},
  since: {kind: "key"},
  estimate: modelled,
  low: modelled,
  high: modelled,
  n: {kind: "count", unit: "unit-years", grain: 1}
};

/**
 * Measures of which an item was put in other words or not asked in all years: the plan's model over the items that were
 * asked in every year. The units' means of those are exact and published nowhere; participation is as released.
 *
 * @param measures  those that are asked for; all without any
 */
export async function fitWording(
  context: ReleaseContext,
  measures: readonly string[] = []
): Promise<Released<ReleasedTable>> {
  const plan = planFor(context.study, "engagement");
  const years = await make(departmentYears, context);
  const rows = await queryKept<UnchangedRow>(context, "models/unchanged_items", {
    ...(await shownAnswers(context)),
    measures: JSON.stringify(measures)
  });
  if (!plan || !years) return releaseDerivedTable([], wordingColumns, []);
  const key = (unit: unknown, year: unknown): string => `${String(unit)} ${String(year)}`;
  const exposure = new Map(
    years.value.rows.map((row) => [
      key(row.department_id, row.fiscal_year),
      numbers([row], plan.exposure.name)[0] ?? NaN
    ])
  );
  const least = context.policy["model.persons"] ?? 1;
  const made = [...new Set(rows.map((row) => row.measure))].flatMap((measure) => {
    const units = rows.filter((row) => row.measure === measure && row.respondents >= least);
    const moved = units.map(({department_id: unit, fiscal_year: year}) => exposure.get(key(unit, year)) ?? NaN);
    if (moved.every(Number.isNaN)) return [];
    const table = {
      mean: units.map(({mean}) => mean),
      department_id: units.map((row) => row.department_id),
      fiscal_year: units.map((row) => String(row.fiscal_year)),
      [plan.exposure.name]: moved
    };
    const persons = leastOf(units.map(({respondents}) => respondents));
    const estimate = ifIdentified(() =>
      releaseEstimate(
        ols(plan.specification, table, {cluster: "department_id", about: plan.term}),
        persons,
        context.policy
      )
    );
    return estimate ? [{estimate, row: rowOf(measure, units, estimate, plan.term)}] : [];
  });
  return releaseDerivedTable(
    made.map(({row}) => row),
    wordingColumns,
    made.map(({estimate}) => estimate)
  );
}

function rowOf(
  measure: string,
  units: readonly UnchangedRow[],
  {value}: Released<Estimate>,
  term: string
): ReleasedTable["rows"][number] {
  const {changed = 0, kept = 0, since = 0} = units[0] ?? {};
  const {estimate = null, low = null, high = null} = value.terms.find((one) => one.term === term) ?? {};
  return {measure, changed, kept, since, estimate, low, high, n: value.n};
}
