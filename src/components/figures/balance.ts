import {absenceNote} from "../parts/absence.js";
import type {Column, Row} from "../parts/column.js";
import {numberIn, requireColumns, textIn} from "../parts/column.js";
import {dumbbell} from "./dumbbell.js";
import type {FigureOptions} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatNumber} from "../../words/formatNumber.js";

export interface BalanceOptions extends FigureOptions {
  /** a standardised difference under this is called small */
  small?: number;
  /** above this, no adjustment is trusted to mend it (What Works Clearinghouse 2022) */
  large?: number;
}

/** How unlike the groups are in what they brought, before adjustment and after, the least alike first. */
export function balance(
  rows: readonly Row[],
  {covariate, before, after}: {covariate: Column; before: Column; after: Column},
  {small = 0.05, large = 0.25, ...options}: BalanceOptions = {}
): HTMLElement {
  requireColumns(rows, [covariate, before, after]);
  const size = (row: Row, column: Column): number => Math.abs(numberIn(row, column) ?? 0);
  const sorted = rows.toSorted((a, b) => size(b, before) - size(a, before));
  const unlike = (column: Column): string =>
    rows.flatMap((row) => (size(row, column) > large ? [textIn(row, covariate)] : [])).join(", ") || "none";
  return figure(
    {
      rows: sorted,
      columns: [covariate, before, after],
      description:
        `${rows.length} characteristics; further apart than ${formatNumber(large, {digits: 2})} standard deviations: ` +
        `${before.label.toLowerCase()}, ${unlike(before)}; ${after.label.toLowerCase()}, ${unlike(after)}.`,
      remarks: [
        `Within the dark band, ${formatNumber(small, {digits: 2})} standard deviations, groups are alike; ` +
          `outside the light one, ${formatNumber(large, {digits: 2})}, no adjustment is trusted.`,
        absenceNote(rows, [before, after])
      ],
      draw: (place) =>
        dumbbell(sorted, {label: covariate, from: before, to: after}, place, {
          rule: {at: 0, label: "alike"},
          bands: [large, small],
          xLabel: "standardised difference"
        })
    },
    options
  );
}
