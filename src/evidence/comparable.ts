import type {ReleasedRow} from "../released/table.js";
import type {Plan} from "./context.js";

/** The rows that have every value which a plan's comparison takes. */
export const comparable = (rows: readonly ReleasedRow[], {columns}: Pick<Plan, "columns">): readonly ReleasedRow[] =>
  rows.filter((row) =>
    columns.every((name) =>
      typeof row[name] === "number" ? Number.isFinite(row[name]) : typeof row[name] === "string"
    )
  );
