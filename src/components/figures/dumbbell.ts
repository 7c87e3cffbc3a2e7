import * as Plot from "@observablehq/plot";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {absenceMarks} from "../parts/absenceMarks.js";
import {absenceOf} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {numberIn, textIn} from "../parts/column.js";
import {columnCell} from "../parts/columnCell.js";
import {element} from "../parts/element.js";
import type {Place} from "../parts/figure.js";
import {legend} from "../parts/legend.js";
import {rowLabels} from "../parts/rowLabels.js";

export interface DumbbellColumns {
  label: Column;
  /** the open mark */
  from: Column;
  /** the filled mark */
  to: Column;
  /** interval of the filled mark */
  low?: Column;
  high?: Column;
}

export interface DumbbellOptions {
  /** a thin rule and what it is */
  rule?: {readonly at: number; readonly label: string};
  /** how far from 0 differences are small, from the widest stretch to the narrowest */
  bands?: readonly number[];
  xLabel?: string;
}

/** so many rows are set closer, so that a sheet of paper takes them as they are */
const many = 16;

/** A row for each name with two numbers, open and filled, and the way from one to the other. */
export function dumbbell(
  rows: readonly Row[],
  {label, from, to, low, high}: DumbbellColumns,
  place: Place,
  {rule, bands = [], xLabel}: DumbbellOptions = {}
): Element {
  const placed = rows.map((row, y) => ({
    y,
    name: textIn(row, label),
    from: numberIn(row, from),
    to: numberIn(row, to),
    low: low ? numberIn(row, low) : null,
    high: high ? numberIn(row, high) : null,
    absence: absenceOf(row, to) ?? absenceOf(row, from),
    words: [label, from, to].map((column) => `${column.label}: ${columnCell(row, column)}`).join("\n")
  }));
  const whole = placed.filter(({absence}) => absence === null);
  const gaps = placed.flatMap(({y, absence, words}) =>
    absence ? [{from: y - 0.22, to: y + 0.22, absence, words}] : []
  );
  const intervals = whole.filter((row) => row.low !== null && row.high !== null);
  const values = whole.flatMap((row) => [row.from, row.to, row.low, row.high]).filter((value) => value !== null);
  const all = [...values, ...(rule ? [rule.at] : []), ...bands.flatMap((far) => [-far, far])];
  const pad = (greatestOf(all) - leastOf(all)) * 0.05 || 1;
  const labels = rowLabels(
    placed.map(({name}) => name),
    place,
    {height: placed.length < many ? 28 : 24}
  );
  return element(
    place.document,
    "div",
    {},
    legend(
      [
        {label: from.label, shape: "circle", color: "var(--reference)", open: true},
        {label: to.label, shape: "circle", color: "var(--participation)"}
      ],
      place
    ),
    chart(
      [
        Plot.rect(bands, {
          x1: (far: number) => -far,
          x2: (far: number) => far,
          fill: "var(--reference)",
          fillOpacity: 0.16
        }),
        ...absenceMarks(gaps, "y", place),
        rule ? Plot.ruleX([rule.at], {stroke: "var(--edge)"}) : null,
        rule ? Plot.text([rule.label], {x: () => rule.at, frameAnchor: "top", dy: -14, fill: "var(--ink-soft)"}) : null,
        Plot.rect(intervals, {
          x1: "low",
          x2: "high",
          y1: ({y}: {y: number}) => y - 0.16,
          y2: ({y}: {y: number}) => y + 0.16,
          fill: "var(--participation)",
          fillOpacity: 0.16
        }),
        ...(["low", "high"] as const).map((end) =>
          Plot.ruleX(intervals, {
            x: end,
            y1: ({y}: {y: number}) => y - 0.16,
            y2: ({y}: {y: number}) => y + 0.16,
            stroke: "var(--participation)"
          })
        ),
        Plot.link(whole, {x1: "from", x2: "to", y1: "y", y2: "y", stroke: "var(--reference)", strokeWidth: 1.25}),
        Plot.dot(whole, {
          x: "from",
          y: "y",
          r: 4,
          fill: "var(--paper)",
          stroke: "var(--reference)",
          strokeWidth: 1.75,
          title: "words"
        }),
        Plot.dot(whole, {x: "to", y: "y", r: 4.5, fill: "var(--participation)", title: "words"}),
        ...labels.marks
      ],
      place,
      {
        height: placed.length * labels.height + (rule ? 90 : 74),
        marginLeft: labels.marginLeft,
        marginTop: rule ? 30 : 14,
        xLabel,
        yAxis: false,
        x: values.length > 0 ? {domain: [leastOf(all) - pad, greatestOf(all) + pad]} : {domain: [-1, 1]},
        y: {domain: [-0.8, placed.length - 0.4], reverse: true}
      }
    )
  );
}
