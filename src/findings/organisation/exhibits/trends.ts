import {dataTable} from "../../../components/parts/dataTable.js";
import {series} from "../../../components/figures/series.js";
import {capital, decimal, pValue} from "../../../evidence/format.js";
import {isClear} from "../../../evidence/isClear.js";
import {measureNamed} from "../../../evidence/measure.js";
import {programmeSeries} from "../programmeSeries.js";
import type {OrganisationDerived} from "../derive.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import {columnFor, formatFor, yearColumn} from "../../../components/parts/measureColumn.js";
import {figures} from "../figures.js";
import {amount, shortAmount} from "../../../words/numbers.js";
import {say} from "../../../words/say.js";

/** Each series through the years, and how it drifts. */
export function trends(input: FindingInput<OrganisationDerived>): Mark {
  const {finding, context, plan, tables, document} = input;
  const table = tables.get("organisation_years");
  if (!table || !finding.primary) return htmlMark(null);
  const {rows} = programmeSeries(table, {...context, plan});
  const drifts = input.derived.trends.map(({name, trend}) => ({measure: measureNamed(context.measures, name), trend}));
  const rising = drifts.filter(({trend}) => isClear(trend)).map(({measure}) => measure.label);
  const told = (value: number, name: string): string => {
    const measure = measureNamed(context.measures, name);
    if (measure.unit === "share") return say("{0} points", decimal(100 * value, 1));
    return Math.abs(value) < 1e6 ? say("{0} {1}", shortAmount(value), measure.unit) : amount(value, measure.unit);
  };
  return exhibit(
    document,
    {
      heading: figures.trends.heading,
      text: figures.trends.text()
    },
    series(
      rows,
      {
        time: yearColumn,
        columns: drifts.map(({measure}, i) => ({
          ...columnFor(measure),
          role: i === 0 ? ("participation" as const) : ("outcome" as const),
          format: formatFor(measure)
        }))
      },
      {
        height: 130,
        ...figureOptions(input, "organisation-trends", figures.trends.title(rising, drifts.length))
      }
    ),
    dataTable(
      drifts.map(({measure, trend}) => ({
        series: capital(measure.label),
        slope: told(trend.slope, measure.name),
        low: trend.low === null ? null : told(trend.low, measure.name),
        high: trend.high === null ? null : told(trend.high, measure.name),
        tau: trend.tau,
        p: trend.p === null ? null : pValue(trend.p),
        n: trend.n
      })),
      [
        {name: "series", label: say("Series")},
        {name: "slope", label: say("Slope a year (Theil-Sen)")},
        {name: "low", label: say("from")},
        {name: "high", label: say("to")},
        {name: "tau", label: say("Kendall's tau"), digits: 2},
        {name: "p", label: say("p (Mann-Kendall)")},
        {name: "n", label: say("Years"), digits: 0}
      ],
      {caption: figures.trends.caption, document}
    )
  );
}
