import {driftFigure} from "../../../components/figures/driftFigure.js";
import {element} from "../../../components/parts/element.js";
import {programmeSeries} from "../programmeSeries.js";
import type {OrganisationDerived} from "../derive.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import {figures} from "../figures.js";

/** How alike unrelated series with these drifts look, as drawn at the build; a reader's browser can draw again. */
export function unrelatedPairs(input: FindingInput<OrganisationDerived>): Mark {
  const {finding, context, plan, tables, document} = input;
  const table = tables.get("organisation_years");
  if (!table || !finding.primary) return htmlMark(null);
  const {complete} = programmeSeries(table, {...context, plan});
  const drifting = {x: complete.map(({x}) => x), y: complete.map(({y}) => y)};
  const {unrelated} = input.derived;
  if (!unrelated) return htmlMark(null);
  const {walk, trend} = unrelated;
  return exhibit(
    document,
    {
      heading: figures.unrelated.heading,
      text: figures.unrelated.text(walk.p, walk.observed, trend.p)
    },
    element(
      document,
      "div",
      {"data-drifting": JSON.stringify(drifting)},
      driftFigure(drifting, {drawn: walk, ...figureOptions(input, "organisation-drift", "")})
    )
  );
}
