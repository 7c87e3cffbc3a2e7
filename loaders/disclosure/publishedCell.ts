import type {Cell} from "../../src/released/cell.js";

/** What a cell is of its persons: a mean, a count of them, or the spread of their values. */
export type CellKind = "mean" | "count" | "sd" | "se";

/** A released cell as disclosure control knows it: the group behind it, and what a reader may conclude from what is shown. */
export interface PublishedCell {
  readonly table: string;
  /** the row's key, for instance "D01+D02 2015" */
  readonly row: string;
  readonly column: string;
  /** what is the same quantity wherever it stands, for instance "participation 2015" */
  readonly statistic: string;
  readonly kind: CellKind;
  /** persons by part of the group, the parts being those that groups are made from */
  readonly parts: ReadonlyMap<string, number>;
  readonly persons: number;
  readonly minimum: number;
  /** persons among whom they are, as others can count them; Infinity where nobody can */
  readonly within: number;
  readonly shown: Cell;
  /** between what a reader knows the exact value to be; infinite where it is suppressed */
  readonly low: number;
  readonly high: number;
  /** between what one person's value may be */
  readonly range: readonly [number, number];
  /** smallest step of one person's value; 0 where it has none */
  readonly grain: number;
  /** totals of the group that one who knows its number of persons must have to choose from */
  readonly totals: number;
}

/** Names a cell within a release. */
export const cellName = ({table, row, column}: Pick<PublishedCell, "table" | "row" | "column">): string =>
  `${table} / ${row} / ${column}`;

/**
 * Between what a reader knows a number of persons to be: whole, at least the minimum where it is shown or withheld for
 * another's sake, below it where it is withheld for its own.
 */
export function knownCount({shown, low, high, persons, minimum}: PublishedCell): readonly [number, number] {
  if (typeof shown !== "number") return persons < minimum ? [0, minimum - 1] : [minimum, Infinity];
  return [Math.max(Math.ceil(low - 1e-6), minimum), Math.floor(high - 1e-6)];
}

export const isShown = ({shown}: PublishedCell): boolean => typeof shown === "number";
