import * as Plot from "@observablehq/plot";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {absenceNote} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnCell} from "../parts/columnCell.js";
import {columnTitle, numberIn, requireColumns, textIn} from "../parts/column.js";
import type {FigureOptions} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import type {FittedLine} from "../parts/fitLine.js";
import {formatNumber} from "../../words/formatNumber.js";
import {marginal} from "../parts/marginal.js";
import {roleMark} from "../parts/role.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

export interface ScatterOptions extends FigureOptions {
  /** rows of one unit are joined in the order of this column */
  order?: Column;
  unit?: Column;
  /** lines over the points, each with its band, named at its end; what fitLine could not fit is left out */
  fits?: readonly (FittedLine | null)[];
  /** a line to draw: its height at a place */
  line?: {readonly slope: number; readonly intercept: number};
  /** how often each value occurs, along the frame */
  marginals?: boolean;
  /** whether a stretch can be chosen, by the pointer or in fields, that the table and the CSV then keep to */
  brush?: boolean;
  xFormat?: (value: number) => string;
  yFormat?: (value: number) => string;
  height?: number;
}

const strip = 30;

/** One measure against another, a dot a row, the rows of a unit joined through time by a thin line. */
export function scatter(
  rows: readonly Row[],
  {x, y}: {x: Column; y: Column},
  {
    order,
    unit,
    fits = [],
    line,
    marginals = true,
    brush = rows.length >= 20,
    xFormat,
    yFormat,
    height = 400,
    ...options
  }: ScatterOptions = {}
): HTMLElement {
  requireColumns(rows, [x, y, order, unit]);
  const points = rows.flatMap((row, index) => {
    const [a, b] = [numberIn(row, x), numberIn(row, y)];
    return a === null || b === null
      ? []
      : [
          {
            x: a,
            y: b,
            index,
            unit: unit ? textIn(row, unit) : "",
            order: (order && numberIn(row, order)) ?? 0,
            words: inWords(row, [unit, order, x, y])
          }
        ];
  });
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const straight = line && {
    label: say("pooled"),
    role: "reference" as const,
    words: say("The straight line is the pooled least-squares fit, which mixes differences between and within."),
    points: (xs.length > 0 ? [leastOf(xs), greatestOf(xs)] : []).map((at) => {
      const value = line.intercept + line.slope * at;
      return {x: at, value, low: value, high: value};
    })
  };
  const lines = [straight, ...fits].filter((fit) => fit !== null && fit !== undefined);
  const range = (values: readonly number[], format = (value: number) => formatNumber(value)): string =>
    values.length === 0 ? say("none") : say("{0} to {1}", format(leastOf(values)), format(greatestOf(values)));
  return figure(
    {
      rows,
      columns: [unit, order, x, y].filter((column) => column !== undefined),
      description:
        say("{0} points: {1} from {2}, ", count(points.length), columnTitle(x), range(xs, xFormat)) +
        say(
          "{0} from {1}.{2}",
          columnTitle(y),
          range(ys, yFormat),
          lines.map((one) => inSentence(one, yFormat)).join("")
        ),
      remarks: [
        unit && order ? say("A thin line joins the years of each {0}.", unit.label.toLowerCase()) : undefined,
        ...lines.map(({words}) => words),
        fits.length > 0 ? say("Bands are 95 % intervals of the lines.") : undefined,
        marginals && points.length > 0 ? say("Along the frame, how often each value occurs.") : undefined,
        absenceNote(rows, [x, y], {drawn: false})
      ],
      draw: (place) => {
        const drawn = chart(
          [
            unit && order
              ? Plot.line(
                  points.toSorted((a, b) => a.order - b.order),
                  {x: "x", y: "y", z: "unit", stroke: "var(--reference)", strokeWidth: 0.6, strokeOpacity: 0.35}
                )
              : null,
            Plot.dot(points, {x: "x", y: "y", fill: "var(--participation)", fillOpacity: 0.6, r: 3, title: "words"}),
            marginals ? marginal("x", xs) : null,
            marginals ? marginal("y", ys) : null,
            ...fitMarks(lines)
          ],
          place,
          {
            height: height + (marginals ? strip : 0),
            marginLeft: 60,
            marginTop: marginals ? 30 + strip : 30,
            marginRight: marginals ? strip + 4 : 20,
            xLabel: columnTitle(x),
            yLabel: columnTitle(y),
            xFormat,
            yFormat,
            x: {nice: true},
            y: {nice: true}
          }
        );
        if (brush && points.length > 0) brushable(drawn, points, [x, y]);
        return drawn;
      }
    },
    options
  );
}

function fitMarks(lines: readonly FittedLine[]): Plot.Markish[] {
  const ends = lines
    .flatMap(({points, label, role}) => points.slice(-1).map(({x, value}) => ({x, value, label, role})))
    .toSorted((a, b) => a.value - b.value);
  return [
    ...lines.map(({points, role}) =>
      Plot.areaY(points, {
        x: "x",
        y1: "low",
        y2: "high",
        curve: "natural",
        fill: roleMark(role).color,
        fillOpacity: 0.16
      })
    ),
    ...lines.map(({points, role}) =>
      Plot.line(points, {
        x: "x",
        y: "value",
        stroke: roleMark(role).color,
        strokeWidth: 2,
        strokeDasharray: roleMark(role).dash
      })
    ),
    ...ends.map((end, i) =>
      ends.length < 2
        ? null
        : Plot.text([end], {
            x: "x",
            y: "value",
            text: "label",
            textAnchor: "end",
            lineAnchor: i === 0 ? "top" : "bottom",
            dy: (i === 0 ? 12 : -8) - 14 * Math.max(0, i - 1),
            fill: roleMark(end.role).color,
            stroke: "var(--paper)",
            strokeWidth: 4
          })
    )
  ];
}

function inSentence({label, points}: FittedLine, format = (value: number) => formatNumber(value)): string {
  const [start, end] = [points.at(0), points.at(-1)];
  return start && end
    ? say(" The line “{0}” goes from {1} to {2}.", label, format(start.value), format(end.value))
    : "";
}

/** Each dot learns of which row it is, the drawing where its axes lie. */
function brushable(
  svg: SVGSVGElement,
  points: readonly {readonly index: number; readonly words: string}[],
  columns: readonly Column[]
): void {
  const titled = Array.from(svg.querySelectorAll("title"), ({parentElement}) => parentElement);
  for (const [i, {index}] of points.entries()) titled[i]?.setAttribute("data-row", String(index));
  const scales = svg as SVGSVGElement & {scale(name: string): {domain: number[]; range: number[]}};
  for (const [i, name] of ["x", "y"].entries()) {
    const {domain, range} = scales.scale(name);
    svg.setAttribute(`data-brush-${name}`, JSON.stringify({label: columns[i]?.label, domain, range}));
  }
}

function inWords(row: Row, columns: readonly (Column | undefined)[]): string {
  return columns.flatMap((column) => (column ? [`${column.label}: ${columnCell(row, column)}`] : [])).join("\n");
}
