import {describeMeasures, measureNamed} from "../../../src/evidence/measure.js";
import * as aq from "arquero";
import {releaseRows} from "../../disclosure/releaseRows.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {toPrecision, toStep} from "../../disclosure/round.js";
import {beforeProgramme} from "../beforeProgramme.js";
import {query} from "../query.js";
import {participationTables} from "../participationTables.js";
import type {ReleaseModule} from "../releaseModule.js";
import {eligibleIn} from "../unitsOf.js";
import type {ColumnRule, Row} from "../../disclosure/columnRule.js";

interface OrganisationMeasure {
  readonly fiscal_year: number;
  readonly measure: string;
  readonly value: number;
}

/** The organisation by fiscal year: a magnitude of the organisation, not of persons; participation to a percentage point. */
export const organisationYears: ReleaseModule<ReleasedTable> = {
  name: "organisation_years",
  needs: ["organisation_years"],
  reads: participationTables,
  persons: {sources: ["activity"], period: "fiscal_year"},
  async make(context) {
    const measured = await query<OrganisationMeasure>(context, "tables/organisation_years");
    const wide = aq.from(measured).groupby("fiscal_year").pivot("measure", "value", {sort: true}).objects() as Row[];
    const parts = new Map(
      await Promise.all(
        wide.map(async ({fiscal_year: year}) => [year, await eligibleIn(context, Number(year))] as const)
      )
    );
    const rows = wide.map((row) => ({
      ...row,
      eligible: Object.values(parts.get(row.fiscal_year ?? null) ?? {}).reduce((sum, n) => sum + n, 0)
    }));
    const count = context.policy["count.step"];
    const people = {unit: "people", grain: 1, round: toStep(count)} as const;
    const rules: Readonly<Record<string, ColumnRule>> = {
      fiscal_year: {kind: "key"},
      headcount: {kind: "headcount", ...people},
      managers: {
        kind: "count",
        ...people,
        unit: "managers",
        persons: "managers",
        minimum: context.policy["activity.eligible"],
        statistic: "count",
        within: null,
        range: [0, Infinity]
      },
      participation: {
        kind: "activity",
        totals: context.policy["activity.participants"],
        zeroWhere: beforeProgramme(context.study),
        unit: "managers",
        persons: "eligible",
        minimum: context.policy["activity.eligible"],
        statistic: "mean",
        within: null,
        range: [0, 1],
        grain: 1,
        round: toPrecision(context.policy["activity.precision"])
      }
    };
    const {measures, currency} = context.study;
    const described = describeMeasures(measures, currency.label);
    const unitOf = (column: string): string => measureNamed(described, column).unit || currency.label;
    const names = [...new Set(measured.map(({measure}) => measure))];
    const columns = ["fiscal_year", ...names].map(
      (column) => [column, rules[column] ?? ({kind: "finance", unit: unitOf(column), grain: 0} as const)] as const
    );
    return releaseRows(rows, Object.fromEntries(columns), {
      table: "organisation_years",
      key: ["fiscal_year"],
      control: context.control,
      group: ({fiscal_year: year}) => ({of: String(year), parts: parts.get(year ?? null) ?? {}})
    });
  }
};
