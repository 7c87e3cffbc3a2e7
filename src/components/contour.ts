import * as Plot from "@observablehq/plot";
import {contours, ticks} from "d3";
import {absenceNote, absenceOf} from "./absence.js";
import {chart} from "./chart.js";
import type {Column, Row} from "./column.js";
import {columnTitle, numberIn, requireColumns} from "./column.js";
import type {FigureOptions} from "./figure.js";
import {figure} from "./figure.js";
import {formatInterval} from "./formatInterval.js";
import {formatNumber} from "./formatNumber.js";
import {hatchFill} from "./hatch.js";

/** A place on the plane to compare with: what is known to matter, and how much. */
export interface Benchmark {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

export interface ContourOptions extends FigureOptions {
  benchmarks?: readonly Benchmark[];
  /** the height whose line is drawn strong */
  marked?: {readonly at: number; readonly label: string};
  height?: number;
}

/**
 * A number over a plane of two others, as lines of equal height: the rows are the whole grid of their x and y.
 *
 * @throws {RangeError} if the rows are no grid
 */
export function contour(
  rows: readonly Row[],
  {x, y, value}: {x: Column; y: Column; value: Column},
  {benchmarks = [], marked = {at: 0, label: "nothing left"}, height = 400, ...options}: ContourOptions = {}
): HTMLElement {
  requireColumns(rows, [x, y, value]);
  const [across, up] = [valuesOf(rows, x), valuesOf(rows, y)];
  if (rows.length !== across.length * up.length)
    throw new RangeError(
      `invalid grid; ${rows.length} rows for ${across.length} × ${up.length} places; give a row for each place`
    );
  const grid = rows.map(() => NaN);
  const indexOf = (row: Row): number =>
    up.indexOf(numberIn(row, y) ?? NaN) * across.length + across.indexOf(numberIn(row, x) ?? NaN);
  for (const row of rows) grid[indexOf(row)] = numberIn(row, value) ?? NaN;
  const known = grid.filter((level) => !Number.isNaN(level));
  const heights = known.length === 0 ? [] : ticks(Math.min(...known), Math.max(...known), 8);
  const lines = [...new Set([...heights, marked.at])].flatMap((at) =>
    ridges(grid, across.length, up.length, at).map((ridge) => ({
      at,
      strong: at === marked.at,
      points: ridge.map(([i, j]) => ({x: along(across, i), y: along(up, j)}))
    }))
  );
  const gaps = rows.flatMap((row) => {
    const [a, b, absence] = [numberIn(row, x), numberIn(row, y), absenceOf(row, value)];
    return a === null || b === null || absence === null
      ? []
      : [{...tileAt(across, a, "x"), ...tileAt(up, b, "y"), absence}];
  });
  return figure(
    {
      rows,
      columns: [x, y, value],
      description:
        known.length === 0
          ? `${columnTitle(value)}: no values.`
          : `${columnTitle(value)} over ${x.label.toLowerCase()} and ${y.label.toLowerCase()}: ` +
            `${formatInterval(Math.min(...known), Math.max(...known))}.` +
            (benchmarks.length === 0
              ? ""
              : ` Beside it: ${benchmarks.map((one) => `${one.label} at ${formatNumber(one.x)} and ${formatNumber(one.y)}`).join("; ")}.`),
      remarks: [
        `Lines join places of equal ${value.label.toLowerCase()}; on the strong one, ${marked.label}.`,
        absenceNote(rows, [value])
      ],
      draw: (place) =>
        chart(
          [
            ...(["suppressed", "missing"] as const).map((absence) =>
              Plot.rect(
                gaps.filter((gap) => gap.absence === absence),
                {
                  x1: "x1",
                  x2: "x2",
                  y1: "y1",
                  y2: "y2",
                  ...(absence === "suppressed"
                    ? {fill: hatchFill(place.id)}
                    : {fill: "none", stroke: "var(--edge)", strokeDasharray: "1 3"})
                }
              )
            ),
            ...lines.map(({points, strong}) =>
              Plot.line(points, {
                x: "x",
                y: "y",
                stroke: strong ? "var(--emphasis)" : "var(--reference)",
                strokeWidth: strong ? 2.5 : 1
              })
            ),
            ...lines
              .filter(({points}) => points.length > 3)
              .map(({points, at, strong}) =>
                Plot.text([points[Math.floor(points.length / 2)] ?? {x: 0, y: 0}], {
                  x: "x",
                  y: "y",
                  text: () => (strong ? marked.label : formatNumber(at, {digits: 2})),
                  fill: strong ? "var(--emphasis)" : "var(--ink-soft)",
                  stroke: "var(--paper)",
                  strokeWidth: 4
                })
              ),
            Plot.dot(benchmarks, {
              x: "x",
              y: "y",
              r: 5,
              symbol: "diamond",
              fill: "var(--outcome)",
              title: ({label, x: a, y: b}: Benchmark) => `${label}: ${formatNumber(a)}, ${formatNumber(b)}`
            }),
            Plot.text(benchmarks, {
              x: "x",
              y: "y",
              text: "label",
              dx: 10,
              textAnchor: "start",
              fill: "var(--ink)",
              stroke: "var(--paper)",
              strokeWidth: 4
            })
          ],
          place,
          {
            height,
            marginLeft: 52,
            xLabel: columnTitle(x),
            yLabel: columnTitle(y),
            x: {domain: [across.at(0) ?? 0, across.at(-1) ?? 1]},
            y: {domain: [up.at(0) ?? 0, up.at(-1) ?? 1]}
          }
        )
    },
    options
  );
}

function valuesOf(rows: readonly Row[], column: Column): number[] {
  return [...new Set(rows.flatMap((row) => numberIn(row, column) ?? []))].toSorted((a, b) => a - b);
}

/** The lines of one height in steps of the grid, cut where they would follow its edge. */
function ridges(grid: number[], wide: number, high: number, at: number): [number, number][][] {
  if (wide < 2 || high < 2) return [];
  const lines: [number, number][][] = [];
  const {coordinates} = contours().size([wide, high]).contour(grid, at);
  for (const ring of coordinates.flat()) {
    let line: [number, number][] = [];
    for (const [a = 0, b = 0] of ring) {
      const inside = a >= 0.5 && a <= wide - 0.5 && b >= 0.5 && b <= high - 0.5;
      if (inside) line.push([a - 0.5, b - 0.5]);
      else {
        if (line.length > 1) lines.push(line);
        line = [];
      }
    }
    if (line.length > 1) lines.push(line);
  }
  return lines;
}

function along(values: readonly number[], step: number): number {
  const [before, after] = [values[Math.floor(step)] ?? 0, values[Math.ceil(step)] ?? 0];
  return before + (after - before) * (step - Math.floor(step));
}

function tileAt<Axis extends "x" | "y">(
  values: readonly number[],
  value: number,
  axis: Axis
): Record<`${Axis}1` | `${Axis}2`, number> {
  const at = values.indexOf(value);
  const [low, high] = [along(values, Math.max(0, at - 0.5)), along(values, Math.min(values.length - 1, at + 0.5))];
  return {[`${axis}1`]: low, [`${axis}2`]: high} as Record<`${Axis}1` | `${Axis}2`, number>;
}
