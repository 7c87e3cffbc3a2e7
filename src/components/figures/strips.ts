import * as Plot from "@observablehq/plot";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {absenceNote} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns, textIn} from "../parts/column.js";
import type {FigureOptions} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatNumber} from "../../words/formatNumber.js";
import {wrapText} from "../parts/wrapText.js";
import {say} from "../../words/say.js";

export interface StripsOptions extends FigureOptions {
  /** what all of them vary about, as a named rule */
  rule: {readonly at: number; readonly label: string};
}

const rowHeight = 72;

/** Estimates in strips, a dot each, the ends of every strip named. */
export function strips(
  rows: readonly Row[],
  {strip, name, value}: {strip: Column; name: Column; value: Column},
  {rule, ...options}: StripsOptions
): HTMLElement {
  requireColumns(rows, [strip, name, value]);
  const groups = [...new Set(rows.map((row) => textIn(row, strip)))];
  const points = rows.flatMap((row) => {
    const at = numberIn(row, value);
    return at === null ? [] : [{at, group: groups.indexOf(textIn(row, strip)), name: textIn(row, name)}];
  });
  type Point = (typeof points)[number];
  const told = (at: number): string => formatNumber(at, {digits: value.digits, signed: true});
  const ends = groups.flatMap((label, group) => {
    const own = points.filter((point) => point.group === group).toSorted((a, b) => a.at - b.at);
    const [low, high] = [own.at(0), own.at(-1)];
    return low && high ? [{label, group, low, high}] : [];
  });
  return figure(
    {
      rows,
      columns: [strip, name, value],
      description: `${columnTitle(value)}: ${rule.label} ${told(rule.at)}; ${ends
        .map(({label, low, high}) =>
          say("{0}, {1} ({2}) to {3} ({4})", label, told(low.at), low.name, told(high.at), high.name)
        )
        .join("; ")}.`,
      remarks: [say("A dot is the estimate without what it names."), absenceNote(rows, [value], {drawn: false})],
      draw: (place) => {
        const extent = [0, rule.at, ...points.map(({at}) => at)];
        const [least, most] = [leastOf(extent), greatestOf(extent)];
        const pad = (most - least) * 0.06 || 1;
        const zero = ((pad - least) / (most - least + 2 * pad)) * (place.width - 28);
        // words begin after the rule at zero where it is at their left, so that it crosses none
        const after = zero < place.width / 4 ? zero + 8 : 0;
        return chart(
          [
            Plot.ruleX([0], {stroke: "var(--edge)"}),
            Plot.ruleX([rule.at], {stroke: "var(--emphasis)", strokeWidth: 2}),
            Plot.text([`${rule.label} ${told(rule.at)}`], {
              x: () => rule.at,
              frameAnchor: "top",
              dy: -14,
              textAnchor: rule.at > (least + most) / 2 ? "end" : "start",
              fill: "var(--ink)"
            }),
            Plot.link(ends, {
              x1: ({low}: (typeof ends)[number]) => low.at,
              x2: ({high}: (typeof ends)[number]) => high.at,
              y1: "group",
              y2: "group",
              stroke: "var(--outcome)",
              strokeWidth: 5,
              strokeOpacity: 0.16
            }),
            Plot.dot(points, {
              x: "at",
              y: "group",
              r: 3.5,
              fill: "var(--outcome)",
              fillOpacity: 0.55,
              title: (point: Point) => say("Without {0}: {1}", point.name, told(point.at))
            }),
            ...ends.flatMap(({label, group, low, high}) => {
              const words = say("{0}: {1} ({2}) to {3} ({4})", label, told(low.at), low.name, told(high.at), high.name);
              return wrapText(words, place.width - 24 - after, {lines: 2}).map((line, i, lines) =>
                Plot.text([line], {
                  y: () => group,
                  frameAnchor: "left",
                  textAnchor: "start",
                  dx: after,
                  dy: -18 - 16 * (lines.length - 1 - i),
                  fill: "var(--ink)",
                  stroke: "var(--paper)",
                  strokeWidth: 4
                })
              );
            })
          ],
          place,
          {
            height: ends.length * rowHeight + 84,
            marginLeft: 8,
            marginTop: 32,
            xLabel: columnTitle(value),
            yAxis: false,
            xFormat: told,
            x: {domain: [least - pad, most + pad]},
            y: {domain: [-0.75, ends.length - 0.65], reverse: true}
          }
        );
      }
    },
    options
  );
}
