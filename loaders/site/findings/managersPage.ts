import {eventStudy} from "../../../src/components/eventStudy.js";
import {series} from "../../../src/components/series.js";
import {count, decimal} from "../../../src/evidence/format.js";
import {figureOptions} from "../marks/figureOptions.js";
import {htmlMark} from "../marks/mark.js";
import type {FindingInput, FindingPage} from "./findingPage.js";
import {smallForest} from "./smallForest.js";

export const managersPage: FindingPage = {
  lead(input) {
    const rows = input.tables.get("rating_effects")?.rows ?? [];
    if (rows.length === 0) return standing(input, "managers-lead");
    const after = rows.filter((row) => Number(row.years) >= 0);
    const clear = after.filter((row) => Number(row.low) > 0 || Number(row.high) < 0).length;
    const title = `${clear === 0 ? "None" : count(clear)} of ${count(after.length)} years after the start stand${clear === 1 ? "s" : ""} clear of no difference`;
    return eventStudy(rows, eventColumns, figureOptions(input, "managers-lead", title));
  },
  small: ({finding}, options) => smallForest(finding, options),
  exhibits: (input) => ({
    second: htmlMark(input.tables.get("rating_effects")?.rows.length ? standing(input, "managers-second") : null)
  })
};

const eventColumns = {
  time: {name: "years", label: "Years from the first year after the start", digits: 0},
  estimate: {name: "estimate", label: "Difference in standing", unit: "sd", digits: 2},
  low: {name: "low", label: "from", digits: 2},
  high: {name: "high", label: "to", digits: 2},
  uniformLow: {name: "uniform_low", label: "band from", digits: 2},
  uniformHigh: {name: "uniform_high", label: "band to", digits: 2}
};

function standing(input: FindingInput, id: string): Element | null {
  const table = input.tables.get("rating_years");
  if (!table) return null;
  const mean = {name: "mean", label: "Mean standing", unit: "sd", role: "outcome", digits: 2} as const;
  return series(
    table.rows,
    {
      time: {name: "years_from_start", label: "Years from the first session", digits: 0},
      columns: [{...mean, format: (value) => decimal(value)}]
    },
    {
      height: 240,
      ...figureOptions(input, id, "Where those who started stood, year by year, with no comparison")
    }
  );
}
