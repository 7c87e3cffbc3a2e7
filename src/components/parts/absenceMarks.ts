import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {absenceOf} from "./absence.js";
import type {Column, Row} from "./column.js";
import {numberIn} from "./column.js";
import type {Place} from "./figure.js";
import {hatchFill} from "./hatch.js";

/** A stretch of one axis that has no number, across the whole of the other. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly absence: "suppressed" | "missing";
  readonly words: string;
}

/** The periods in which one of the columns has no number; withheld comes before missing. */
export function gapsAlong(rows: readonly Row[], time: Column, columns: readonly Column[]): Gap[] {
  return rows.flatMap((row) => {
    const at = numberIn(row, time);
    const absences = columns.map((column) => absenceOf(row, column));
    const absence = absences.includes("suppressed") ? "suppressed" : absences.includes("missing") ? "missing" : null;
    return at === null || absence === null ? [] : [{from: at - 0.4, to: at + 0.4, absence, words: `${at}: ${absence}`}];
  });
}

/** What stands where a mark would: the hatch for withheld, a dotted edge for missing. */
export function absenceMarks(gaps: readonly Gap[], along: "x" | "y", {id}: Place): Markish[] {
  const span = along === "x" ? {x1: "from", x2: "to"} : {y1: "from", y2: "to"};
  const gapsOf = (absence: Gap["absence"]): Gap[] => gaps.filter((gap) => gap.absence === absence);
  return [
    Plot.rect(gapsOf("suppressed"), {...span, fill: hatchFill(id), stroke: "var(--rule)", title: "words"}),
    Plot.rect(gapsOf("missing"), {
      ...span,
      fill: "var(--paper)",
      stroke: "var(--edge)",
      strokeDasharray: "1 3",
      title: "words"
    })
  ];
}
