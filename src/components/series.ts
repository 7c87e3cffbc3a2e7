import * as Plot from "@observablehq/plot";
import {absenceMarks, gapsAlong} from "./absenceMarks.js";
import {absenceNote} from "./absence.js";
import {chart} from "./chart.js";
import type {Column, Row} from "./column.js";
import {columnTitle, numberIn, requireColumns} from "./column.js";
import {element} from "./element.js";
import type {FigureOptions} from "./figure.js";
import {figure} from "./figure.js";
import {formatNumber} from "./formatNumber.js";
import {roleInTurn, roleMark} from "./role.js";

export interface SeriesColumn extends Column {
  format?: (value: number) => string;
}

export interface SeriesOptions extends FigureOptions {
  height?: number;
  /** all columns in one panel on one axis, each named at its end; else a panel for each */
  together?: boolean;
  /** whether the axis starts at zero */
  zero?: boolean;
}

/** Measures through the years, a panel for each, or together where they share a unit. */
export function series(
  rows: readonly Row[],
  {time, columns}: {time: Column; columns: readonly SeriesColumn[]},
  {height = 150, together = false, zero = false, ...options}: SeriesOptions = {}
): HTMLElement {
  requireColumns(rows, [time, ...columns]);
  const lines = columns.map((column, i) => ({
    column,
    mark: roleMark(column.role ?? roleInTurn(i)),
    points: rows.flatMap((row) => {
      const [at, value] = [numberIn(row, time), numberIn(row, column)];
      return at === null || value === null ? [] : [{at, value}];
    })
  }));
  const endsAt = (at: 0 | -1): {name: string; value: number}[] =>
    lines.map(({column, points}) => ({name: column.name, value: points.at(at)?.value ?? Infinity}));
  const apart = (ends: readonly {value: number}[]): number =>
    Math.max(...ends.map(({value}) => value)) - Math.min(...ends.map(({value}) => value));
  const named = apart(endsAt(0)) > apart(endsAt(-1)) ? 0 : -1;
  const ends = endsAt(named);
  const lowest = ends.toSorted((a, b) => a.value - b.value)[0]?.name;
  const isLowest = (name: string): boolean => lines.length > 1 && name === lowest;
  const years = rows.flatMap((row) => numberIn(row, time) ?? []);
  const format = ({format: own}: SeriesColumn, value: number): string =>
    (own ?? ((v: number) => formatNumber(v)))(value);
  const panels = together ? [lines] : lines.map((line) => [line]);
  return figure(
    {
      rows,
      columns: [time, ...columns],
      description: lines
        .map(({column, points}) => {
          const [start, end] = [points.at(0), points.at(-1)];
          return start && end
            ? `${column.label}: ${format(column, start.value)} in ${start.at}, ${format(column, end.value)} in ${end.at}`
            : `${column.label}: no values`;
        })
        .join("; ")
        .concat("."),
      remarks: [absenceNote(rows, columns)],
      draw: (place) =>
        element(
          place.document,
          "div",
          {},
          ...panels.map((panel, i) => {
            const first = panel[0]?.column;
            const drawn = chart(
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
                ...panel.flatMap(({points, mark, column}) => [
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
                    stroke: mark.color
                  }),
                  together
                    ? Plot.text(named === 0 ? points.slice(0, 1) : points.slice(-1), {
                        x: "at",
                        y: "value",
                        text: () => column.label,
                        dy: isLowest(column.name) ? 16 : -12,
                        textAnchor: named === 0 ? "start" : "end",
                        fill: mark.color,
                        fontSize: 12
                      })
                    : null
                ])
              ],
              {...place, id: `${place.id}-${i}`},
              {
                height,
                marginLeft: 60,
                marginRight: 20,
                yLabel: together ? undefined : first && columnTitle(first),
                xTicks: [...new Set(years)]
                  .toSorted((a, b) => a - b)
                  .filter((_, k, all) => place.width > 520 || all.length < 6 || k % 2 === 0),
                xFormat: (year) => String(year),
                yTicks: height < 110 ? 2 : 4,
                yFormat: first?.format,
                x: {domain: [Math.min(...years), Math.max(...years)], inset: 8},
                insetBottom: together ? 18 : 0,
                y: {nice: true, insetBottom: zero ? 0 : 6, ...(zero ? {zero: true} : {})}
              }
            );
            return drawn;
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
