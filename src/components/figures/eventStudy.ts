import * as Plot from "@observablehq/plot";
import {absenceMarks, gapsAlong} from "../parts/absenceMarks.js";
import {absenceNote} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns} from "../parts/column.js";
import type {FigureOptions} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatEstimate} from "../parts/formatEstimate.js";
import {formatNumber} from "../../words/formatNumber.js";
import {say} from "../../words/say.js";

export interface EventStudyColumns {
  /** periods from the start, 0 the first with it */
  time: Column;
  estimate: Column;
  low: Column;
  high: Column;
  /** the band that holds for all periods at once, if there is one */
  uniformLow?: Column;
  uniformHigh?: Column;
}

/** Effects by time from the start: pointwise intervals as lines, the uniform band behind, before the start drawn open. */
export function eventStudy(
  rows: readonly Row[],
  {time, estimate, low, high, uniformLow, uniformHigh}: EventStudyColumns,
  {level = 95, height = 300, ...options}: FigureOptions & {level?: number; height?: number} = {}
): HTMLElement {
  const columns = [time, estimate, low, high, uniformLow, uniformHigh].filter((column) => column !== undefined);
  requireColumns(rows, columns);
  const points = rows
    .flatMap((row) => {
      const [at, value] = [numberIn(row, time), numberIn(row, estimate)];
      if (at === null || value === null) return [];
      const [from, to] = [numberIn(row, low), numberIn(row, high)];
      return [
        {
          at,
          value,
          from,
          to,
          words: `${formatNumber(at, {signed: true, digits: 0})}: ${formatEstimate(value, from, to, {signed: true})}`
        }
      ];
    })
    .toSorted((a, b) => a.at - b.at);
  const banded = uniformLow && uniformHigh ? bandOf(rows, {time, estimate, low: uniformLow, high: uniformHigh}) : [];
  const begun = points.some(({at}) => at < 0) && points.some(({at}) => at >= 0);
  return figure(
    {
      rows,
      columns,
      description: say(
        "{0} by {1}: {2}.",
        columnTitle(estimate),
        time.label.toLowerCase(),
        points.map(({words}) => words).join("; ")
      ),
      remarks: [
        say(
          "Lines are {0} % intervals, each period alone{1}.",
          formatNumber(level),
          banded.length > 0 ? say("; the band holds for all at once") : ""
        ),
        points.some(({at}) => at < 0) ? say("Open marks lie before the start.") : undefined,
        absenceNote(rows, [estimate])
      ],
      draw: (place) =>
        chart(
          [
            ...absenceMarks(gapsAlong(rows, time, [estimate]), "x", place),
            Plot.areaY(banded, {x: "at", y1: "from", y2: "to", fill: "var(--outcome)", fillOpacity: 0.16}),
            Plot.ruleY([0], {stroke: "var(--edge)"}),
            begun ? Plot.ruleX([-0.5], {stroke: "var(--edge)", strokeDasharray: "2 3"}) : null,
            begun
              ? Plot.text([say("start")], {
                  x: () => -0.5,
                  frameAnchor: "top",
                  lineAnchor: "bottom",
                  dy: -4,
                  fill: "var(--ink-soft)"
                })
              : null,
            Plot.link(
              points.filter(({from, to}) => from !== null && to !== null),
              {x1: "at", x2: "at", y1: "from", y2: "to", stroke: "var(--outcome)", strokeWidth: 2}
            ),
            Plot.dot(points, {
              x: "at",
              y: "value",
              r: 4.5,
              symbol: "diamond",
              stroke: "var(--outcome)",
              strokeWidth: 1.75,
              fill: ({at}: {at: number}) => (at < 0 ? "var(--paper)" : "var(--outcome)"),
              title: "words"
            })
          ],
          place,
          {
            height,
            marginTop: 40,
            xLabel: columnTitle(time),
            yLabel: columnTitle(estimate),
            xTicks: rows.flatMap((row) => numberIn(row, time) ?? []),
            xFormat: (at) => formatNumber(at, {signed: true, digits: 0}),
            x: {inset: 12},
            y: {nice: true},
            color: {type: "identity"}
          }
        )
    },
    options
  );
}

/** The band in time, without a number where the estimate has none, so that nothing is drawn across. */
function bandOf(
  rows: readonly Row[],
  {time, estimate, low, high}: Record<"time" | "estimate" | "low" | "high", Column>
): {at: number; from: number; to: number}[] {
  return rows
    .flatMap((row) => {
      const at = numberIn(row, time);
      const known = numberIn(row, estimate) !== null;
      const [from, to] = known ? [numberIn(row, low) ?? NaN, numberIn(row, high) ?? NaN] : [NaN, NaN];
      return at === null ? [] : [{at, from, to}];
    })
    .toSorted((a, b) => a.at - b.at);
}
