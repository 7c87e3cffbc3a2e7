import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {absenceOf} from "../parts/absence.js";
import type {Column, Row} from "../parts/column.js";
import {columnCell} from "../parts/columnCell.js";
import {numberIn, textIn} from "../parts/column.js";
import type {Place} from "../parts/figure.js";
import {hatchFill} from "../parts/hatch.js";
import {say} from "../../words/say.js";

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
    words: `${textIn(row, y)}, ${textIn(row, x)}: ${columnCell(row, value)}`
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
          fill: ({value}: Present) => `var(--sequential-${stepOf(heat(value))}-text)`,
          pointerEvents: "none"
        })
      : null
  ];
}

const steps = 7;

/** The colour of a tile between the faintest, 0, and the strongest, 1, in seven steps. */
export function tileFill(heat: number): string {
  return `var(--sequential-${stepOf(heat)})`;
}

/** The tiles of the pairs of x and y that no row has, as missing. */
export function absentTiles(tiles: readonly Tile[], across: readonly string[], down: readonly string[]): Tile[] {
  const seen = new Set(tiles.map(({x, y}) => JSON.stringify([x, y])));
  return down.flatMap((y) =>
    across.flatMap((x) =>
      seen.has(JSON.stringify([x, y]))
        ? []
        : [{x, y, value: null, absence: "missing" as const, words: say("{0}, {1}: no row", y, x)}]
    )
  );
}

function stepOf(heat: number): number {
  return 1 + Math.max(0, Math.min(steps - 1, Math.floor(steps * heat)));
}
