import {greatestOf} from "../../stats/description/greatestOf.js";
import {absenceNote} from "../parts/absence.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns} from "../parts/column.js";
import {dumbbell} from "./dumbbell.js";
import type {FigureOptions} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatNumber} from "../../words/formatNumber.js";
import {say, unitName} from "../../words/say.js";
import {count} from "../../words/numbers.js";

export interface ShrinkageColumns {
  label: Column;
  /** the group's own mean */
  raw: Column;
  /** the mean drawn towards the middle, as far as the group is small */
  shrunken: Column;
  low?: Column;
  high?: Column;
  n?: Column;
}

export interface ShrinkageOptions extends FigureOptions {
  /** what the means are drawn towards */
  middle?: number;
}

/** Each group's own mean and what is left of it when small groups borrow from all, highest first. */
export function shrinkage(
  rows: readonly Row[],
  {label, raw, shrunken, low, high, n}: ShrinkageColumns,
  {middle, ...options}: ShrinkageOptions = {}
): HTMLElement {
  const columns = [label, n, raw, shrunken, low, high].filter((column) => column !== undefined);
  requireColumns(rows, columns);
  const sorted = rows.toSorted(
    (a, b) => (numberIn(b, shrunken) ?? -Infinity) - (numberIn(a, shrunken) ?? -Infinity) || 0
  );
  const moves = rows.flatMap((row) => {
    const [from, to] = [numberIn(row, raw), numberIn(row, shrunken)];
    return from === null || to === null ? [] : [Math.abs(to - from)];
  });
  const far =
    moves.length === 0 ? "" : say("; adjustment moves an average by {0} at most", formatNumber(greatestOf(moves)));
  return figure(
    {
      rows: sorted,
      columns,
      description: say(
        "{0} of {1} of {2} groups{3}.",
        columnTitle(shrunken),
        count(moves.length),
        count(rows.length),
        far
      ),
      remarks: [low && high ? say("Bands are 95 % intervals.") : undefined, absenceNote(rows, [shrunken])],
      draw: (place) =>
        dumbbell(sorted, {label, from: raw, to: shrunken, low, high}, place, {
          rule: middle === undefined ? undefined : {at: middle, label: say("all {0}", formatNumber(middle))},
          xLabel: shrunken.unit && unitName(shrunken.unit)
        })
    },
    options
  );
}
