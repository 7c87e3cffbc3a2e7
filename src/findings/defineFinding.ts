import type {FindingRow} from "./findingRow.js";

/** A row of the registry: the compiler names what is missing, and gives the claim its tables by name. */
export function defineFinding<const From extends string, const Beside extends string = never>(
  row: FindingRow<From, Beside>
): FindingRow<From, Beside> {
  return row;
}
