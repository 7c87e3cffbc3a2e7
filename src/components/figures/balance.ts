import {absenceNote} from "../parts/absence.js";
import type {Column, Row} from "../parts/column.js";
import {numberIn, requireColumns, textIn} from "../parts/column.js";
import {dumbbell} from "./dumbbell.js";
import type {FigureOptions} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatNumber} from "../../words/formatNumber.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

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
    rows.flatMap((row) => (size(row, column) > large ? [textIn(row, covariate)] : [])).join(say(", ")) || say("none");
  return figure(
    {
      rows: sorted,
      columns: [covariate, before, after],
      description:
        say(
          "{0} characteristics; further apart than {1} standard deviations: ",
          count(rows.length),
          formatNumber(large, {digits: 2})
        ) + `${before.label.toLowerCase()}, ${unlike(before)}; ${after.label.toLowerCase()}, ${unlike(after)}.`,
      remarks: [
        say("Within the dark band, {0} standard deviations, groups are alike; ", formatNumber(small, {digits: 2})) +
          say("outside the light one, {0}, no adjustment is trusted.", formatNumber(large, {digits: 2})),
        absenceNote(rows, [before, after])
      ],
      draw: (place) =>
        dumbbell(sorted, {label: covariate, from: before, to: after}, place, {
          rule: {at: 0, label: say("alike")},
          bands: [large, small],
          xLabel: say("standardised difference")
        })
    },
    options
  );
}
