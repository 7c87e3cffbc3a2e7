import * as Plot from "@observablehq/plot";
import {absenceNote} from "../parts/absence.js";
import type {Column, Row} from "../parts/column.js";
import {requireColumns, textIn} from "../parts/column.js";
import {columnCell} from "../parts/columnCell.js";
import type {FigureOptions} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {tileGrid} from "../parts/tileGrid.js";
import {absentTiles, tilesOf} from "./tiles.js";
import {percent} from "../../words/numbers.js";
import {say} from "../../words/say.js";

export interface TransitionsOptions extends FigureOptions {
  /** the states in their order; without it, as the rows name them */
  states?: readonly string[];
}

/** Of those in each state before, the share in each state after; who stayed is framed. */
export function transitions(
  rows: readonly Row[],
  {from, to, n, ...shares}: {from: Column; to: Column; share: Column; n?: Column},
  {states, ...options}: TransitionsOptions = {}
): HTMLElement {
  const share = {...shares.share, share: true, digits: 0};
  requireColumns(rows, [from, to, share, n]);
  const tiles = tilesOf(rows, {x: to, y: from, value: share});
  const order = states ?? [...new Set(tiles.flatMap(({x, y}) => [y, x]))];
  const absent = absentTiles(tiles, order, order);
  const stayed = tiles.filter(({x, y}) => x === y);
  const nameOf = (state: string): string => {
    const row = n && rows.find((one) => textIn(one, from) === state);
    return row && n ? `${state}, n ${columnCell(row, n)}` : state;
  };
  return figure(
    {
      rows,
      columns: [from, to, n, share].filter((column) => column !== undefined),
      description: say(
        "{0}, from {1} to {2}; stayed: {3}.",
        share.label,
        from.label.toLowerCase(),
        to.label.toLowerCase(),
        stayed
          .map(
            ({x, value, absence}) =>
              `${x} ${value === null ? (absence === "suppressed" ? "withheld" : "missing") : percent(value)}`
          )
          .join(", ")
      ),
      remarks: [
        say(
          "Rows are {0}, columns {1}; a row's shares make a whole. Framed: the same in both.",
          from.label.toLowerCase(),
          to.label.toLowerCase()
        ),
        absenceNote(rows, [share]),
        absent.length > 0 ? say("Pairs without a row are dotted too.") : undefined
      ],
      draw: (place) =>
        tileGrid([...tiles, ...absent], place, {
          across: order,
          down: order,
          heat: (value) => value,
          format: (value) => percent(value),
          nameOf,
          rowHeight: 44,
          marks: [
            Plot.cell(stayed, {
              x: "x",
              y: "y",
              inset: 1,
              fill: "none",
              stroke: "var(--ink)",
              strokeWidth: 1.75,
              pointerEvents: "none"
            })
          ]
        })
    },
    options
  );
}
