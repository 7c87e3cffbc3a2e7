import {joinHeader} from "../joinHeader.js";
import {usualWidth} from "./sampleText.js";

type Rows = readonly (readonly string[])[];

/**
 * The rows, counted from 1, that name the columns: the first that is filled from end to end. Where it names groups of
 * columns, the row below it tells them apart.
 */
export function headerOf(rows: Rows): number[] {
  const width = usualWidth(rows);
  const fills = (row: readonly string[]): boolean => row.length === width && row.every((cell) => cell.trim() !== "");
  const first = rows.findIndex((row) => fills(row) && (width === 1 || new Set(row).size > 1));
  const at = Math.max(0, first) + 1;
  if (tellsApart(rows[at - 1] ?? [])) return [at];
  const below = rows[at] ?? [];
  if (!below.every((cell) => /\p{L}/u.test(cell))) return [at];
  if (tellsApart(below)) return [at + 1];
  return tellsApart(joinHeader(rows, {headerRows: [at, at + 1], headerJoin: " "})) ? [at, at + 1] : [at];
}

const tellsApart = (names: readonly string[]): boolean =>
  new Set(names.map((name) => name.trim())).size === names.length;
