import {lenses} from "../../../src/components/lenses.js";
import {series} from "../../../src/components/series.js";
import {measureNamed} from "../../../src/evidence/measure.js";
import type {ReleasedRow} from "../../../src/released/table.js";
import {figureOptions} from "../marks/figureOptions.js";
import {htmlMark} from "../marks/mark.js";
import type {FindingInput, FindingPage} from "./findingPage.js";
import {columnFor, formatFor, outcomeOf, yearColumn} from "./measureColumn.js";

export const organisationPage: FindingPage = {
  lead(input) {
    const rows = programmeRows(input);
    return rows.length === 0
      ? null
      : drawSeries(
          rows,
          input,
          [...new Set([input.plan.term, outcomeOf(input.finding, input.context).name, "revenue"])],
          {
            height: 150,
            ...figureOptions(
              input,
              "organisation-lead",
              "All measures drift with the years, which is why they go together"
            )
          }
        );
  },
  small(input, options) {
    const names = [input.plan.term, outcomeOf(input.finding, input.context).name];
    return drawSeries(programmeRows(input), input, names, {height: 92, ...options});
  },
  exhibits: (input) => ({second: htmlMark(threeLenses(input))})
};

/** Each measure that there is, one below the other. */
function drawSeries(
  rows: readonly ReleasedRow[],
  {context}: FindingInput,
  names: readonly string[],
  options: Parameters<typeof series>[2]
): Element {
  const present = names.filter((name) => rows.some((row) => typeof row[name] === "number"));
  const columns = present.map((name, i) => {
    const measure = measureNamed(context.measures, name);
    const role = i === 0 ? ("participation" as const) : ("outcome" as const);
    return {...columnFor(measure), role, format: formatFor(measure)};
  });
  return series(rows, {time: yearColumn, columns}, options);
}

function threeLenses(input: FindingInput): Element | null {
  const {finding, context, plan} = input;
  const rows = programmeRows(input);
  const exposure = columnFor(measureNamed(context.measures, plan.term));
  const outcome = columnFor(outcomeOf(finding, context));
  if (![exposure, outcome].every(({name}) => rows.some((row) => typeof row[name] === "number"))) return null;
  return lenses(
    rows,
    {time: yearColumn, x: {...exposure, role: "participation"}, y: {...outcome, role: "outcome"}},
    figureOptions(input, "organisation-second", "What looks alike in levels need not be alike once the trend is out")
  );
}

function programmeRows({tables, context: {programmeYears}}: FindingInput): ReleasedRow[] {
  const [first, last] = programmeYears;
  const rows = tables.get("organisation_years")?.rows ?? [];
  return rows.filter(({fiscal_year: at}) => Number(at) >= first && Number(at) <= last);
}
