import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {absenceNote} from "../parts/absence.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, requireColumns} from "../parts/column.js";
import type {FigureOptions} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatNumber} from "../../words/formatNumber.js";
import {tileGrid} from "../parts/tileGrid.js";
import {absentTiles, tilesOf} from "./tiles.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

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
  const [low, high] = [leastOf(numbers), greatestOf(numbers)];
  const heat = (number: number): number => (high > low ? (number - low) / (high - low) : 0.5);
  const [across, down] = [[...new Set(tiles.map((tile) => tile.x))], [...new Set(tiles.map((tile) => tile.y))]];
  const absent = absentTiles(tiles, across, down);
  const range = numbers.length === 0 ? say("no values") : say("{0} to {1}", format(low), format(high));
  return figure(
    {
      rows,
      columns: [y, x, value],
      description: say(
        "{0} by {1} ({2}) and {3} ({4}): {5}.",
        columnTitle(value),
        y.label.toLowerCase(),
        count(down.length),
        x.label.toLowerCase(),
        count(across.length),
        range
      ),
      remarks: [
        absenceNote(rows, [value]),
        absent.length > 0 ? say("{0} pairs have no row; they too are dotted.", count(absent.length)) : undefined
      ],
      draw: (place) =>
        tileGrid([...tiles, ...absent], place, {across, down, heat, format, rowHeight, label: columnTitle(value)})
    },
    options
  );
}
