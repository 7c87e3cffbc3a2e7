import {usedColumns, type ExplorerComparison} from "./explorerComparison.js";
import {csv} from "./csv.js";

/** The rows that the estimate is of: every key and every column used, as released and as they enter. */
export function comparisonCsv(taken: ExplorerComparison): string {
  const {data} = taken;
  const names = usedColumns(taken);
  return csv(
    names,
    Array.from(data.chosen, (row) =>
      names.map((name) => {
        const cell = data.columns[name]?.[row];
        return typeof cell === "number" && Number.isNaN(cell) ? null : cell;
      })
    )
  );
}
