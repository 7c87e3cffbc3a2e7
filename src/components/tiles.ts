import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {absenceOf} from "./absence.js";
import type {Column, Row} from "./column.js";
import {numberIn, textIn} from "./column.js";
import type {Place} from "./figure.js";
import {formatCell} from "./formatCell.js";
import {hatchFill} from "./hatch.js";

export interface Tile {
  readonly x: string;
  readonly y: string;
  readonly value: number | null;
  readonly absence: "suppressed" | "missing" | null;
  readonly words: string;
}

export interface TileOptions {
  /** where a value lies between the faintest, 0, and the strongest, 1 */
  heat: (value: number) => number;
  /** the number in the tile; without it, none */
  format?: (value: number) => string;
}

export function tilesOf(rows: readonly Row[], {x, y, value}: {x: Column; y: Column; value: Column}): Tile[] {
  return rows.map((row) => ({
    x: textIn(row, x),
    y: textIn(row, y),
    value: numberIn(row, value),
    absence: absenceOf(row, value),
    words: `${textIn(row, y)}, ${textIn(row, x)}: ${formatCell(row[value.name], {digits: value.digits})}`
  }));
}

/** Tiles in a single hue; withheld hatched, missing with a dotted edge. */
export function tileMarks(tiles: readonly Tile[], {id}: Place, {heat, format}: TileOptions): Markish[] {
  const present = tiles.flatMap(({value, ...tile}) => (value === null ? [] : [{...tile, value}]));
  type Present = (typeof present)[number];
  const at = {x: "x", y: "y", inset: 1, title: "words"};
  return [
    Plot.cell(present, {...at, fill: ({value}: Present) => tileFill(heat(value))}),
    Plot.cell(
      tiles.filter(({absence}) => absence === "suppressed"),
      {...at, fill: hatchFill(id), stroke: "var(--rule)"}
    ),
    Plot.cell(
      tiles.filter(({absence}) => absence === "missing"),
      {...at, fill: "var(--paper)", stroke: "var(--edge)", strokeDasharray: "1 3"}
    ),
    format
      ? Plot.text(present, {
          x: "x",
          y: "y",
          text: ({value}: Present) => format(value),
          fill: ({value}: Present) => (heat(value) > 0.5 ? "var(--paper)" : "var(--ink)"),
          pointerEvents: "none"
        })
      : null
  ];
}

/** The colour of a tile between the faintest, 0, and the strongest, 1. */
export function tileFill(heat: number): string {
  return `color-mix(in oklab, var(--sequential-high) ${Math.round(100 * heat)}%, var(--sequential-low))`;
}
