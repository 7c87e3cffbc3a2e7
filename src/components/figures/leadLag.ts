import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {absenceMarks, gapsAlong} from "../parts/absenceMarks.js";
import {absenceNote} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns} from "../parts/column.js";
import type {FigureOptions, Place} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatNumber} from "../../words/formatNumber.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

export interface LeadLagColumns {
  /** periods by which the outcome comes after; below zero, before */
  lag: Column;
  r: Column;
  /** the range that shifted series without a tie would give */
  nullLow?: Column;
  nullHigh?: Column;
}

export interface LeadLagOptions extends FigureOptions {
  /** what leads where the lag is above zero, and where it is below */
  leads?: {readonly above: string; readonly below: string};
  height?: number;
}

/** How two series go together when one is shifted against the other, in front of what chance would give. */
export function leadLag(
  rows: readonly Row[],
  {lag, r, nullLow, nullHigh}: LeadLagColumns,
  {
    leads = {above: say("participation first"), below: say("outcome first")},
    height = 220,
    ...options
  }: LeadLagOptions = {}
): HTMLElement {
  const columns = [lag, r, nullLow, nullHigh].filter((column) => column !== undefined);
  requireColumns(rows, columns);
  const drawn = prepare(rows, {lag, r, nullLow, nullHigh});
  const {bars, chance} = drawn;
  return figure(
    {
      rows,
      columns,
      description: describe(bars, {lag, r}),
      remarks: [
        say("Right of 0: {0}. Left of 0: {1}.", leads.above, leads.below),
        chance.length > 0 ? say("The grey band shows where 95 % of unrelated series would lie.") : undefined,
        absenceNote(rows, [r])
      ],
      draw: (place) => draw(place, drawn, {lag, r, leads, height})
    },
    options
  );
}

type Drawn = ReturnType<typeof prepare>;
type Bar = Drawn["bars"][number];

/** A bar at each shift, and the range that chance would give there. */
function prepare(rows: readonly Row[], {lag, r, nullLow, nullHigh}: LeadLagColumns) {
  const sorted = rows.toSorted((a, b) => (numberIn(a, lag) ?? 0) - (numberIn(b, lag) ?? 0));
  const bars = sorted.flatMap((row) => {
    const [at, value] = [numberIn(row, lag), numberIn(row, r)];
    if (at === null || value === null) return [];
    const said = `${formatNumber(at, {signed: true, digits: 0})}: r ${formatNumber(value, {digits: 2, signed: true})}`;
    return [{at, value, said, words: `${lag.label} ${said}`}];
  });
  const chance = sorted.flatMap((row) => {
    const [at, from, to] = [numberIn(row, lag), nullLow && numberIn(row, nullLow), nullHigh && numberIn(row, nullHigh)];
    return at === null || typeof from !== "number" || typeof to !== "number" ? [] : [{at, from, to}];
  });
  return {bars, chance, gaps: gapsAlong(sorted, lag, [r]), lags: sorted.flatMap((row) => numberIn(row, lag) ?? [])};
}

function describe(bars: readonly Bar[], {lag, r}: Pick<LeadLagColumns, "lag" | "r">): string {
  const strongest = bars.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];
  return say(
    "{0} at {1} shifts: {2}{3}.",
    columnTitle(r),
    count(bars.length),
    `${lag.label} ${bars.map(({said}) => said).join("; ")}`,
    strongest ? say("; strongest at {0}", formatNumber(strongest.at, {signed: true, digits: 0})) : ""
  );
}

const colour = ({at}: Bar): string => (at === 0 ? "var(--emphasis)" : "var(--outcome)");

type Look = Pick<LeadLagColumns, "lag" | "r"> & Required<Pick<LeadLagOptions, "leads" | "height">>;

function draw(place: Place, {bars, chance, gaps, lags}: Drawn, {lag, r, leads, height}: Look): SVGSVGElement {
  return chart(
    [
      Plot.areaY(
        chance.flatMap(({at, ...range}) => [-0.5, 0.5].map((half) => ({at: at + half, ...range}))),
        {x: "at", y1: "from", y2: "to", fill: "var(--reference)", fillOpacity: 0.16}
      ),
      ...absenceMarks(gaps, "x", place),
      Plot.ruleY([0], {stroke: "var(--edge)"}),
      Plot.ruleX(bars, {x: "at", y1: () => 0, y2: "value", stroke: colour, strokeWidth: 2.5}),
      Plot.dot(bars, {x: "at", y: "value", r: 4.5, fill: colour, title: "words"}),
      ...nameMarks(bars, leads)
    ],
    place,
    {
      height,
      marginLeft: 48,
      marginTop: 54,
      xLabel: columnTitle(lag),
      yLabel: columnTitle(r),
      xTicks: lags,
      xFormat: (at) => formatNumber(at, {signed: true, digits: 0}),
      yFormat: (value) => formatNumber(value, {signed: true, digits: 1}),
      yTicks: [-1, -0.5, 0, 0.5, 1],
      x: {inset: 4},
      y: {domain: [-1, 1]},
      color: {type: "identity"}
    }
  );
}

/** What leads on either side, and between them the same time. */
function nameMarks(bars: readonly Bar[], leads: Look["leads"]): Markish[] {
  return [
    ...bars
      .filter(({at}) => at === 0)
      .map(({at, value}) =>
        Plot.text([say("same time")], {
          x: () => at,
          y: () => 0,
          dy: value < 0 ? -12 : 12,
          fill: "var(--emphasis)",
          stroke: "var(--paper)",
          strokeWidth: 3
        })
      ),
    Plot.text([`\u2190 ${leads.below}`], {
      frameAnchor: "top-left",
      textAnchor: "start",
      dx: 4,
      dy: -14,
      fill: "var(--ink)"
    }),
    Plot.text([`${leads.above} \u2192`], {
      frameAnchor: "top-right",
      textAnchor: "end",
      dy: -14,
      fill: "var(--ink)"
    })
  ];
}
