import * as Plot from "@observablehq/plot";
import {ticks} from "d3";
import {absenceNote} from "./absence.js";
import {chart} from "./chart.js";
import type {Column, Row} from "./column.js";
import {columnTitle, numberIn, requireColumns, textIn} from "./column.js";
import {element} from "./element.js";
import type {FigureOptions} from "./figure.js";
import {figure} from "./figure.js";
import {formatNumber} from "./formatNumber.js";
import {legend} from "./legend.js";

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

const bins = 14;

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
  const box = {left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys)};
  const ends = between ? clip(centre, between.slope, means, box) : [];
  return figure(
    {
      rows,
      columns: [unit, order, x, y],
      description:
        points.length === 0
          ? "No points."
          : `${points.length} points of ${means.length} units: ${columnTitle(x)} from ${xFormat(box.left)} to ${xFormat(box.right)}, ` +
            `${columnTitle(y)} from ${yFormat(box.bottom)} to ${yFormat(box.top)}; ` +
            `${[between, within].flatMap((slope) => (slope ? [slope.label] : [])).join("; ")}.`,
      remarks: [
        `A thin line joins a ${unit.label.toLowerCase()}'s years; solid lines are each with itself, all of one slope. ` +
          "Grey bars at the edges count the points.",
        absenceNote(rows, [x, y], {drawn: false})
      ],
      draw: (place) => {
        const [wide, high] = [box.right - box.left || 1, box.top - box.bottom || 1];
        const [topStrip, rightStrip] = [0.14 * high, 0.1 * wide];
        return element(
          place.document,
          "div",
          {},
          legend(
            [
              {label: `${unit.label} in one year`, shape: "circle", color: "var(--participation)"},
              {label: "Its mean", shape: "circle", color: "var(--ink)", open: true}
            ],
            place
          ),
          chart(
            [
              Plot.rect(counted(xs), {
                x1: "from",
                x2: "to",
                y1: () => box.top + 0.05 * high,
                y2: ({share}: Bin) => box.top + 0.05 * high + share * topStrip,
                fill: "var(--reference)",
                fillOpacity: 0.45,
                inset: 0.5
              }),
              Plot.rect(counted(ys), {
                y1: "from",
                y2: "to",
                x1: () => box.right + 0.04 * wide,
                x2: ({share}: Bin) => box.right + 0.04 * wide + share * rightStrip,
                fill: "var(--reference)",
                fillOpacity: 0.45,
                inset: 0.5
              }),
              Plot.line(
                points.toSorted((a, b) => a.order - b.order),
                {x: "x", y: "y", z: "unit", stroke: "var(--reference)", strokeWidth: 0.6, strokeOpacity: 0.4}
              ),
              Plot.dot(points, {
                x: "x",
                y: "y",
                r: 2.5,
                fill: "var(--participation)",
                fillOpacity: 0.45,
                title: (point: Point) =>
                  `${point.unit}, ${point.order}: ${x.label} ${xFormat(point.x)}, ${y.label} ${yFormat(point.y)}`
              }),
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
              Plot.dot(means, {x: "x", y: "y", r: 4.5, fill: "var(--paper)", stroke: "var(--ink)", strokeWidth: 1.5}),
              ...[
                {slope: between, dash: "\u2505\u2505", color: "var(--emphasis)", dy: 6},
                {slope: within, dash: "\u2501\u2501", color: "var(--outcome)", dy: 24}
              ].flatMap(({slope, dash, color, dy}) =>
                slope
                  ? [
                      Plot.text([`${dash} ${slope.label}`], {
                        x: () => box.left,
                        y: () => box.top,
                        dy,
                        textAnchor: "start",
                        lineAnchor: "top",
                        fill: color,
                        stroke: "var(--paper)",
                        strokeWidth: 5,
                        fontSize: 12.5,
                        fontWeight: 600
                      })
                    ]
                  : []
              )
            ],
            place,
            {
              height,
              marginLeft: 52,
              xLabel: columnTitle(x),
              yLabel: columnTitle(y),
              xFormat,
              yFormat,
              xTicks: ticks(box.left, box.right, place.width < 560 ? 4 : 7),
              yTicks: ticks(box.bottom, box.top, 6),
              x: {domain: [box.left - 0.06 * wide, box.right + 0.04 * wide + rightStrip]},
              y: {domain: [box.bottom - 0.03 * high, box.top + 0.05 * high + topStrip]}
            }
          )
        );
      }
    },
    options
  );
}

interface Bin {
  readonly from: number;
  readonly to: number;
  /** of the fullest */
  readonly share: number;
}

/** Counts in equal steps, or of each value where there are few, as of what is published in bands. */
function counted(values: readonly number[]): Bin[] {
  const distinct = [...new Set(values)].toSorted((a, b) => a - b);
  const [low, high] = [distinct[0] ?? 0, distinct.at(-1) ?? 0];
  const gap = Math.min(...distinct.slice(1).map((value, i) => value - (distinct[i] ?? 0)));
  const banded = distinct.length <= bins && Number.isFinite(gap);
  const step = banded ? gap : (high - low) / bins || 1;
  const from = banded ? low - gap / 2 : low;
  const places = Math.max(1, Math.round((high - low) / step) + (banded ? 1 : 0));
  const counts = Array.from({length: places}, () => 0);
  for (const value of values) {
    const at = Math.min(places - 1, Math.floor((value - from) / step + 1e-9));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  return counts.map((count, at) => ({from: from + at * step, to: from + (at + 1) * step, share: count / most}));
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
    return {x: average(xs), y: average(own.map(({y}) => y)), least: Math.min(...xs), most: Math.max(...xs)};
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
  const low = Math.max(Math.min(...xs), centre.x + Math.min(...reach));
  const high = Math.min(Math.max(...xs), centre.x + Math.max(...reach));
  return [low, high].map((x) => ({x, y: centre.y + slope * (x - centre.x)}));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
