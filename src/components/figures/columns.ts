import * as Plot from "@observablehq/plot";
import {absenceNote} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns} from "../parts/column.js";
import type {FigureOptions} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatNumber} from "../../words/formatNumber.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

export interface ColumnsOptions extends FigureOptions {
  height?: number;
  format?: (value: number) => string;
}

/** How often a number falls in each step of its range, a column a step. */
export function columns(
  rows: readonly Row[],
  {value, step}: {value: Column; step: number},
  {height = 220, format, ...options}: ColumnsOptions = {}
): HTMLElement {
  requireColumns(rows, [value]);
  if (!(step > 0)) throw new RangeError(`invalid step; not above 0: ${step}`);
  const counts = new Map<number, number>();
  for (const row of rows) {
    const number = numberIn(row, value);
    if (number === null) continue;
    const place = Math.floor(number / step + 1e-9);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const bins = [...counts.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([place, size]) => ({from: place * step, to: (place + 1) * step, count: size}));
  const told = format ?? ((number: number) => formatNumber(number, {digits: value.digits}));
  const most = bins.toSorted((a, b) => b.count - a.count)[0];
  return figure(
    {
      rows: bins,
      columns: [
        {name: "from", label: say("{0}, from", columnTitle(value)), digits: value.digits},
        {name: "to", label: say("to below"), digits: value.digits},
        {name: "count", label: say("Number"), digits: 0}
      ],
      description: most
        ? say(
            "{0}: {1} to {2}, most often ",
            columnTitle(value),
            told(bins[0]?.from ?? 0),
            told(bins.at(-1)?.to ?? 0)
          ) + say("{0} to {1} ({2}).", told(most.from), told(most.to), count(most.count))
        : say("No values."),
      remarks: [absenceNote(rows, [value])],
      draw: (place) =>
        chart(
          [
            Plot.rectY(bins, {
              x1: "from",
              x2: "to",
              y: "count",
              fill: "var(--outcome)",
              fillOpacity: 0.75,
              inset: 0.75,
              title: (bin: (typeof bins)[number]) =>
                say("{0} to {1}: {2}", told(bin.from), told(bin.to), count(bin.count))
            }),
            Plot.ruleY([0], {stroke: "var(--ink-soft)"})
          ],
          place,
          {height, xLabel: columnTitle(value), yLabel: say("Number"), ...(format && {xFormat: format})}
        )
    },
    options
  );
}
