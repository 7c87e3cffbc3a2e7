import type {Cell} from "../../../src/released/cell.js";
import {keyCalled} from "../../../src/words/en/restated.js";

/** columns that name what an identifier stands for */
const names = ["name", "title", "label"];

/**
 * A row as a reader would call it: by its name in place of the identifier, its year and what else tells it apart.
 *
 * @param keys    columns that tell the row from every other
 * @param labels  the other key columns
 */
export function rowCalled(row: (column: string) => Cell, keys: readonly string[], labels: ReadonlySet<string>): string {
  const name = names.find((column) => labels.has(column) && typeof row(column) === "string");
  const parts = keys.map((key) => {
    const cell = row(key);
    if (name !== undefined && key.endsWith("_id")) return String(row(name));
    if (key === "covariate") return keyCalled(key, cell);
    if (typeof cell === "string" || key.endsWith("_year")) return String(cell).replaceAll("_", " ");
    return keyCalled(key, cell);
  });
  return parts.join(", ");
}
