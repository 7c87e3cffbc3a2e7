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
import type {FigureOptions} from "../parts/figure.js";
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
  const lines = bands.map(({value, low, high}, i) => ({
    column: value,
    mark: roleMark(value.role ?? roleInTurn(i)),
    points: sorted.map((row) => {
      const at = numberIn(row, time) ?? NaN;
      const known = numberIn(row, value);
      return known === null
        ? {at, value: NaN, low: NaN, high: NaN}
        : {at, value: known, low: numberIn(row, low) ?? NaN, high: numberIn(row, high) ?? NaN};
    })
  }));
  const gaps = gapsAlong(
    sorted,
    time,
    bands.map(({value}) => value)
  );
  type Point = (typeof lines)[number]["points"][number];
  const words = (label: string, {at, value, low, high}: Point): string =>
    `${label}, ${formatNumber(at)}: ${low === high ? formatNumber(value) : formatEstimate(value, low, high)}`;
  const times = [...new Set(sorted.flatMap((row) => numberIn(row, time) ?? []))];
  const [first, last] = [leastOf(times), greatestOf(times)];
  const known = (points: readonly Point[]): Point[] => points.filter(({value}) => !Number.isNaN(value));
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
      remarks: [
        say("Bands are {0} % intervals, each period alone.", formatNumber(level)),
        absenceNote(
          rows,
          bands.map(({value}) => value)
        )
      ],
      draw: (place) => {
        const shown = lines
          .flatMap(({points}) => known(points).flatMap(({value, low, high}) => [value, low, high]))
          .filter((value) => !Number.isNaN(value));
        const named = eventMarks(events, [first, last], place.width - 100);
        return chart(
          [
            ...absenceMarks(gaps, "x", place),
            named.rules,
            ...named.names,
            ...lines.flatMap(({column, mark, points}) => [
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
            ]),
            ...(lines.length > 1
              ? lineNames(
                  lines.map(({column: {label}, mark: {color}, points}) => ({label, color, points: known(points)})),
                  {width: place.width - 100, height: height - 90, extent: [leastOf(shown), greatestOf(shown)]}
                )
              : [])
          ],
          place,
          {
            height: height + named.room,
            marginLeft: 52,
            marginTop: 30 + named.room,
            xLabel: time.label,
            yLabel:
              bands[0] && (bands.length === 1 ? columnTitle(bands[0].value) : unitName(bands[0].value.unit ?? "")),
            xTicks: times.filter((_, i) => place.width > 520 || times.length < 6 || i % 2 === 0),
            xFormat: (at) => String(at).replace("-", "−"),
            x: {inset: 14},
            y: {nice: true}
          }
        );
      }
    },
    options
  );
}
