/** Longview's own figures for cells: any table, columns by name, with the frame, tips and downloads of the report. */
import {enhanceFigures} from "../components/controls/enhanceFigures.js";
import {columns as drawColumns} from "../components/figures/columns.js";
import {forest as drawForest} from "../components/figures/forest.js";
import {heatmap as drawHeatmap} from "../components/figures/heatmap.js";
import {scatter as drawScatter} from "../components/figures/scatter.js";
import type {ScatterOptions} from "../components/figures/scatter.js";
import {series as drawSeries} from "../components/figures/series.js";
import type {Column} from "../components/parts/column.js";
import type {FigureOptions} from "../components/parts/figure.js";
import {fitLine} from "../components/parts/fitLine.js";
import {capital, percent} from "../evidence/format.js";
import type {Estimate} from "../stats/estimate.js";
import type {Data} from "./columnsOf.js";
import {measureOf, rowsOf} from "./tables.js";

/** A column by its name, or described. */
export type Named = string | Column;

export interface ScatterChoices extends Omit<ScatterOptions, "unit" | "order"> {
  unit?: Named;
  order?: Named;
  /** a least-squares line: of all rows, or of each unit with itself */
  fit?: "pooled" | "within";
}

/**
 * One measure against another, a dot a row; fit draws a line with its band.
 * @example scatter(tables.department_years, {x: "participation", y: "margin"}, {unit: "department_id", fit: "within", title: "Margin by participation"})
 */
export function scatter(
  table: Data,
  {x, y}: {x: Named; y: Named},
  {unit, order, fit, ...options}: ScatterChoices = {}
): HTMLElement {
  const rows = rowsOf(table);
  const [across, up] = [columnOf(x), columnOf(y)];
  const by = unit === undefined ? undefined : columnOf(unit);
  const line = fit ? fitLine(rows, {x: across, y: up}, {unit: by, within: fit === "within"}) : null;
  return live(
    drawScatter(
      rows,
      {x: across, y: up},
      {
        xFormat: formatOf(across),
        yFormat: formatOf(up),
        fits: line ? [line] : [],
        ...options,
        unit: by,
        order: order === undefined ? undefined : columnOf(order)
      }
    )
  );
}

/**
 * Estimates one below the other, each with its interval: of one fit, or of several by name.
 * @example forest({"pooled": a, "each with itself": b}, {term: "participation", unit: "points", title: "Two comparisons"})
 */
export function forest(
  fits: Estimate | Readonly<Record<string, Estimate>>,
  {term, unit = "", scale = 1, ...options}: FigureOptions & {term?: string; unit?: string; scale?: number} = {}
): HTMLElement {
  const single = isEstimate(fits);
  const named = single ? fits.terms.map((each) => [each.term, fits, each] as const) : termsOf(fits, term);
  return live(
    drawForest(
      named
        .filter(([, , each]) => !single || (term === undefined ? each.term !== "(Intercept)" : each.term === term))
        .map(([label, {n, method}, {estimate, low, high, df, p}]) => ({
          label,
          naive: false,
          estimate: estimate * scale,
          low: low === null ? null : low * scale,
          high: high === null ? null : high * scale,
          unit,
          df,
          p,
          n,
          rows: "rows",
          note: method
        })),
      options
    )
  );
}

/**
 * Measures through the years, a panel for each; together: on one axis.
 * @example series(tables.organisation_years, {time: "fiscal_year", columns: ["margin", "participation"]}, {title: "Nine years"})
 */
export function series(
  table: Data,
  {time, columns: drawn}: {time: Named; columns: readonly Named[]},
  options: Parameters<typeof drawSeries>[2] = {}
): HTMLElement {
  return live(
    drawSeries(
      rowsOf(table),
      {
        time: columnOf(time),
        columns: drawn.map((name) => ({...columnOf(name), format: formatOf(columnOf(name))}))
      },
      options
    )
  );
}

/**
 * How often a number falls in each step of its range.
 * @example columns(tables.department_years, {value: "margin", step: 0.01}, {title: "Margins"})
 */
export function columns(
  table: Data,
  {value, step}: {value: Named; step: number},
  options: Parameters<typeof drawColumns>[2] = {}
): HTMLElement {
  return live(drawColumns(rowsOf(table), {value: columnOf(value), step}, options));
}

/**
 * A number for each pair of x and y as a tile.
 * @example heatmap(tables.survey_groups, {x: "fiscal_year", y: "measure", value: "mean"}, {title: "The survey"})
 */
export function heatmap(
  table: Data,
  {x, y, value}: {x: Named; y: Named; value: Named},
  options: Parameters<typeof drawHeatmap>[2] = {}
): HTMLElement {
  return live(drawHeatmap(rowsOf(table), {x: columnOf(x), y: columnOf(y), value: columnOf(value)}, options));
}

function termsOf(
  fits: Readonly<Record<string, Estimate>>,
  term: string | undefined
): (readonly [string, Estimate, Estimate["terms"][number]])[] {
  return Object.entries(fits).map(([label, fit]) => {
    if (!Array.isArray(fit?.terms))
      throw new RangeError(`invalid fits; ${label} is no fit; give one, or several by name: {"pooled": ols(...)}`);
    const found =
      term === undefined
        ? fit.terms.find((each) => each.term !== "(Intercept)")
        : fit.terms.find((each) => each.term === term);
    if (!found)
      throw new RangeError(
        `no such term in ${label}: ${term}; there are ${fit.terms.map((each) => each.term).join(", ")}`
      );
    return [label, fit, found] as const;
  });
}

function isEstimate(value: Estimate | Readonly<Record<string, Estimate>>): value is Estimate {
  return Array.isArray(value.terms) && "method" in value;
}

function columnOf(named: Named): Column {
  if (typeof named !== "string") return named;
  const {label, unit} = measureOf(named);
  const digits = named === "fiscal_year" ? 0 : undefined;
  return {name: named, label: capital(label), unit: unit === "share" ? "" : unit, digits};
}

function formatOf({name}: Column): ((value: number) => string) | undefined {
  if (name === "fiscal_year") return String;
  return measureOf(name).unit === "share" ? (value) => percent(value) : undefined;
}

/** The figure with its downloads and tips at work. */
function live(figure: HTMLElement): HTMLElement {
  const place = figure.ownerDocument.createElement("div");
  place.append(figure);
  if (figure.ownerDocument.defaultView) enhanceFigures(place);
  figure.remove();
  return figure;
}
