import * as Plot from "@observablehq/plot";
import {absenceMarks, gapsAlong} from "../parts/absenceMarks.js";
import {absenceNote} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns} from "../parts/column.js";
import {element} from "../parts/element.js";
import type {Event} from "../parts/eventMarks.js";
import {eventMarks} from "../parts/eventMarks.js";
import type {FigureOptions} from "../parts/figure.js";
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
  const lines = columns.map((column, i) => ({
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
  const format = ({format: own}: SeriesColumn, value: number): string =>
    (own ?? ((v: number) => formatNumber(v)))(value);
  const told = (column: SeriesColumn, value: number): string => column.told?.(value) ?? format(column, value);
  const panels = together ? [lines] : lines.map((line) => [line]);
  return figure(
    {
      rows,
      columns: [time, ...columns.flatMap((column) => [column, column.low, column.high])].filter(
        (column) => column !== undefined
      ),
      description: lines
        .map(({column, points}) => {
          const [start, end] = [points.at(0), points.at(-1)];
          return start && end
            ? say(
                dated ? "{0}: {1} in {2}, {3} in {4}" : "{0}: {1} at {5} {2}, {3} at {4}",
                column.label,
                told(column, start.value),
                String(start.at),
                told(column, end.value),
                String(end.at),
                time.label.toLowerCase()
              )
            : say("{0}: no values", column.label);
        })
        .join("; ")
        .concat("."),
      remarks: [bands.length > 0 ? say("Bands are 95 % intervals.") : undefined, absenceNote(rows, columns)],
      draw: (place) =>
        element(
          place.document,
          "div",
          {},
          ...panels.map((panel, i) => {
            const first = panel[0]?.column;
            const last = i === panels.length - 1;
            const {
              rules,
              names: happened,
              room
            } = eventMarks(events, [years.at(0) ?? 0, years.at(-1) ?? 0], place.width - 96);
            const above = i === 0 ? room : 0;
            const names = together
              ? lineNames(
                  panel.map(({column: {label}, mark: {color}, points}) => ({label, color, points})),
                  {width: place.width - 96, height: height - 80}
                )
              : [];
            return chart(
              [
                ...absenceMarks(
                  gapsAlong(
                    rows,
                    time,
                    panel.map(({column}) => column)
                  ),
                  "x",
                  {...place, id: `${place.id}-${i}`}
                ),
                rules,
                ...(i === 0 ? happened : []),
                ...panel.flatMap(({points, mark, column}) => [
                  Plot.areaY(bandOf(rows, time, column), {
                    x: "at",
                    y1: "low",
                    y2: "high",
                    fill: mark.color,
                    fillOpacity: 0.16
                  }),
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
                ]),
                ...names
              ],
              {...place, id: `${place.id}-${i}`},
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
                y: {nice: true, insetBottom: together ? 26 : zero ? 0 : 6, ...(zero ? {zero: true} : {})}
              }
            );
          })
        )
    },
    options
  );
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
