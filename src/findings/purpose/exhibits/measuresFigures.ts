import {forest} from "../../../components/figures/forest.js";
import {series} from "../../../components/figures/series.js";
import {decimal, percent} from "../../../evidence/format.js";
import {isClear} from "../../../evidence/isClear.js";
import type {PurposeMeasure} from "../purposeMeasures.js";
import {purposeMeasures} from "../purposeMeasures.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import type {FindingInput} from "../../findingPage.js";
import {yearColumn} from "../../../components/parts/measureColumn.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import {figures} from "../figures.js";
import {say} from "../../../words/say.js";
import {named} from "../../../words/language.js";

/** The measures that the study declares for its purpose, by year and line, and how far each line's moved. */
export function measuresFigures(input: FindingInput): Mark {
  const {finding, tables, context, document} = input;
  const all = purposeMeasures(context, {
    survey: tables.get("survey_measures"),
    scales: tables.get("survey_scales"),
    departmentYears: tables.get("department_years"),
    organisationYears: tables.get("organisation_years")
  }).filter(({points}) => points.length > 1);
  if (all.length === 0) return htmlMark();
  const labels = [...new Set(all.map(({measure}) => measure.label))];
  const changed = all
    .filter((one) => one.changed !== null)
    .map(({measure, changed: since}) => say("{0} since {1}", measure.label, String(since)));
  const {measures = []} = finding;
  const clear = measures.filter(isClear).length;
  const units = new Set(measures.map(({unit}) => unit));
  return exhibit(
    document,
    {
      heading: figures.measures.heading,
      text: figures.measures.text(labels, [...new Set(changed)])
    },
    ...labels.map((label, i) =>
      lineSeries(
        all.filter(({measure}) => measure.label === label),
        input,
        i
      )
    ),
    measures.length > 0 && units.size === 1
      ? forest(
          measures,
          figureOptions(input, "purpose-measures", figures.measures.title(clear, measures.length), {
            subtitle: figures.measures.subtitle
          })
        )
      : null
  );
}

function lineSeries(lines: readonly PurposeMeasure[], input: FindingInput, place: number): Element | null {
  const [one] = lines;
  if (!one) return null;
  const {label, unit} = one.measure;
  const format = unit === "share" ? (value: number) => percent(value) : (value: number) => decimal(value, 1);
  const years = [...new Set(lines.flatMap(({points}) => points.map((point) => point.fiscal_year)))].toSorted(
    (a, b) => a - b
  );
  const rows = years.map((at) => ({
    fiscal_year: at,
    ...Object.fromEntries(
      lines.map(({points}, i) => [`line${i}`, points.find((point) => point.fiscal_year === at)?.value ?? null])
    )
  }));
  const roles = ["participation", "outcome", "reference"] as const;
  const exact = unit === "share" ? percent : (value: number) => decimal(value, 2);
  const ends = lines.map(({line, points}) => {
    const [start, end] = [points.at(0)?.value ?? NaN, points.at(-1)?.value ?? NaN];
    return figures.measures.ends(exact(start), exact(end), named(line));
  });
  return series(
    rows,
    {
      time: yearColumn,
      columns: lines.map(({line}, i) => ({
        name: `line${i}`,
        label: line === "" ? label : named(line),
        role: roles[i % roles.length],
        ...(unit === "share" ? {share: true} : {digits: 2}),
        format,
        told: (value) => exact(value)
      }))
    },
    {
      together: true,
      height: 220,
      ...figureOptions(input, `purpose-measure-${place}`, figures.measures.seriesTitle(label, ends), {
        subtitle: figures.measures.seriesSubtitle(unit === "share" ? "" : unit || "points")
      })
    }
  );
}
