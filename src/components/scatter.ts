import * as Plot from "@observablehq/plot";
import {absenceNote} from "./absence.js";
import {chart} from "./chart.js";
import type {Column, Row} from "./column.js";
import {columnTitle, numberIn, requireColumns, textIn} from "./column.js";
import type {FigureOptions} from "./figure.js";
import {figure} from "./figure.js";
import {formatCell} from "./formatCell.js";
import {formatNumber} from "./formatNumber.js";

export interface ScatterOptions extends FigureOptions {
  /** rows of one unit are joined in the order of this column */
  order?: Column;
  unit?: Column;
  /** a line to draw: its height at a place */
  line?: {readonly slope: number; readonly intercept: number};
  xFormat?: (value: number) => string;
  yFormat?: (value: number) => string;
  height?: number;
}

/** One measure against another, a dot a row, the rows of a unit joined through time by a thin line. */
export function scatter(
  rows: readonly Row[],
  {x, y}: {x: Column; y: Column},
  {order, unit, line, xFormat, yFormat, height = 400, ...options}: ScatterOptions = {}
): HTMLElement {
  requireColumns(rows, [x, y, order, unit]);
  const points = rows.flatMap((row) => {
    const [a, b] = [numberIn(row, x), numberIn(row, y)];
    return a === null || b === null
      ? []
      : [
          {
            x: a,
            y: b,
            unit: unit ? textIn(row, unit) : "",
            order: (order && numberIn(row, order)) ?? 0,
            words: inWords(row, [unit, order, x, y])
          }
        ];
  });
  const xs = points.map((point) => point.x);
  const ends = xs.length > 0 ? [Math.min(...xs), Math.max(...xs)] : [];
  const lines = line ? [ends.map((at) => ({x: at, y: line.intercept + line.slope * at}))] : [];
  const range = (values: readonly number[], format: (value: number) => string): string =>
    values.length === 0 ? "" : `${format(Math.min(...values))} to ${format(Math.max(...values))}`;
  const plain = (value: number): string => formatNumber(value);
  return figure(
    {
      rows,
      columns: [unit, order, x, y].filter((column) => column !== undefined),
      description:
        `${points.length} points: ${columnTitle(x)} from ${range(xs, xFormat ?? plain)}, ` +
        `${columnTitle(y)} from ${range(
          points.map((point) => point.y),
          yFormat ?? plain
        )}.`,
      remarks: [
        unit && order ? `A thin line joins a ${unit.label.toLowerCase()}'s years.` : undefined,
        line
          ? "The straight line is the pooled least-squares fit, which mixes differences between and within."
          : undefined,
        absenceNote(rows, [x, y], {drawn: false})
      ],
      draw: (place) =>
        chart(
          [
            unit && order
              ? Plot.line(
                  points.toSorted((a, b) => a.order - b.order),
                  {x: "x", y: "y", z: "unit", stroke: "var(--reference)", strokeWidth: 0.6, strokeOpacity: 0.35}
                )
              : null,
            Plot.dot(points, {x: "x", y: "y", fill: "var(--participation)", fillOpacity: 0.6, r: 3, title: "words"}),
            ...lines.map((fit) =>
              Plot.line(fit, {x: "x", y: "y", stroke: "var(--outcome)", strokeWidth: 2, strokeDasharray: "7 3"})
            )
          ],
          place,
          {
            height,
            marginLeft: 60,
            xLabel: columnTitle(x),
            yLabel: columnTitle(y),
            xFormat,
            yFormat,
            x: {nice: true},
            y: {nice: true}
          }
        )
    },
    options
  );
}

function inWords(row: Row, columns: readonly (Column | undefined)[]): string {
  return columns
    .flatMap((column) => (column ? [`${column.label}: ${formatCell(row[column.name], {digits: column.digits})}`] : []))
    .join("\n");
}
