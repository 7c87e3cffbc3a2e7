import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {absenceMarks, gapsAlong} from "../parts/absenceMarks.js";
import {absenceNote} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns} from "../parts/column.js";
import type {Event} from "../parts/eventMarks.js";
import {eventMarks} from "../parts/eventMarks.js";
import type {FigureOptions, Place} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatEstimate} from "../parts/formatEstimate.js";
import {formatNumber} from "../../words/formatNumber.js";
import {lineNames} from "../parts/lineNames.js";
import {roleInTurn, roleMark} from "../parts/role.js";
import {say, unitName} from "../../words/say.js";

export interface Band {
  value: Column;
  low: Column;
  high: Column;
}

export interface BandPlotOptions extends FigureOptions {
  level?: number;
  height?: number;
  /** what happened when, as thin rules named at the top */
  events?: readonly Event[];
}

/** Estimates through time with the band of their intervals; the line breaks where a period is withheld or missing. */
export function bandPlot(
  rows: readonly Row[],
  {time, bands}: {time: Column; bands: readonly Band[]},
  {level = 95, height = 280, events = [], ...options}: BandPlotOptions = {}
): HTMLElement {
  requireColumns(rows, [time, ...bands.flatMap(({value, low, high}) => [value, low, high])]);
  const sorted = rows.toSorted((a, b) => (numberIn(a, time) ?? 0) - (numberIn(b, time) ?? 0));
  const lines = bands.map((band, i) => lineOf(band, sorted, time, i));
  const columns = bands.map(({value}) => value);
  const times = [...new Set(sorted.flatMap((row) => numberIn(row, time) ?? []))];
  const gaps = gapsAlong(sorted, time, columns);
  return figure(
    {
      rows,
      columns: [time, ...bands.flatMap(({value, low, high}) => [value, low, high])],
      description: lines
        .map(
          ({column, points}) =>
            known(points)
              .map((point) => words(column.label, point))
              .join("; ") || say("{0}: no values", column.label)
        )
        .join("; ")
        .concat("."),
      remarks: [say("Bands are {0} % intervals, each period alone.", formatNumber(level)), absenceNote(rows, columns)],
      draw: (place) => draw(place, lines, {time, times, gaps, height, events})
    },
    options
  );
}

interface Point {
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

interface Line {
  readonly column: Column;
  readonly mark: ReturnType<typeof roleMark>;
  /** NaN where a period is withheld or missing */
  readonly points: readonly Point[];
}

function lineOf({value, low, high}: Band, sorted: readonly Row[], time: Column, i: number): Line {
  const points = sorted.map((row) => {
    const at = numberIn(row, time) ?? NaN;
    const found = numberIn(row, value);
    return found === null
      ? {at, value: NaN, low: NaN, high: NaN}
      : {at, value: found, low: numberIn(row, low) ?? NaN, high: numberIn(row, high) ?? NaN};
  });
  return {column: value, mark: roleMark(value.role ?? roleInTurn(i)), points};
}

const known = (points: readonly Point[]): Point[] => points.filter(({value}) => !Number.isNaN(value));

const words = (label: string, {at, value, low, high}: Point): string =>
  `${label}, ${formatNumber(at)}: ${low === high ? formatNumber(value) : formatEstimate(value, low, high)}`;

interface Around extends Required<Pick<BandPlotOptions, "height" | "events">> {
  readonly time: Column;
  readonly times: readonly number[];
  readonly gaps: ReturnType<typeof gapsAlong>;
}

function draw(place: Place, lines: readonly Line[], {time, times, gaps, height, events}: Around): SVGSVGElement {
  const shown = lines
    .flatMap(({points}) => known(points).flatMap(({value, low, high}) => [value, low, high]))
    .filter((value) => !Number.isNaN(value));
  const named = eventMarks(events, [leastOf(times), greatestOf(times)], place.width - 100);
  const ends = lines.map(({column: {label}, mark: {color}, points}) => ({label, color, points: known(points)}));
  const room = {width: place.width - 100, height: height - 90, extent: [leastOf(shown), greatestOf(shown)] as const};
  const [first] = lines;
  return chart(
    [
      ...absenceMarks(gaps, "x", place),
      named.rules,
      ...named.names,
      ...lines.flatMap(lineMarks),
      ...(lines.length > 1 ? lineNames(ends, room) : [])
    ],
    place,
    {
      height: height + named.room,
      marginLeft: 52,
      marginTop: 30 + named.room,
      xLabel: time.label,
      yLabel: first && (lines.length === 1 ? columnTitle(first.column) : unitName(first.column.unit ?? "")),
      xTicks: times.filter((_, i) => place.width > 520 || times.length < 6 || i % 2 === 0),
      xFormat: (at) => String(at).replace("-", "−"),
      x: {inset: 14},
      y: {nice: true}
    }
  );
}

function lineMarks({column, mark, points}: Line): Markish[] {
  return [
    Plot.areaY(points, {x: "at", y1: "low", y2: "high", fill: mark.color, fillOpacity: 0.16}),
    Plot.line(points, {
      x: "at",
      y: "value",
      stroke: mark.color,
      strokeWidth: mark.width,
      strokeDasharray: mark.dash
    }),
    Plot.dot(known(points), {
      x: "at",
      y: "value",
      symbol: mark.symbol,
      r: 4,
      fill: mark.open ? "var(--paper)" : mark.color,
      stroke: mark.color,
      title: (point: Point) => words(column.label, point)
    })
  ];
}
