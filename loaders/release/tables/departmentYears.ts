import * as aq from "arquero";
import {releaseRows} from "../../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {rules} from "../../disclosure/policy.js";
import {toBand, toStep} from "../../disclosure/round.js";
import {beforeProgramme} from "../beforeProgramme.js";
import {query} from "../query.js";
import {participationTables} from "../participationTables.js";
import type {ReleaseModule} from "../releaseModule.js";
import {unitsOf, unitsParameter} from "../unitsOf.js";
import type {ColumnRule, Row} from "../../disclosure/columnRule.js";

export interface DepartmentMeasure {
  readonly department_id: string;
  readonly name: string;
  readonly division: string;
  readonly fiscal_year: number;
  readonly eligible: number | null;
  readonly measure: string;
  readonly value: number;
}

/** Release units of departments by fiscal year: participation in bands and 0 before the programme, finance and
 * declared measures as they are. */
export const departmentYears: ReleaseModule<ReleasedTable> = {
  name: "department_years",
  needs: ["departments", "department_years"],
  reads: participationTables,
  persons: {sources: ["activity"], period: "fiscal_year", weight: "managers"},
  async make(context) {
    const {policy, study} = context;
    const count = policy["count.step"];
    const measured = await query<DepartmentMeasure>(context, "tables/department_years", {
      ...(await unitsParameter(context)),
      heads: count ?? 1
    });
    const units = new Map((await unitsOf(context)).map((unit) => [unit.unit_id, unit]));
    const wide = aq
      .from(measured)
      .groupby("department_id", "name", "division", "fiscal_year", "eligible")
      .pivot("measure", "value", {sort: true})
      .objects() as Row[];
    const dose = policy["activity.dose"];
    const sessions = study.sessionsInProgramme ?? 1;
    const activity = {
      kind: "activity",
      unit: "managers",
      persons: "eligible",
      minimum: policy["activity.eligible"],
      statistic: "mean",
      within: null,
      totals: policy["activity.participants"],
      zeroWhere: beforeProgramme(study)
    } as const;
    const rate: ColumnRule = {
      ...activity,
      range: [0, 1],
      grain: 1,
      round: toBand({
        width: policy["activity.band"],
        units: policy["activity.participants"],
        step: count,
        least: rules["activity.eligible"].value
      })
    };
    const money: ColumnRule = {kind: "finance", unit: study.currency.label, grain: 0};
    const columns: Record<string, ColumnRule> = {
      department_id: {kind: "key"},
      name: {kind: "key"},
      division: {kind: "key"},
      fiscal_year: {kind: "key"},
      headcount: {kind: "headcount", unit: "people", grain: 1, round: toStep(count)},
      managers: {
        kind: "count",
        unit: "managers",
        persons: "managers",
        minimum: policy["activity.eligible"],
        statistic: "count",
        within: null,
        range: [0, Infinity],
        grain: 1,
        round: toStep(count)
      },
      participation: rate,
      stock: rate,
      dose: {...activity, range: [0, 1], grain: 1 / sessions, round: toStep(dose)},
      revenue: money,
      profit: money,
      margin: {kind: "finance", unit: "share of revenue", grain: 0},
      profit_per_head: money,
      ...Object.fromEntries(
        study.measures
          .filter(({table}) => table === "department_years")
          .map(({name, unit}) => [name, {kind: "finance", unit, grain: 0} as const])
      )
    };
    const present = new Set(measured.map(({measure}) => measure));
    const keys = new Set(["department_id", "name", "division", "fiscal_year"]);
    const kept = Object.entries(columns).filter(([column]) => keys.has(column) || present.has(column));
    return releaseRows(wide, Object.fromEntries(kept), {
      table: "department_years",
      key: ["department_id", "fiscal_year"],
      control: context.control,
      group: ({department_id, fiscal_year}) => ({
        of: String(fiscal_year),
        parts: Object.fromEntries(
          (units.get(String(department_id))?.departments ?? []).flatMap((department) => {
            const eligible = department.eligible.get(Number(fiscal_year)) ?? 0;
            return eligible > 0 ? [[department.department_id, eligible]] : [];
          })
        )
      }),
      ratios:
        count === null ? [] : [{ratio: "profit_per_head", numerator: "profit", denominator: "headcount", step: count}]
    });
  }
};
