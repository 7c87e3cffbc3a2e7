import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {ticks} from "d3";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {absenceNote} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns, textIn} from "../parts/column.js";
import {element} from "../parts/element.js";
import type {FigureOptions, Place} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatNumber} from "../../words/formatNumber.js";
import {legend} from "../parts/legend.js";
import {marginal} from "../parts/marginal.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

export interface Slope {
  readonly label: string;
  readonly slope: number;
}

export interface SlopesOptions extends FigureOptions {
  /** of units' means, drawn once through all; of each unit with itself, drawn through every unit's mean */
  between?: Slope;
  within: Slope;
  xFormat?: (value: number) => string;
  yFormat?: (value: number) => string;
  height?: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly unit: string;
  readonly order: number;
}

/** Units that differ from one another, and units that change: their courses, their means, both slopes, both spreads. */
export function slopes(
  rows: readonly Row[],
  {x, y, unit, order}: {x: Column; y: Column; unit: Column; order: Column},
  {
    between,
    within,
    xFormat = (value) => formatNumber(value, {digits: x.digits}),
    yFormat = (value) => formatNumber(value, {digits: y.digits}),
    height = 460,
    ...options
  }: SlopesOptions
): HTMLElement {
  const drawn = prepare(rows, {x, y, unit, order}, {between, within});
  const look = {x, y, unit, between, within, xFormat, yFormat, height};
  return figure(
    {
      rows,
      columns: [unit, order, x, y],
      description: describe(drawn, look),
      remarks: [
        say(
          "A thin line joins the years of each {0}; a solid line compares each with itself, and all have one slope. ",
          unit.label.toLowerCase()
        ) + say("Along the frame, how often each value occurs."),
        absenceNote(rows, [x, y], {drawn: false})
      ],
      draw: (place) => element(place.document, "div", {}, key(place, look), draw(place, drawn, look))
    },
    options
  );
}

type Drawn = ReturnType<typeof prepare>;
type Columns = Readonly<Record<"x" | "y" | "unit" | "order", Column>>;
type Slopes = Pick<SlopesOptions, "between" | "within">;

interface Look extends Slopes, Required<Pick<SlopesOptions, "xFormat" | "yFormat" | "height">> {
  readonly x: Column;
  readonly y: Column;
  readonly unit: Column;
}

/** The points, the units' means, and both slopes as far as they are drawn. */
function prepare(rows: readonly Row[], {x, y, unit, order}: Columns, {between, within}: Slopes) {
  requireColumns(rows, [x, y, unit, order]);
  const points = rows.flatMap((row): Point[] => {
    const [a, b] = [numberIn(row, x), numberIn(row, y)];
    return a === null || b === null ? [] : [{x: a, y: b, unit: textIn(row, unit), order: numberIn(row, order) ?? 0}];
  });
  const means = meansOf(points);
  const segments = means.map(({x: middle, y: level, least, most}) => ({
    x1: least,
    x2: most,
    y1: level + within.slope * (least - middle),
    y2: level + within.slope * (most - middle)
  }));
  const centre = {x: average(means.map((mean) => mean.x)), y: average(means.map((mean) => mean.y))};
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const box = {left: leastOf(xs), right: greatestOf(xs), bottom: leastOf(ys), top: greatestOf(ys)};
  return {points, means, segments, xs, ys, box, ends: between ? clip(centre, between.slope, means, box) : []};
}

function describe({points, means, box}: Drawn, {x, y, between, within, xFormat, yFormat}: Look): string {
  if (points.length === 0) return say("No points.");
  return (
    say(
      "{0} points on {1} lines: {2} from {3} to {4}, ",
      count(points.length),
      count(means.length),
      columnTitle(x),
      xFormat(box.left),
      xFormat(box.right)
    ) +
    say("{0} from {1} to {2}; ", columnTitle(y), yFormat(box.bottom), yFormat(box.top)) +
    `${[between, within].flatMap((slope) => (slope ? [slope.label] : [])).join("; ")}.`
  );
}

function key(place: Place, {unit, between, within}: Look): SVGSVGElement {
  return legend(
    [
      {label: say("{0} in one year", unit.label), shape: "circle", color: "var(--participation)"},
      {label: say("Its mean"), shape: "circle", color: "var(--ink)", open: true},
      ...(between ? [{label: between.label, shape: "line" as const, color: "var(--emphasis)", dash: "7 4"}] : []),
      {label: within.label, shape: "line", color: "var(--outcome)"}
    ],
    place
  );
}

function draw(place: Place, drawn: Drawn, {x, y, xFormat, yFormat, height}: Look): SVGSVGElement {
  const {box} = drawn;
  const [wide, high] = [box.right - box.left || 1, box.top - box.bottom || 1];
  const titleOf = (point: Point): string =>
    `${point.unit}, ${point.order}: ${x.label} ${xFormat(point.x)}, ${y.label} ${yFormat(point.y)}`;
  return chart(marksOf(drawn, titleOf), place, {
    height,
    marginLeft: 52,
    marginTop: 60,
    marginRight: 34,
    xLabel: columnTitle(x),
    yLabel: columnTitle(y),
    xFormat,
    yFormat,
    xTicks: ticks(box.left, box.right, place.width < 560 ? 4 : 7),
    yTicks: ticks(box.bottom, box.top, 6),
    x: {domain: [box.left - 0.04 * wide, box.right + 0.04 * wide]},
    y: {domain: [box.bottom - 0.03 * high, box.top + 0.03 * high]}
  });
}

function marksOf({points, means, segments, xs, ys, ends}: Drawn, titleOf: (point: Point) => string): Markish[] {
  return [
    marginal("x", xs),
    marginal("y", ys),
    Plot.line(
      points.toSorted((a, b) => a.order - b.order),
      {x: "x", y: "y", z: "unit", stroke: "var(--reference)", strokeWidth: 0.6, strokeOpacity: 0.4}
    ),
    Plot.dot(points, {x: "x", y: "y", r: 2.5, fill: "var(--participation)", fillOpacity: 0.45, title: titleOf}),
    Plot.line(ends, {x: "x", y: "y", stroke: "var(--emphasis)", strokeWidth: 2.5, strokeDasharray: "7 4"}),
    Plot.link(segments, {
      x1: "x1",
      x2: "x2",
      y1: "y1",
      y2: "y2",
      stroke: "var(--outcome)",
      strokeWidth: 1.75,
      strokeOpacity: 0.85
    }),
    Plot.dot(means, {x: "x", y: "y", r: 4.5, fill: "var(--paper)", stroke: "var(--ink)", strokeWidth: 1.5})
  ];
}

interface UnitMean {
  readonly x: number;
  readonly y: number;
  readonly least: number;
  readonly most: number;
}

function meansOf(points: readonly Point[]): UnitMean[] {
  const units = [...new Set(points.map(({unit}) => unit))];
  return units.map((name) => {
    const own = points.filter(({unit}) => unit === name);
    const xs = own.map(({x}) => x);
    return {x: average(xs), y: average(own.map(({y}) => y)), least: leastOf(xs), most: greatestOf(xs)};
  });
}

/** The line through the centre over the units' means, no higher and no lower than the points. */
function clip(
  centre: {x: number; y: number},
  slope: number,
  means: readonly UnitMean[],
  {bottom, top}: {bottom: number; top: number}
): {x: number; y: number}[] {
  const xs = means.map(({x}) => x);
  const reach = slope === 0 ? [-Infinity, Infinity] : [(bottom - centre.y) / slope, (top - centre.y) / slope];
  const low = Math.max(leastOf(xs), centre.x + leastOf(reach));
  const high = Math.min(greatestOf(xs), centre.x + greatestOf(reach));
  return [low, high].map((x) => ({x, y: centre.y + slope * (x - centre.x)}));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
