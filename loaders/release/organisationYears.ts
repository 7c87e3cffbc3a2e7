import * as aq from "arquero";
import {releaseRows} from "../disclosure/releaseRows.js";
import type {ColumnRule, Row} from "../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {roundTo, toStep} from "../disclosure/round.js";
import {query} from "./query.js";
import type {ReleaseModule} from "./releaseModule.js";

interface OrganisationMeasure {
  readonly fiscal_year: number;
  readonly measure: string;
  readonly value: number;
}

/** The organisation by fiscal year: a magnitude of the organisation, not of persons; participation to a percentage point. */
export const organisationYears: ReleaseModule<ReleasedTable> = {
  name: "organisation_years",
  needs: ["organisation_years"],
  async make(context) {
    const measured = await query<OrganisationMeasure>(context, "organisation_measures");
    const wide = aq.from(measured).groupby("fiscal_year").pivot("measure", "value", {sort: true}).objects() as Row[];
    const count = context.policy["count.step"];
    const people: ColumnRule = {round: toStep(count)};
    const rules: Readonly<Record<string, ColumnRule>> = {
      headcount: people,
      managers: people,
      participation: {round: (value) => roundTo(value, 0.01)}
    };
    const names = [...new Set(measured.map(({measure}) => measure))];
    const columns = ["fiscal_year", ...names].map((column) => [column, rules[column] ?? {}] as const);
    return releaseRows(wide, Object.fromEntries(columns));
  }
};
