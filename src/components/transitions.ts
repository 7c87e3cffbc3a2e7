import * as Plot from "@observablehq/plot";
import {absenceNote} from "./absence.js";
import {chart} from "./chart.js";
import type {Column, Row} from "./column.js";
import {requireColumns} from "./column.js";
import type {FigureOptions} from "./figure.js";
import {figure} from "./figure.js";
import {formatNumber} from "./formatNumber.js";
import {rowLabels} from "./rowLabels.js";
import {tileMarks, tilesOf} from "./tiles.js";
import {wrapText} from "./wrapText.js";

export interface TransitionsOptions extends FigureOptions {
  /** the states in their order; without it, as the rows name them */
  states?: readonly string[];
}

/** Of those in each state before, the share in each state after; who stayed is framed. */
export function transitions(
  rows: readonly Row[],
  {from, to, share, n}: {from: Column; to: Column; share: Column; n?: Column},
  {states, ...options}: TransitionsOptions = {}
): HTMLElement {
  requireColumns(rows, [from, to, share, n]);
  const tiles = tilesOf(rows, {x: to, y: from, value: share});
  const order = states ?? [...new Set(tiles.flatMap(({x, y}) => [y, x]))];
  const stayed = tiles.filter(({x, y}) => x === y);
  const percent = (value: number): string => formatNumber(100 * value, {digits: 0, unit: "%"});
  return figure(
    {
      rows,
      columns: [from, to, n, share].filter((column) => column !== undefined),
      description: `${share.label}, from ${from.label.toLowerCase()} to ${to.label.toLowerCase()}; stayed: ${stayed
        .map(
          ({x, value, absence}) =>
            `${x} ${value === null ? (absence === "suppressed" ? "withheld" : "missing") : percent(value)}`
        )
        .join(", ")}.`,
      remarks: [
        `Rows are ${from.label.toLowerCase()}, columns ${to.label.toLowerCase()}; a row's shares make a whole. Framed: the same in both.`,
        absenceNote(rows, [share])
      ],
      draw: (place) => {
        const height = 44;
        const marginLeft = Math.min(180, rowLabels(order, {width: 680}).marginLeft, place.width * 0.32);
        const room = (place.width - marginLeft - 16) / order.length;
        const axis = {tickSize: 0, label: null, color: "var(--ink)"};
        return chart(
          [
            ...tileMarks(tiles, place, {heat: (value) => value, format: room > 34 ? percent : undefined}),
            Plot.cell(stayed, {
              x: "x",
              y: "y",
              inset: 1,
              fill: "none",
              stroke: "var(--ink)",
              strokeWidth: 1.75,
              pointerEvents: "none"
            }),
            Plot.axisX({
              ...axis,
              anchor: "top",
              tickFormat: (name: string) => wrapText(name, room - 4, {lines: 1})[0] ?? ""
            }),
            Plot.axisY({...axis, tickFormat: (name: string) => wrapText(name, marginLeft - 14, {lines: 1})[0] ?? ""})
          ],
          place,
          {
            height: order.length * height + 40,
            marginLeft,
            marginTop: 30,
            marginBottom: 6,
            xAxis: false,
            yAxis: false,
            x: {type: "band", domain: order},
            y: {type: "band", domain: order},
            color: {type: "identity"}
          }
        );
      }
    },
    options
  );
}
