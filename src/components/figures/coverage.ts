import {greatestOf} from "../../stats/description/greatestOf.js";
import {absenceNote} from "../parts/absence.js";
import type {Column, Row} from "../parts/column.js";
import {numberIn, requireColumns} from "../parts/column.js";
import type {FigureOptions} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatNumber} from "../../words/formatNumber.js";
import {tileGrid} from "../parts/tileGrid.js";
import {absentTiles, tilesOf} from "./tiles.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

/** Which units have data in which years, how many, where they are withheld and where there are none. */
export function coverage(
  rows: readonly Row[],
  {unit, time, n}: {unit: Column; time: Column; n: Column},
  options: FigureOptions = {}
): HTMLElement {
  requireColumns(rows, [unit, time, n]);
  const years = [...new Set(rows.flatMap((row) => numberIn(row, time) ?? []))].toSorted((a, b) => a - b).map(String);
  const tiles = tilesOf(rows, {x: time, y: unit, value: n});
  const units = [...new Set(tiles.map(({y}) => y))];
  const absent = absentTiles(tiles, years, units);
  const counts = tiles.flatMap(({value}) => value ?? []);
  const most = greatestOf(counts, 1);
  const withheld = tiles.filter(({absence}) => absence === "suppressed").length;
  const missing = units.length * years.length - counts.length - withheld;
  return figure(
    {
      rows,
      columns: [unit, time, n],
      description:
        say(
          "{0} of {1} units in {2} years: {3} cells with data, ",
          n.label,
          count(units.length),
          count(years.length),
          count(counts.length)
        ) + say("{0} withheld, {1} missing.", count(withheld), count(missing)),
      remarks: [
        absenceNote(rows, [n]),
        absent.length > 0
          ? say("{0} pairs of unit and year have no row; they too are dotted.", count(absent.length))
          : undefined
      ],
      draw: (place) =>
        tileGrid([...tiles, ...absent], place, {
          across: years,
          down: units,
          heat: (value) => Math.sqrt(value / most),
          format: (value) => formatNumber(value, {digits: 0}),
          rowHeight: units.length > 20 ? 14 : 22,
          label: n.label
        })
    },
    options
  );
}
