import {connectedScatter} from "../../../components/figures/connectedScatter.js";
import {measureNamed} from "../../../evidence/measure.js";
import {programmeSeries} from "../programmeSeries.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {FindingInput} from "../../findingPage.js";
import {columnFor, formatFor, outcomeOf, yearColumn} from "../../../components/parts/measureColumn.js";
import {figures} from "../figures.js";
import {named} from "../../../words/language.js";

/** kinds of event that move an organisation's accounts, whatever a programme does */
const moving = new Set(["crisis"]);

/** The organisation's years as a path, its crises named; null where no year has both. */
export function yearPath(input: FindingInput): Element | null {
  const {finding, tables, context, plan} = input;
  const table = tables.get("organisation_years");
  if (!table) return null;
  const {rows, complete} = programmeSeries(table, {...context, plan});
  if (complete.length === 0) return null;
  const [exposure, outcome] = [measureNamed(context.measures, plan.exposure.name), outcomeOf(finding, context)];
  const events = (tables.get("events")?.rows ?? []).flatMap(({fiscal_year: at, label, kind}) =>
    moving.has(String(kind)) ? [{at: Number(at), label: named(String(label)).toLowerCase()}] : []
  );
  return connectedScatter(
    rows,
    {x: columnFor(exposure), y: columnFor(outcome), order: yearColumn},
    {
      height: 340,
      events,
      xFormat: formatFor(exposure),
      yFormat: formatFor(outcome),
      ...figureOptions(input, "organisation-lead", figures.path.title(outcome.label, exposure.label, complete.length), {
        subtitle: figures.path.subtitle(outcome.label, exposure.label)
      })
    }
  );
}
