import * as Plot from "@observablehq/plot";
import {absenceNote} from "./absence.js";
import {chart} from "./chart.js";
import type {Column, Row} from "./column.js";
import {numberIn, requireColumns} from "./column.js";
import {element} from "./element.js";
import type {FigureOptions} from "./figure.js";
import {figure} from "./figure.js";
import {formatNumber} from "./formatNumber.js";
import {legend} from "./legend.js";
import {rowLabels} from "./rowLabels.js";
import {tileFill, tileMarks, tilesOf} from "./tiles.js";
import {wrapText} from "./wrapText.js";

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
  const seen = new Set(tiles.map(({x, y}) => JSON.stringify([x, y])));
  const absent = units.flatMap((y) =>
    years.flatMap((x) =>
      seen.has(JSON.stringify([x, y]))
        ? []
        : [{x, y, value: null, absence: "missing" as const, words: `${y}, ${x}: no row`}]
    )
  );
  const counts = tiles.flatMap(({value}) => value ?? []);
  const most = Math.max(1, ...counts);
  const withheld = tiles.filter(({absence}) => absence === "suppressed").length;
  const missing = units.length * years.length - counts.length - withheld;
  return figure(
    {
      rows,
      columns: [unit, time, n],
      description:
        `${n.label} of ${units.length} units in ${years.length} years: ${counts.length} cells with data, ` +
        `${withheld} withheld, ${missing} missing.`,
      remarks: [
        absenceNote(rows, [n]),
        absent.length > 0 ? `${absent.length} pairs of unit and year have no row; they too are dotted.` : undefined
      ],
      draw: (place) => {
        const height = units.length > 20 ? 14 : 22;
        const marginLeft = Math.min(180, rowLabels(units, {width: 680}).marginLeft, place.width * 0.36);
        const room = (place.width - marginLeft - 16) / years.length;
        const heat = (value: number): number => Math.sqrt(value / most);
        const axis = {tickSize: 0, label: null, color: "var(--ink)"};
        const format = (value: number): string => formatNumber(value, {digits: 0});
        return element(
          place.document,
          "div",
          {},
          legend(
            [
              {label: `1 ${n.label.toLowerCase()}`, shape: "tile", color: tileFill(heat(1))},
              {label: format(most), shape: "tile", color: tileFill(1)},
              ...(withheld > 0 ? [{label: "withheld", shape: "suppressed" as const}] : []),
              ...(missing > 0 ? [{label: "missing", shape: "missing" as const}] : [])
            ],
            place
          ),
          chart(
            [
              ...tileMarks([...tiles, ...absent], place, {heat, format: room > 34 && height > 18 ? format : undefined}),
              Plot.axisX(
                years.filter((_, i) => i % Math.ceil(36 / room) === 0),
                {...axis, anchor: "top"}
              ),
              Plot.axisY({...axis, tickFormat: (name: string) => wrapText(name, marginLeft - 14, {lines: 1})[0] ?? ""})
            ],
            place,
            {
              height: units.length * height + 34,
              marginLeft,
              marginTop: 28,
              marginBottom: 6,
              xAxis: false,
              yAxis: false,
              x: {type: "band", domain: years},
              y: {type: "band", domain: units},
              color: {type: "identity"}
            }
          )
        );
      }
    },
    options
  );
}
