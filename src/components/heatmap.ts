import * as Plot from "@observablehq/plot";
import {absenceNote} from "./absence.js";
import {chart} from "./chart.js";
import type {Column, Row} from "./column.js";
import {columnTitle, requireColumns} from "./column.js";
import type {FigureOptions} from "./figure.js";
import {figure} from "./figure.js";
import {formatNumber} from "./formatNumber.js";
import {tileMarks, tilesOf} from "./tiles.js";
import {wrapText} from "./wrapText.js";

export interface HeatmapOptions extends FigureOptions {
  format?: (value: number) => string;
  rowHeight?: number;
}

/** A number for each pair of x and y as a tile, its number in it where there is room; withheld hatched, missing dotted. */
export function heatmap(
  rows: readonly Row[],
  {x, y, value}: {x: Column; y: Column; value: Column},
  {format = (number) => formatNumber(number, {digits: value.digits}), rowHeight = 28, ...options}: HeatmapOptions = {}
): HTMLElement {
  requireColumns(rows, [x, y, value]);
  const tiles = tilesOf(rows, {x, y, value});
  const numbers = tiles.flatMap((tile) => (tile.value === null ? [] : [tile.value]));
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const heat = (number: number): number => (high > low ? (number - low) / (high - low) : 0.5);
  const [across, down] = [[...new Set(tiles.map((tile) => tile.x))], [...new Set(tiles.map((tile) => tile.y))]];
  const range = numbers.length === 0 ? "no values" : `${format(low)} to ${format(high)}`;
  return figure(
    {
      rows,
      columns: [y, x, value],
      description: `${columnTitle(value)} for ${down.length} × ${across.length} of ${y.label.toLowerCase()} and ${x.label.toLowerCase()}: ${range}.`,
      remarks: [
        numbers.length === 0 ? undefined : `Darker or brighter is further from ${format(low)}.`,
        absenceNote(rows, [value])
      ],
      draw(place) {
        const marginLeft = Math.min(180, place.width * 0.36);
        const room = (place.width - marginLeft - 16) / across.length > 44;
        return chart(
          [
            ...tileMarks(tiles, place, {heat, format: room ? format : undefined}),
            Plot.axisX({tickSize: 0, label: null, color: "var(--ink-soft)", tickRotate: room ? 0 : -45}),
            Plot.axisY({
              tickSize: 0,
              label: null,
              color: "var(--ink)",
              tickFormat: (name: string) => wrapText(name, marginLeft - 14, {lines: 1})[0] ?? ""
            })
          ],
          place,
          {
            height: down.length * rowHeight + (room ? 34 : 74),
            marginLeft,
            marginTop: 6,
            marginBottom: room ? 28 : 68,
            xAxis: false,
            yAxis: false,
            x: {type: "band", domain: across},
            y: {type: "band", domain: down},
            color: {type: "identity"}
          }
        );
      }
    },
    options
  );
}
