import {lenses} from "../../../components/figures/lenses.js";
import {measureNamed} from "../../../evidence/measure.js";
import {programmeSeries} from "../programmeSeries.js";
import type {OrganisationDerived} from "../derive.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import {columnFor, outcomeOf, yearColumn} from "../../../components/parts/measureColumn.js";
import {figures} from "../figures.js";

/** Levels, beside them what is left without the trends, and the yearly changes; and what so few years can tell. */
export function threeLenses(input: FindingInput<OrganisationDerived>): Mark {
  const {finding, context, plan, tables, document} = input;
  const table = tables.get("organisation_years");
  const series = table && programmeSeries(table, {...context, plan});
  const {worth} = input.derived;
  if (!series || !worth || !finding.primary) return htmlMark(null);
  const [levels] = finding.evidence;
  const title =
    levels && Math.abs(finding.primary.estimate) < Math.abs(levels.estimate)
      ? figures.lenses.less
      : figures.lenses.same;
  return exhibit(
    document,
    {
      heading: figures.lenses.heading,
      text: figures.lenses.text(worth.effective, worth.years, worth.detectable)
    },
    lenses(
      series.rows,
      {
        time: yearColumn,
        x: {...columnFor(measureNamed(context.measures, plan.exposure.name)), role: "participation"},
        y: {...columnFor(outcomeOf(finding, context)), role: "outcome"}
      },
      figureOptions(input, "organisation-lenses", title)
    )
  );
}
