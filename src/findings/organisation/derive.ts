import {ifIdentified} from "../../evidence/ifIdentified.js";
import {type Unrelated, unrelatedSeries} from "../../evidence/series/unrelatedSeries.js";
import type {DeriveInput} from "../deriveInput.js";
import {programmeSeries} from "./programmeSeries.js";
import {type Trend, trendOf} from "./trendOf.js";
import {type Worth, worthOf} from "./worth.js";

/** What the page draws beyond the claim; null where the series are too short or do not vary. */
export interface OrganisationDerived {
  readonly worth: Worth | null;
  /** each series that drifts, by its measure's name, the exposure first */
  readonly trends: readonly {readonly name: string; readonly trend: Trend}[];
  readonly unrelated: {readonly walk: Unrelated; readonly trend: Unrelated} | null;
}

export function deriveOrganisation({tables, context, plan, finding}: DeriveInput): OrganisationDerived {
  const table = tables.get("organisation_years");
  if (!table || !finding.primary) return {worth: null, trends: [], unrelated: null};
  const series = programmeSeries(table, {...context, plan});
  const {years, exposure, outcomes, complete} = series;
  const [x, y] = [complete.map((one) => one.x), complete.map((one) => one.y)];
  return {
    worth: worthOf(series),
    trends: [{name: plan.exposure.name, values: exposure}, ...outcomes].flatMap(({name, values}) => {
      const trend = trendOf(values, years);
      return trend ? [{name, trend}] : [];
    }),
    unrelated: ifIdentified(() => ({
      walk: unrelatedSeries(x, y, {kind: "walk"}),
      trend: unrelatedSeries(x, y, {kind: "trend"})
    }))
  };
}
