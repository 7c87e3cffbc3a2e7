import * as aq from "arquero";
import {releaseRows} from "../disclosure/releaseRows.js";
import type {ColumnRule, Row} from "../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {toBand, toStep} from "../disclosure/round.js";
import {query} from "./query.js";
import type {ReleaseModule} from "./releaseModule.js";
import {unitsParameter} from "./unitsOf.js";

export interface DepartmentMeasure {
  readonly department_id: string;
  readonly name: string;
  readonly division: string;
  readonly fiscal_year: number;
  readonly eligible: number | null;
  readonly measure: string;
  readonly value: number;
}

/** Release units of departments by fiscal year: participation in bands, finance and declared measures as they are. */
export const departmentYears: ReleaseModule<ReleasedTable> = {
  name: "department_years",
  needs: ["departments", "department_years"],
  async make(context) {
    const {policy, study} = context;
    const measured = await query<DepartmentMeasure>(context, "department_measures", await unitsParameter(context));
    const wide = aq
      .from(measured)
      .groupby("department_id", "name", "division", "fiscal_year", "eligible")
      .pivot("measure", "value", {sort: true})
      .objects() as Row[];
    const band = policy["activity.band"];
    const dose = policy["activity.dose"];
    const count = policy["count.step"];
    const activity: ColumnRule = {persons: "eligible", minimum: policy["activity.eligible"]};
    const people: ColumnRule = {round: toStep(count)};
    const rate: ColumnRule = {...activity, round: toBand(band)};
    const columns: Record<string, ColumnRule> = {
      department_id: {},
      name: {},
      division: {},
      fiscal_year: {},
      headcount: people,
      managers: people,
      participation: rate,
      stock: rate,
      dose: {...activity, round: toStep(dose)},
      revenue: {},
      profit: {},
      margin: {},
      profit_per_head: {},
      ...Object.fromEntries(
        study.measures.filter(({table}) => table === "department_years").map(({name}) => [name, {}])
      )
    };
    const present = new Set(measured.map(({measure}) => measure));
    const keys = new Set(["department_id", "name", "division", "fiscal_year"]);
    const kept = Object.entries(columns).filter(([column]) => keys.has(column) || present.has(column));
    return releaseRows(wide, Object.fromEntries(kept));
  }
};
