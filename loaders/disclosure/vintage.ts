/**
 * Digests of the persons behind what was published, by source, period and cell, with a secret key: they say, at a later
 * release, in how many persons a cell differs, and nothing else. They are personal data and stay on the steward's machine.
 *
 * Changed  who came, left, moved or has altered fields, once a cell; where a source has no stable keys, the larger of the
 *          numbers of contents that left and that came. Ratings of a period with one scale, and answers, are compared by their
 *          place on the scale too, and the fewer count: a rescaling changes nobody, and hides nobody who is changed with it
 */
import {createHmac, createSecretKey, randomBytes} from "node:crypto";
import type {Source} from "./publishedRecord.js";

/** What a statistic of a source reads of one person. */
export interface PersonRow {
  readonly source: Source;
  readonly period: number;
  readonly cell: string;
  /** null where the source has no stable keys */
  readonly person: string | null;
  readonly content: string;
  /** the same with answers, or ratings where all of the period are on one scale, as places on their scale, from 0 to 1 */
  readonly placed?: string | null;
}

/** By cell: digests of every person, of the person's fields, and of them placed on their scale, a blank between them; the
 * last is left out where there is none, and was never made by releases of old. Without keys, a dash stands for the person, or
 * there is one digest, of contents alone. */
export type PeriodDigests = Readonly<Record<string, readonly string[]>>;

export interface Vintage {
  /** secret, made once */
  readonly key: string;
  /** digests of a source's period, one for every time that it was published */
  readonly periods: Readonly<Record<string, readonly PeriodDigests[]>>;
  /** persons behind every row of the tables that span periods, when they were last made */
  readonly rows: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const emptyVintage = (): Vintage => ({key: randomBytes(32).toString("hex"), periods: {}, rows: {}});

export const periodName = (source: Source, period: number): string => `${source} ${period}`;

/** By source and period. */
export type Digests = Readonly<Record<string, PeriodDigests>>;

export function digestsOf(rows: readonly PersonRow[], key: string): Digests {
  const periods: Record<string, Record<string, string[]>> = {};
  const digest = digestsBy(key);
  const persons = new Map<string, string>();
  const personDigest = (person: string): string => {
    const known = persons.get(person) ?? digest(person);
    persons.set(person, known);
    return known;
  };
  for (const {source, period, cell, person, content, placed = null} of rows) {
    const name = periodName(source, period);
    const cells = (periods[name] ??= {});
    const whole = digest(`${name}\0${person ?? ""}\0${content}`);
    const place = placed === null ? [] : [digest(`${name}\0${person ?? ""}\0placed\0${placed}`)];
    const who = person === null ? place.map(() => nobody) : [personDigest(person)];
    (cells[cell] ??= []).push([...who, whole, ...place].join(" "));
  }
  return periods;
}

/** Persons in whom each cell differs between two vintages; cells that don't are left out. */
export function changedCells(then: PeriodDigests, now: PeriodDigests): ReadonlyMap<string, number> {
  const cells = new Set([...Object.keys(then), ...Object.keys(now)]);
  const changed = Array.from(cells, (cell) => [cell, changedIn(then[cell] ?? [], now[cell] ?? [])] as const);
  return new Map(changed.filter(([, persons]) => persons > 0));
}

function changedIn(before: readonly string[], after: readonly string[]): number {
  if (before.length === after.length && before.every((one, i) => one === after[i])) return 0;
  const [then, now] = [before.map(partsOf), after.map(partsOf)];
  const wholes = differing(then, now, ({whole}) => whole);
  const arePlaced = [...then, ...now].every(({placed}) => placed !== undefined);
  return arePlaced
    ? Math.min(
        wholes,
        differing(then, now, ({placed = ""}) => placed)
      )
    : wholes;
}

/** stands for the person where there is no key */
const nobody = "-";

interface Digested {
  readonly person: string | undefined;
  readonly whole: string;
  readonly placed: string | undefined;
}

function partsOf(one: string): Digested {
  const [first = "", second, placed] = one.split(" ");
  if (second === undefined) return {person: undefined, whole: first, placed};
  return {person: first === nobody ? undefined : first, whole: second, placed};
}

/** Persons, or contents where there are no keys, of whom what is compared is not the same. */
function differing(then: readonly Digested[], now: readonly Digested[], of: (one: Digested) => string): number {
  const compared = (all: readonly Digested[]): string[] =>
    all.map((one) => (one.person === undefined ? of(one) : `${one.person} ${of(one)}`));
  const [left, came] = [less(compared(then), compared(now)), less(compared(now), compared(then))];
  if ([...then, ...now].every(({person}) => person === undefined)) return Math.max(left.length, came.length);
  return new Set([...left, ...came].map((one) => one.split(" ")[0])).size;
}

/** What of one multiset is not in another. */
function less(some: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of others) counts.set(one, (counts.get(one) ?? 0) + 1);
  return some.filter((one) => {
    const left = counts.get(one) ?? 0;
    counts.set(one, left - 1);
    return left <= 0;
  });
}

/** Random tokens in the place of a person's digests: they match nobody, and so count as changed for ever. */
export function forgetPerson(
  vintage: Vintage,
  person: string
): {readonly vintage: Vintage; readonly forgotten: number} {
  const theirs = digestsBy(vintage.key)(person);
  let forgotten = 0;
  const forget = (one: string): string => {
    if (one.split(" ")[0] !== theirs) return one;
    forgotten += 1;
    return Array.from(one.split(" "), () => randomBytes(8).toString("hex")).join(" ");
  };
  const periods = Object.entries(vintage.periods).map(([name, all]) => [
    name,
    all.map((cells) => Object.fromEntries(Object.entries(cells).map(([cell, ones]) => [cell, ones.map(forget)])))
  ]);
  return {vintage: {...vintage, periods: Object.fromEntries(periods) as Vintage["periods"]}, forgotten};
}

function digestsBy(key: string): (text: string) => string {
  const secret = createSecretKey(Buffer.from(key, "hex"));
  return (text) => createHmac("sha256", secret).update(text).digest("hex").slice(0, 16);
}
