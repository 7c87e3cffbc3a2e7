import {isSuppressed} from "../../released/cell.js";
import type {Column, Row} from "./column.js";
import {numberIn} from "./column.js";
import {say} from "../../words/say.js";
import {count, sentences} from "../../words/numbers.js";

/** What a cell lacks: "suppressed" if withheld, "missing" if there is none, null if it has a number. */
export function absenceOf(row: Row, column: Pick<Column, "name">): "suppressed" | "missing" | null {
  if (isSuppressed(row[column.name])) return "suppressed";
  return numberIn(row, column) === null ? "missing" : null;
}

/**
 * The sentence that says how many cells of the columns are withheld, by which rule, and how many are missing; by the
 * marks that stand for them, where the kind draws them.
 */
export function absenceNote(
  rows: readonly Row[],
  columns: readonly Pick<Column, "name">[],
  {drawn = true}: {drawn?: boolean} = {}
): string {
  const rules = new Map<string, number>();
  let missing = 0;
  for (const row of rows)
    for (const column of columns) {
      const cell = row[column.name];
      if (isSuppressed(cell)) rules.set(cell.suppressed, (rules.get(cell.suppressed) ?? 0) + 1);
      else if (absenceOf(row, column)) missing += 1;
    }
  const told = Array.from(rules, ([rule, n]) =>
    say("{0}: withheld, {1} ({2}).", drawn ? say("Hatched") : say("Not drawn"), rule, count(n))
  );
  if (missing > 0)
    told.push(say("{0}: missing ({1}).", drawn ? say("Dotted outline") : say("Not drawn"), count(missing)));
  return sentences(told);
}
