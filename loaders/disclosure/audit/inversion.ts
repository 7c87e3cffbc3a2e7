/**
 * What can be worked back from what is printed: the total of all answers from mean and number, the sum of squares from a
 * standard deviation and number, a rounded number from a magnitude and its ratio to it. Each must leave as many
 * possibilities as its rule asks for, the number of persons itself being known: a colleague can count them.
 *
 * Source  Brown & Heathers (2017), The GRIM test: a mean to too many digits of too few whole numbers tells their sum
 */
import {cellName, isShown, knownCount} from "../publishedCell.js";
import type {PublishedCell} from "../publishedCell.js";
import type {TableBehind} from "../behind.js";
import type {AuditFinding} from "./auditFinding.js";

export function inversion({cells, table, rows, key, ratios}: TableBehind): AuditFinding[] {
  const found: AuditFinding[] = [];
  const say = (row: string, column: string, what: string): void => {
    const message = `${table} ${row}: ${column} ${what}`;
    found.push({check: "inversion", table, groups: [row], cells: [cellName({table, row, column})], message});
  };
  for (const cell of cells) {
    if (!isShown(cell) || cell.grain === 0) continue;
    if (cell.kind === "mean" && possibleTotals(cell) < cell.totals) say(cell.row, cell.column, "tells the exact total");
    if ((cell.kind === "sd" || cell.kind === "se") && possibleSquares(cell) < 2) {
      say(cell.row, cell.column, "tells the exact sum of squares");
    }
    if (cell.kind === "count" && possibleCounts(cell) < 2) say(cell.row, cell.column, "is an exact number of persons");
  }
  for (const {ratio, numerator, denominator, step} of ratios) {
    for (const row of rows) {
      const [quotient, above, below] = [row[ratio], row[numerator], row[denominator]];
      if (typeof quotient !== "number" || typeof above !== "number" || typeof below !== "number" || !quotient) continue;
      const implied = above / quotient;
      if (Math.abs(implied - below) > step / 1e3) {
        say(
          key.map((part) => String(row[part])).join(" "),
          ratio,
          `and ${numerator} tell ${denominator} beyond its rounding`
        );
      }
    }
  }
  return found;
}

/** How many numbers of persons are possible, for those who know among how many they are. */
export function possibleCounts(cell: PublishedCell): number {
  const [least, most] = knownCount(cell);
  return Math.min(most, cell.within) - least + 1;
}

/** How many totals of the group's values are possible to one who knows its number of persons, as a colleague does. */
function possibleTotals({low, high, persons, grain, range}: PublishedCell): number {
  const last = high >= range[1] ? 1e-6 : -1e-6;
  return Math.floor((high * persons) / grain + last) - Math.ceil((low * persons) / grain - 1e-6) + 1;
}

function possibleSquares({low, high, persons, grain, kind}: PublishedCell): number {
  const scale = kind === "se" ? persons : 1;
  return ((persons - 1) * scale * (high ** 2 - Math.max(low, 0) ** 2)) / grain ** 2;
}
