/**
 * What a release is bound by: the figures that stand, the periods that are closed, open, or close with it, and whether
 * enough persons have changed for anything to be made anew.
 */
import {type PublishedRecord, type Source, sources} from "../disclosure/publishedRecord.js";
import {type Standing} from "../disclosure/standing.js";
import {changedCells, type Digests, periodName, type Vintage} from "../disclosure/vintage.js";
import {type Act} from "./acts.js";

export interface StandingInput {
  readonly study: string;
  readonly record: PublishedRecord | null;
  readonly acts: readonly Act[];
  /** of the releases before; an empty one where this machine has none */
  readonly known: Vintage;
  /** periods that the data have, by source */
  readonly present: readonly {readonly source: Source; readonly period: number}[];
  /** of the rows at hand, by source and period, with the same key */
  readonly digests: Digests;
  /** fewest persons in whom a figure may differ that is made anew */
  readonly least: number;
}

type Years = Readonly<Record<Source, readonly number[]>>;

export interface StandingNote {
  readonly source: Source;
  /** a line */
  readonly text: string;
}

export interface Bound {
  readonly standing: Standing;
  /** periods that are closed once this release is published */
  readonly closed: Years;
  readonly revised: PublishedRecord["revised"];
  /** sources whose closed figures are made anew */
  readonly revising: readonly Source[];
  /** digests once it is published, but for the rows of tables that span periods */
  readonly vintage: Vintage;
  /** what its steward should know */
  readonly notes: readonly StandingNote[];
}

export function standingOf({study, record, acts, known, present, digests, least}: StandingInput): Bound {
  const here = bySource((source) => present.filter((one) => one.source === source).map(({period}) => period));
  const before = record?.closed ?? bySource(() => []);
  const closed = bySource((source) => closedYears(source, {record, acts, here: here[source]}));
  const open = bySource((source) => here[source].filter((period) => !closed[source].includes(period)));
  const few = bySource((source) =>
    before[source].filter((period) => differsInFew(source, period, known, digests, least))
  );
  const asked = bySource((source) => acts.filter((one) => one.act === "revise" && one.source === source).length);
  const wanted = sources.filter((source) => record !== null && asked[source] > (record.revised[source] ?? 0));
  const revising = wanted.filter((source) => few[source].length === 0 && isKnown(source, before[source], known));
  const isRemade: Standing["isRemade"] = (of, {eachCell = false} = {}) => {
    if (record === null || of.some((source) => revising.includes(source))) return true;
    const whole = of.every(
      (source) =>
        open[source].length === 0 &&
        few[source].length === 0 &&
        before[source].every((period) => here[source].includes(period)) &&
        isKnown(source, before[source], known)
    );
    const added = of.map((source) => newPersons(source, closed[source], before[source], digests));
    return (
      whole &&
      added.some((cells) => together(cells) >= least) &&
      (!eachCell || added.flat().every((persons) => persons.size >= least))
    );
  };
  const standing: Standing = {
    record,
    least,
    isFixed: (source, period) => before[source].includes(period) && !revising.includes(source),
    isOpen: (source, period) => record !== null && !closed[source].includes(period),
    isRemade,
    isRevised: (of) => of.some((source) => revising.includes(source)),
    mayAdd: (of) => record === null || of.every((source) => few[source].length === 0 || revising.includes(source)),
    personsThen: (table, row) => known.rows[table]?.[row]
  };
  return {
    standing,
    closed,
    revising,
    revised:
      record === null ? {} : {...record.revised, ...Object.fromEntries(revising.map((one) => [one, asked[one]]))},
    vintage: {...known, periods: nextPeriods({known, digests, closed, before, revising})},
    notes: notesOn({study, record, open, few, blocked: wanted.filter((one) => !revising.includes(one))})
  };
}

const bySource = <T>(of: (source: Source) => T): Record<Source, T> =>
  Object.fromEntries(sources.map((source) => [source, of(source)])) as Record<Source, T>;

/** A first release closes what it publishes; a later one what its steward has closed. */
function closedYears(
  source: Source,
  {record, acts, here}: Pick<StandingInput, "record" | "acts"> & {readonly here: readonly number[]}
): number[] {
  if (record === null) return here.toSorted((a, b) => a - b);
  const added = acts.flatMap((one) =>
    one.act === "close" && one.source === source && here.includes(one.period) ? [one.period] : []
  );
  return [...new Set([...record.closed[source], ...added])].toSorted((a, b) => a - b);
}

function differsInFew(source: Source, period: number, known: Vintage, digests: Digests, least: number): boolean {
  const name = periodName(source, period);
  const now = digests[name] ?? {};
  return (known.periods[name] ?? []).some((then) =>
    [...changedCells(then, now).values()].some((persons) => persons < least)
  );
}

/** Whether this machine has the digests of all that was published. */
const isKnown = (source: Source, published: readonly number[], {periods}: Vintage): boolean =>
  published.every((period) => (periods[periodName(source, period)]?.length ?? 0) > 0);

/** Persons with rows in the periods that close with this release, by cell. */
function newPersons(
  source: Source,
  closed: readonly number[],
  before: readonly number[],
  digests: Digests
): readonly ReadonlySet<string>[] {
  const cells = new Map<string, Set<string>>();
  for (const period of closed.filter((one) => !before.includes(one)))
    for (const [cell, persons] of Object.entries(digests[periodName(source, period)] ?? {})) {
      const known = cells.get(cell) ?? new Set();
      for (const digest of persons) known.add(digest.split(" ")[0] ?? "");
      cells.set(cell, known);
    }
  return [...cells.values()];
}

const together = (cells: readonly ReadonlySet<string>[]): number => new Set(cells.flatMap((one) => [...one])).size;

function nextPeriods({
  known,
  digests,
  closed,
  before,
  revising
}: {
  readonly known: Vintage;
  readonly digests: Digests;
  readonly closed: Years;
  readonly before: Years;
  readonly revising: readonly Source[];
}): Vintage["periods"] {
  const added = sources.flatMap((source) =>
    closed[source].flatMap((period) => {
      const name = periodName(source, period);
      const published = !before[source].includes(period) || revising.includes(source);
      return published ? [[name, [...(known.periods[name] ?? []), digests[name] ?? {}]] as const] : [];
    })
  );
  return {...known.periods, ...Object.fromEntries(added)};
}

function notesOn({
  study,
  record,
  open,
  few,
  blocked
}: {
  readonly study: string;
  readonly record: PublishedRecord | null;
  readonly open: Years;
  readonly few: Years;
  readonly blocked: readonly Source[];
}): StandingNote[] {
  if (record === null) return [];
  const opened = sources.flatMap((source) =>
    open[source].map((period) => ({
      source,
      text: `${source} ${period} is open, so nothing of its persons is published; to publish it: npx longview close --study ${study} --source ${source} --period ${period}`
    }))
  );
  const standing = sources.flatMap((source) =>
    few[source].map((period) => ({
      source,
      text: `${source} ${period}: too few persons differ from what was published for new figures; they stay as published`
    }))
  );
  const refused = blocked.map((source) => ({
    source,
    text: `the revision of ${source} waits: a cell differs in too few persons, or the digests of an earlier release are not on this machine`
  }));
  return [...opened, ...standing, ...refused];
}
