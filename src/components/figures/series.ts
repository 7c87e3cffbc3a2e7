import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {absenceMarks, gapsAlong} from "../parts/absenceMarks.js";
import {absenceNote} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns} from "../parts/column.js";
import {element} from "../parts/element.js";
import type {Event} from "../parts/eventMarks.js";
import {eventMarks} from "../parts/eventMarks.js";
import type {FigureOptions, Place} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatNumber} from "../../words/formatNumber.js";
import {lineNames} from "../parts/lineNames.js";
import {roleInTurn, roleMark} from "../parts/role.js";
import {say} from "../../words/say.js";

export interface SeriesColumn extends Column {
  format?: (value: number) => string;
  /** as its text alternative says it, where the axis has fewer digits */
  told?: (value: number) => string;
  /** interval of the value, drawn as a band */
  low?: Column;
  high?: Column;
}

export interface SeriesOptions extends FigureOptions {
  height?: number;
  /** all columns in one panel on one axis, each named at its end; else a panel for each */
  together?: boolean;
  /** what happened when, as thin rules named at the top */
  events?: readonly Event[];
  /** whether the axis starts at zero */
  zero?: boolean;
}

/** Measures through the years, a panel for each, or together where they share a unit. */
export function series(
  rows: readonly Row[],
  {time, columns}: {time: Column; columns: readonly SeriesColumn[]},
  {height = 150, together = false, zero = false, events = [], ...options}: SeriesOptions = {}
): HTMLElement {
  const bands = columns.flatMap(({low, high}) => (low && high ? [low, high] : []));
  requireColumns(rows, [time, ...columns, ...bands]);
  const lines = columns.map((column, i): Line => ({
    column,
    mark: roleMark(column.role ?? roleInTurn(i)),
    points: rows.flatMap((row) => {
      const [at, value] = [numberIn(row, time), numberIn(row, column)];
      return at === null || value === null ? [] : [{at, value}];
    })
  }));
  const years = [...new Set(rows.flatMap((row) => numberIn(row, time) ?? []))].toSorted((a, b) => a - b);
  // a place in a row, such as a session's, is no year
  const dated = years.every((year) => year >= 1000);
  const panels = together ? [lines] : lines.map((line) => [line]);
  return figure(
    {
      rows,
      columns: [time, ...columns.flatMap((column) => [column, column.low, column.high])].filter(
        (column) => column !== undefined
      ),
      description: lines
        .map((line) => told(line, time, dated))
        .join("; ")
        .concat("."),
      remarks: [bands.length > 0 ? say("Bands are 95 % intervals.") : undefined, absenceNote(rows, columns)],
      draw: (place) =>
        element(
          place.document,
          "div",
          {},
          ...panels.map((panel, i) => {
            const at = {first: i === 0, last: i === panels.length - 1};
            const own = {...place, id: `${place.id}-${i}`};
            return drawPanel(panel, own, {rows, time, years, height, together, zero, events, ...at});
          })
        )
    },
    options
  );
}

interface Line {
  readonly column: SeriesColumn;
  readonly mark: ReturnType<typeof roleMark>;
  readonly points: readonly {readonly at: number; readonly value: number}[];
}

const format = ({format: own}: SeriesColumn, value: number): string => (own ?? ((v: number) => formatNumber(v)))(value);

/** A line's first and last values, in words. */
function told({column, points}: Line, time: Column, dated: boolean): string {
  const [start, end] = [points.at(0), points.at(-1)];
  if (!start || !end) return say("{0}: no values", column.label);
  const said = (value: number): string => column.told?.(value) ?? format(column, value);
  return say(
    dated ? "{0}: {1} in {2}, {3} in {4}" : "{0}: {1} at {5} {2}, {3} at {4}",
    column.label,
    said(start.value),
    String(start.at),
    said(end.value),
    String(end.at),
    time.label.toLowerCase()
  );
}

interface Panel extends Required<Pick<SeriesOptions, "height" | "together" | "zero" | "events">> {
  readonly rows: readonly Row[];
  readonly time: Column;
  readonly years: readonly number[];
  /** which of the panels it is, from the top */
  readonly first: boolean;
  readonly last: boolean;
}

function drawPanel(lines: readonly Line[], place: Place, panel: Panel): SVGSVGElement {
  const {rows, time, years, height, together, zero, events, last} = panel;
  const {rules, names: happened, room} = eventMarks(events, [years.at(0) ?? 0, years.at(-1) ?? 0], place.width - 96);
  const above = panel.first ? room : 0;
  const columns = lines.map(({column}) => column);
  const [first] = columns;
  const ends = lines.map(({column: {label}, mark: {color}, points}) => ({label, color, points}));
  return chart(
    [
      ...absenceMarks(gapsAlong(rows, time, columns), "x", place),
      rules,
      ...(panel.first ? happened : []),
      ...lines.flatMap((line) => lineMarks(line, panel)),
      ...(together ? lineNames(ends, {width: place.width - 96, height: height - 80}) : [])
    ],
    place,
    {
      height: height + above - (last ? 0 : 20),
      marginTop: (together ? 14 : 30) + above,
      marginBottom: last ? 28 : 8,
      xAxis: last,
      marginLeft: 60,
      marginRight: 20,
      yLabel: together ? undefined : first && columnTitle(first),
      xTicks: years,
      xFormat: (year) => String(year).replace("-", "−"),
      yTicks: height < 110 ? 2 : 4,
      yFormat: first?.format,
      x: {domain: [years.at(0) ?? 0, years.at(-1) ?? 1], inset: 8},
      y: {
        nice: true,
        insetTop: together ? 14 : 0,
        insetBottom: together ? 26 : zero ? 0 : 6,
        ...(zero ? {zero: true} : {})
      }
    }
  );
}

/** A line with its band, its points over it. */
function lineMarks({points, mark, column}: Line, {rows, time}: Pick<Panel, "rows" | "time">): Markish[] {
  return [
    Plot.areaY(bandOf(rows, time, column), {x: "at", y1: "low", y2: "high", fill: mark.color, fillOpacity: 0.16}),
    Plot.line(pathOf(rows, time, column), {
      x: "at",
      y: "value",
      stroke: mark.color,
      strokeWidth: mark.width,
      strokeDasharray: mark.dash
    }),
    Plot.dot(points, {
      x: "at",
      y: "value",
      symbol: mark.symbol,
      r: 4,
      fill: mark.open ? "var(--paper)" : mark.color,
      stroke: mark.color,
      title: ({at, value}: (typeof points)[number]) => `${column.label}, ${at}: ${format(column, value)}`
    })
  ];
}

/** The line's points in time, without a number where it breaks. */
function pathOf(rows: readonly Row[], time: Column, column: Column): {at: number; value: number}[] {
  return rows
    .flatMap((row) => {
      const at = numberIn(row, time);
      return at === null ? [] : [{at, value: numberIn(row, column) ?? NaN}];
    })
    .toSorted((a, b) => a.at - b.at);
}

function bandOf(
  rows: readonly Row[],
  time: Column,
  {name, low, high}: SeriesColumn
): {at: number; low: number; high: number}[] {
  if (!low || !high) return [];
  return rows
    .flatMap((row) => {
      const at = numberIn(row, time);
      const known = numberIn(row, {name}) !== null;
      const [from, to] = known ? [numberIn(row, low) ?? NaN, numberIn(row, high) ?? NaN] : [NaN, NaN];
      return at === null ? [] : [{at, low: from, high: to}];
    })
    .toSorted((a, b) => a.at - b.at);
}
