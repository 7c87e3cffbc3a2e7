import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {contours, ticks} from "d3";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {absenceNote, absenceOf} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns} from "../parts/column.js";
import type {FigureOptions, Place} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatInterval} from "../parts/formatInterval.js";
import {formatNumber} from "../../words/formatNumber.js";
import {hatchFill} from "../parts/hatch.js";
import {say} from "../../words/say.js";
import {type Benchmark, boxOf, lineLabels, margins, nameBenchmark, onPlane} from "./contourLabels.js";

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
  {benchmarks = [], marked = {at: 0, label: say("nothing left")}, height = 340, ...options}: ContourOptions = {}
): HTMLElement {
  const drawn = prepare(rows, {x, y, value}, marked.at);
  const {plane, known} = drawn;
  return figure(
    {
      rows: plane ? rows : [],
      columns: [x, y, value],
      description: describe(known, {x, y, value}, benchmarks),
      remarks: [
        say("Lines join places of equal {0}; on the strong one, {1}.", value.label.toLowerCase(), marked.label),
        absenceNote(rows, [value])
      ],
      draw: (place) => draw(place, drawn, {x, y, benchmarks, marked, height})
    },
    {empty: say("Fewer than two places along an axis: there is no plane to draw."), ...options}
  );
}

type Drawn = ReturnType<typeof prepare>;

interface Plane {
  readonly x: Column;
  readonly y: Column;
  readonly value: Column;
}

/** The grid's values along both axes, the lines of equal height, and the places without a value. */
function prepare(rows: readonly Row[], {x, y, value}: Plane, marked: number) {
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
  const [lowest, highest] = [leastOf(known), greatestOf(known)];
  const heights = known.length === 0 ? [] : ticks(lowest, highest, 8).filter((at) => at > lowest && at < highest);
  const lines = [...new Set([...heights, marked])].flatMap((at) =>
    ridges(grid, across.length, up.length, at).map((ridge) => ({
      at,
      strong: at === marked,
      points: ridge.map(([i, j]) => ({x: along(across, i), y: along(up, j)}))
    }))
  );
  const gaps = rows.flatMap((row) => {
    const [a, b, absence] = [numberIn(row, x), numberIn(row, y), absenceOf(row, value)];
    return a === null || b === null || absence === null
      ? []
      : [{...tileAt(across, a, "x"), ...tileAt(up, b, "y"), absence}];
  });
  return {across, up, known, lines, gaps, plane: across.length > 1 && up.length > 1};
}

function describe(known: readonly number[], {x, y, value}: Plane, benchmarks: readonly Benchmark[]): string {
  if (known.length === 0) return say("{0}: no values.", columnTitle(value));
  const range = `${formatInterval(leastOf(known), greatestOf(known))}.`;
  const beside = benchmarks
    .map((one) => say("{0} at {1} and {2}", one.label, formatNumber(one.x, x), formatNumber(one.y, y)))
    .join("; ");
  return (
    say("{0} by {1} and {2}: ", columnTitle(value), inSentence(x), inSentence(y)) +
    range +
    (benchmarks.length === 0 ? "" : say(" Beside it: {0}.", beside))
  );
}

interface Look extends Required<Pick<ContourOptions, "benchmarks" | "marked" | "height">> {
  readonly x: Column;
  readonly y: Column;
}

function draw(place: Place, drawn: Drawn, {x, y, benchmarks, marked, height}: Look): SVGSVGElement {
  const {across, up} = drawn;
  const pixels = onPlane(place.width, height, [across, up]);
  const named = benchmarks.map((one) => nameBenchmark(one, pixels));
  return chart(
    [
      ...groundMarks(drawn, place),
      ...lineMarks(drawn, marked.label, {boxes: named.map(boxOf), pixels}),
      Plot.dot(benchmarks, {
        x: "x",
        y: "y",
        r: 5,
        symbol: "diamond",
        fill: "var(--outcome)",
        title: ({label, x: a, y: b}: Benchmark) => `${label}: ${formatNumber(a, x)}, ${formatNumber(b, y)}`
      }),
      ...named.map((one) =>
        Plot.text([one.lines.join("\n")], {
          x: () => one.x,
          y: () => one.y,
          dx: one.right ? 10 : -10,
          textAnchor: one.right ? "start" : "end",
          lineAnchor: one.low ? "bottom" : "middle",
          fill: "var(--ink)",
          stroke: "var(--paper)",
          strokeWidth: 4
        })
      )
    ],
    place,
    {
      height,
      marginLeft: margins.left,
      marginRight: margins.right,
      marginTop: margins.top,
      marginBottom: margins.bottom,
      xLabel: columnTitle(x),
      yLabel: columnTitle(y),
      x: {domain: [across.at(0) ?? 0, across.at(-1) ?? 1]},
      y: {domain: [up.at(0) ?? 0, up.at(-1) ?? 1]}
    }
  );
}

/** Places that are withheld, hatched, and those that are missing, outlined. */
function groundMarks({gaps}: Drawn, place: Place): Markish[] {
  return [
    Plot.rect(
      gaps.filter(({absence}) => absence === "suppressed"),
      {x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: hatchFill(place.id)}
    ),
    Plot.link(outline(gaps.filter(({absence}) => absence === "missing")), {
      x1: "x1",
      x2: "x2",
      y1: "y1",
      y2: "y2",
      stroke: "var(--edge)",
      strokeDasharray: "1 3"
    })
  ];
}

function lineMarks(
  {lines}: Drawn,
  strongest: string,
  {boxes, pixels}: {readonly boxes: Parameters<typeof lineLabels>[1]; readonly pixels: ReturnType<typeof onPlane>}
): Markish[] {
  const labelled = lines
    .filter(({points}) => points.length > 6)
    .map((line) => ({...line, text: line.strong ? strongest : formatNumber(line.at, {digits: 2})}));
  return [
    ...lines.map(({points, strong}) =>
      Plot.line(points, {
        x: "x",
        y: "y",
        stroke: strong ? "var(--emphasis)" : "var(--reference)",
        strokeWidth: strong ? 2.5 : 1
      })
    ),
    ...lineLabels(labelled, boxes, pixels).map(({x: at, y: above, text, strong}) =>
      Plot.text([text], {
        x: () => at,
        y: () => above,
        fill: strong ? "var(--emphasis)" : "var(--ink-soft)",
        stroke: "var(--paper)",
        strokeWidth: 10
      })
    )
  ];
}

interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** The sides of boxes that no other box shares. */
function outline(boxes: readonly Box[]): Box[] {
  const sides = boxes.flatMap(({x1, x2, y1, y2}) => [
    {x1, x2, y1, y2: y1},
    {x1, x2, y1: y2, y2},
    {x1, x2: x1, y1, y2},
    {x1: x2, x2, y1, y2}
  ]);
  const times = new Map<string, number>();
  const key = (side: Box): string => Object.values(side).join(" ");
  for (const side of sides) times.set(key(side), (times.get(key(side)) ?? 0) + 1);
  return sides.filter((side) => times.get(key(side)) === 1);
}

function valuesOf(rows: readonly Row[], column: Column): number[] {
  return [...new Set(rows.flatMap((row) => numberIn(row, column) ?? []))].toSorted((a, b) => a - b);
}

/** The lines of one height in steps of the grid, cut where they would follow its edge or that of a hole. */
function ridges(grid: number[], wide: number, high: number, at: number): [number, number][][] {
  if (wide < 2 || high < 2) return [];
  const known = (i: number, j: number): boolean => !Number.isNaN(grid[j * wide + i] ?? NaN);
  const besideHole = (i: number, j: number): boolean =>
    (i > 0 && !known(i - 1, j)) ||
    (i < wide - 1 && !known(i + 1, j)) ||
    (j > 0 && !known(i, j - 1)) ||
    (j < high - 1 && !known(i, j + 1));
  const drawn = (a: number, b: number): boolean =>
    a >= 0 &&
    b >= 0 &&
    a <= wide - 1 &&
    b <= high - 1 &&
    known(Math.floor(a), Math.floor(b)) &&
    known(Math.ceil(a), Math.ceil(b)) &&
    !(Number.isInteger(a) && Number.isInteger(b) && besideHole(a, b));
  const lines: [number, number][][] = [];
  const {coordinates} = contours().size([wide, high]).contour(grid, at);
  for (const ring of coordinates.flat()) {
    let line: [number, number][] = [];
    for (const [a = 0, b = 0] of ring) {
      if (drawn(a - 0.5, b - 0.5)) line.push([a - 0.5, b - 0.5]);
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

const inSentence = ({label, unit}: Column): string => columnTitle({label: label.toLowerCase(), unit});
