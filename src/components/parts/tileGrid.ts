import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {chart} from "./chart.js";
import {element} from "./element.js";
import type {Place} from "./figure.js";
import type {LegendEntry} from "./legend.js";
import {legend} from "./legend.js";
import {rowLabels} from "./rowLabels.js";
import {textWidth} from "./textWidth.js";
import type {Tile} from "../figures/tiles.js";
import {tileFill, tileMarks} from "../figures/tiles.js";
import {wrapText} from "./wrapText.js";
import {say} from "../../words/say.js";

export interface TileGridOptions {
  across: readonly string[];
  down: readonly string[];
  /** where a value lies between the faintest, 0, and the strongest, 1 */
  heat: (value: number) => number;
  format: (value: number) => string;
  /** what the tiles' numbers are: named in a legend from the least to the most; without it, no legend */
  label?: string;
  /** the name of a row, if it is not the row itself */
  nameOf?: (row: string) => string;
  rowHeight?: number;
  /** drawn over the tiles */
  marks?: readonly Markish[];
}

const gap = 2;

/** Tiles in rows and columns, their names at the left and above, their numbers in them where there is room. */
export function tileGrid(
  tiles: readonly Tile[],
  place: Place,
  {across, down, heat, format, label, nameOf = (row) => row, rowHeight = 24, marks = []}: TileGridOptions
): HTMLElement {
  const names = down.map(nameOf);
  const marginLeft = Math.min(200, rowLabels(names, {width: 680}).marginLeft, place.width * 0.36);
  const wrapped = new Map(down.map((row) => [row, wrapText(nameOf(row), marginLeft - 14)]));
  const lines = greatestOf(
    Array.from(wrapped.values(), ({length}) => length),
    1
  );
  const height = Math.max(rowHeight, lines > 1 ? 32 : 0);
  const room = (place.width - marginLeft - 20) / across.length;
  const numbers = tiles.flatMap(({value}) => value ?? []);
  const wide = greatestOf(
    numbers.map((value) => textWidth(format(value))),
    0
  );
  const axis = {tickSize: 0, label: null, color: "var(--ink)"};
  const grid = chart(
    [
      ...tileMarks(tiles, place, {heat, format: wide + gap + 4 < room && height > 16 ? format : undefined}),
      ...marks,
      Plot.axisX({
        ...axis,
        anchor: "top",
        tickFormat: (name: string) => wrapText(name, Math.max(room - 4, 32), {lines: 1})[0] ?? ""
      }),
      Plot.axisY({...axis, tickFormat: (name: string) => wrapped.get(name)?.join("\n") ?? "", lineHeight: 14 / 12})
    ],
    place,
    {
      height: down.length * height + 32,
      marginLeft,
      marginTop: 28,
      marginBottom: 4,
      xAxis: false,
      yAxis: false,
      x: {type: "band", domain: across, padding: 0},
      y: {type: "band", domain: down, padding: 0},
      color: {type: "identity"}
    }
  );
  const entries = label === undefined ? [] : entriesOf(tiles, {label, heat, format});
  return element(place.document, "div", {}, entries.length > 0 && legend(entries, place), grid);
}

function entriesOf(
  tiles: readonly Tile[],
  {label, heat, format}: Pick<TileGridOptions, "heat" | "format"> & {label: string}
): LegendEntry[] {
  const numbers = tiles.flatMap(({value}) => value ?? []);
  const [least, most] = [leastOf(numbers), greatestOf(numbers)];
  const has = (absence: Tile["absence"]): boolean => tiles.some((tile) => tile.absence === absence);
  return [
    ...(numbers.length > 0
      ? [{label: `${label}: ${format(least)}`, shape: "tile" as const, color: tileFill(heat(least))}]
      : []),
    ...(most > least ? [{label: format(most), shape: "tile" as const, color: tileFill(heat(most))}] : []),
    ...(has("suppressed") ? [{label: say("withheld"), shape: "suppressed" as const}] : []),
    ...(has("missing") ? [{label: say("missing"), shape: "missing" as const}] : [])
  ];
}
