import type {ReleasedTable} from "../released/table.js";
import type {RatedScale} from "../words/reportWords.js";

/** Of those who started, the shares rated higher, the same and lower the year after, by rating scale. */
export function ratedScales(tables: ReadonlyMap<string, ReleasedTable>): RatedScale[] {
  const rows = tables.get("rating_shifts")?.rows ?? [];
  return rows.flatMap(({started, kind, up, same, down}) => {
    if (started !== 1 || typeof up !== "number" || typeof same !== "number" || typeof down !== "number") return [];
    const alike = rows.find((row) => row.started === 0 && row.kind === kind)?.up;
    return [{kind: String(kind), up, same, down, alike: typeof alike === "number" ? alike : null}];
  });
}
