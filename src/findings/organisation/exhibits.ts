import {series} from "../../components/figures/series.js";
import {measureNamed} from "../../evidence/measure.js";
import {programmeSeries} from "./programmeSeries.js";
import type {OrganisationDerived} from "./derive.js";
import type {FindingPage} from "../findingPage.js";
import {columnFor, formatFor, outcomeOf, yearColumn} from "../../components/parts/measureColumn.js";
import {besideSector} from "./exhibits/besideSector.js";
import {threeLenses} from "./exhibits/threeLenses.js";
import {trends} from "./exhibits/trends.js";
import {unrelatedPairs} from "./exhibits/unrelatedPairs.js";
import {yearPath} from "./exhibits/yearPath.js";

export const organisationPage: FindingPage<OrganisationDerived> = {
  lead: yearPath,
  small({finding, tables, context, plan}, options) {
    const table = tables.get("organisation_years");
    if (!table) return null;
    const {rows} = programmeSeries(table, {...context, plan});
    const columns = [measureNamed(context.measures, plan.exposure.name), outcomeOf(finding, context)]
      .filter(({name}) => rows.some((row) => typeof row[name] === "number"))
      .map((measure, i) => ({
        ...columnFor(measure),
        role: i === 0 ? ("participation" as const) : ("outcome" as const),
        format: formatFor(measure)
      }));
    return series(rows, {time: yearColumn, columns}, {height: 92, ...options});
  },
  exhibits: (input) => ({
    lenses: threeLenses(input),
    unrelated: unrelatedPairs(input),
    trends: trends(input),
    sector: besideSector(input)
  })
};
