import {series} from "../../../src/components/figures/series.js";
import {measureNamed} from "../../../src/evidence/measure.js";
import {programmeSeries} from "../../../src/findings/organisation/programmeSeries.js";
import type {FindingPage} from "./findingPage.js";
import {columnFor, formatFor, outcomeOf, yearColumn} from "./measureColumn.js";
import {besideSector} from "./organisation/besideSector.js";
import {threeLenses} from "./organisation/threeLenses.js";
import {trends} from "./organisation/trends.js";
import {unrelatedPairs} from "./organisation/unrelatedPairs.js";
import {yearPath} from "./organisation/yearPath.js";

export const organisationPage: FindingPage = {
  lead: yearPath,
  small({finding, tables, context, plan}, options) {
    const table = tables.get("organisation_years");
    if (!table) return null;
    const {rows} = programmeSeries(table, {...context, plan});
    const columns = [measureNamed(context.measures, plan.term), outcomeOf(finding, context)]
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
