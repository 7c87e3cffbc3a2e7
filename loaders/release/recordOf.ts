/** A release as it goes on record: what stands from now on, and the digests of who is behind it. */
import {behindOf} from "../disclosure/behind.js";
import {printPublishedRecord, type PublishedRecord} from "../disclosure/publishedRecord.js";
import {type Released} from "../disclosure/released.js";
import {countSuppressed, isOfPersons} from "../disclosure/stand.js";
import type {ReleasedRow, ReleasedTable} from "../../src/released/table.js";
import {madeIn} from "./make.js";
import type {ReleaseContext, ReleaseModule} from "./releaseModule.js";
import type {Bound} from "./standingOf.js";

/** Null twice where nothing is of persons. */
export async function recordOf(
  context: ReleaseContext,
  {standing, closed, revised, vintage}: Bound,
  code: string
): Promise<{readonly record: string | null; readonly vintage: string | null}> {
  const made = (await madeIn(context)).filter(({module}) => module.persons);
  const modules: PublishedRecord["modules"] = {...standing.record?.modules};
  const rows = {...vintage.rows};
  for (const {module, released} of made) {
    modules[module.name] = moduleOf(module, released, closed);
    const spans = module.persons?.period === undefined && released.provenance.made === "rows";
    if (spans) rows[module.name] = {...rows[module.name], ...personsBehind(released)};
  }
  if (made.length === 0) return {record: null, vintage: null};
  return {
    record: printPublishedRecord({
      code,
      closed: structuredClone(closed) as PublishedRecord["closed"],
      revised,
      modules
    }),
    vintage: JSON.stringify({...vintage, rows})
  };
}

function moduleOf(
  {persons}: ReleaseModule<unknown>,
  {value, provenance}: Released<unknown>,
  closed: Bound["closed"]
): PublishedRecord["modules"][string] {
  const columns = "columns" in provenance ? provenance.columns : undefined;
  if (!columns) return {value};
  const {rows, suppressed} = value as ReleasedTable;
  const kept = Object.entries(columns).flatMap(([name, {kind}]) => (isStanding(kind) ? [name] : []));
  const {period, sources: [source] = ["activity"]} = persons ?? {};
  const fixed = rows.filter((row) => period === undefined || closed[source].includes(Number(row[period])));
  const standing = fixed.map((row): ReleasedRow => Object.fromEntries(kept.map((name) => [name, row[name] ?? null])));
  return {
    rows: standing as Record<string, unknown>[],
    suppressed: period === undefined ? {...suppressed} : countSuppressed(standing)
  };
}

/** What is of persons stands, and what says of whom it is. */
const isStanding = (kind: string): boolean => kind === "key" || kind === "scale" || isOfPersons(kind);

/** Fewest persons behind the figures of each row that is made anew. */
function personsBehind(released: Released<unknown>): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const {row, persons} of behindOf([released]).tables.flatMap(({cells}) => cells))
    rows[row] = Math.min(rows[row] ?? Infinity, persons);
  return rows;
}
