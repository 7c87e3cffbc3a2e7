import {series} from "../../../components/figures/series.js";
import {capital} from "../../../evidence/format.js";
import {measureNamed} from "../../../evidence/measure.js";
import {programmeSeries} from "../programmeSeries.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import {yearColumn} from "../../../components/parts/measureColumn.js";
import {figures} from "../figures.js";

/** Revenue beside the sector's, both from the first year on; nothing where there is no comparator. */
export function besideSector(input: FindingInput): Mark {
  const {finding, context, plan, tables, document} = input;
  const table = tables.get("organisation_years");
  if (!table || !finding.primary) return htmlMark(null);
  const {years, outcomes, comparator} = programmeSeries(table, {...context, plan});
  const revenue = outcomes.find(({name}) => name === "revenue")?.values;
  const [own, theirs] = [revenue?.[0] ?? null, comparator?.[0] ?? null];
  if (!revenue || !comparator || own === null || theirs === null) return htmlMark(null);
  const of = (value: number | null | undefined, base: number): number | null =>
    value === null || value === undefined ? null : (100 * value) / base;
  const rows = years.map((year, i) => ({
    fiscal_year: year,
    own: of(revenue[i], own),
    sector: of(comparator[i], theirs)
  }));
  const [end] = rows.toReversed().filter((row) => row.own !== null && row.sector !== null);
  const gap = end?.own == null || end.sector === null ? 0 : (end.own - end.sector) / 100;
  const label = measureNamed(context.measures, "revenue").label;
  const estimates = finding.evidence.flatMap(({besideSector: name, ...one}) =>
    name === undefined ? [] : [{...one, name: measureNamed(context.measures, name).label.toLowerCase()}]
  );
  return exhibit(
    document,
    {
      heading: figures.sector.heading,
      text: figures.sector.text(
        estimates.map(({name, estimate, low, high}) => ({
          name,
          r: estimate,
          low,
          high
        }))
      )
    },
    series(
      rows,
      {
        time: yearColumn,
        columns: [
          {name: "own", label: capital(label), role: "outcome", digits: 0},
          {name: "sector", label: figures.sector.label, role: "reference", digits: 0}
        ]
      },
      {
        together: true,
        height: 220,
        ...figureOptions(input, "organisation-sector", figures.sector.title(label, gap), {
          subtitle: figures.sector.subtitle(years[0] ?? 0)
        })
      }
    )
  );
}
