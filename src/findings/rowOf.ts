import type {FindingRow} from "./findingRow.js";
import {registry} from "./registry.js";

/** @throws {RangeError} if there is no such finding */
export function rowOf(id: string): FindingRow {
  const row = new Map<string, FindingRow>(Object.entries(registry)).get(id);
  if (!row) throw new RangeError(`no such finding: ${id}; one of ${Object.keys(registry).join(", ")}`);
  return row;
}
