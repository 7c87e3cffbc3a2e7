/** What who holds two releases of a study learns from the second. */
import {type PublishedRecord, readPublishedRecord, type Source} from "../../../loaders/disclosure/publishedRecord.js";
import type {ReleaseModule} from "../../../loaders/release/releaseModule.js";
import type {AuditedRelease} from "../../../loaders/release/releaseStudy.js";
import {sources} from "../../../loaders/release/sources.js";
import {tableModules} from "../../../loaders/release/tableModules.js";
import {isSuppressed} from "../../../src/released/cell.js";

export const modulesOf = ({record}: AuditedRelease): PublishedRecord["modules"] =>
  record === null ? {} : readPublishedRecord("published.json", record).modules;

/** Every figure by where it is printed. */
function figures(value: unknown, at: string, into = new Map<string, string>()): Map<string, string> {
  if (!isRow(value) || (isSuppressed(value) && !("rows" in value))) return into.set(at, JSON.stringify(value));
  for (const [name, one] of Object.entries(value))
    figures(one, `${at}/${Array.isArray(value) && isRow(one) ? keyOf(one) : name}`, into);
  return into;
}

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** What a row is of: its labels and years, which are no figures of persons. */
const keyOf = (row: Record<string, unknown>): string =>
  Object.entries(row)
    .filter(([name, value]) => typeof value === "string" || name === "fiscal_year")
    .map(([, value]) => String(value))
    .join(" ");

const differing = (then: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...then.keys(), ...now.keys()])].filter((at) => then.get(at) !== now.get(at));

/** Figures of persons in closed years that are not as they were published. */
export function closedChanged(first: AuditedRelease, second: AuditedRelease, closed: number): readonly string[] {
  const [then, now] = [first, second].map((release) => {
    const into = new Map<string, string>();
    for (const [name, module] of Object.entries(modulesOf(release)))
      for (const row of "rows" in module ? module.rows : [])
        if (typeof row.fiscal_year === "number" && row.fiscal_year <= closed)
          figures(row, `${name}/${keyOf(row)}`, into);
    return into;
  });
  return differing(then ?? new Map(), now ?? new Map());
}

const modules: readonly ReleaseModule<unknown>[] = [...Object.values(tableModules), ...Object.values(sources)];

/** Figures that span years, of sources of which a closed year differs in few, that are not as they were published. */
export function spanningChanged(
  first: AuditedRelease,
  second: AuditedRelease,
  touched: readonly Source[]
): readonly string[] {
  const of = modules.filter(
    ({persons}) => persons?.period === undefined && persons?.sources.some((source) => touched.includes(source))
  );
  return [...new Set(of.map(({name}) => name))].flatMap((name) =>
    differing(figures(modulesOf(first)[name], name), figures(modulesOf(second)[name], name))
  );
}
