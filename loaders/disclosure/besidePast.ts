/**
 * A group that was published before beside one that is to be published now: whether the two tell anything of those in
 * whom they differ. The same group published anew, its data corrected, may differ by a single person: then a quarter of
 * the range or more must be left, so that the answer itself is not told.
 */
import {differenceOf, tells} from "./differenceOf.js";
import type {PublishedCell} from "./publishedCell.js";
import type {PastCell} from "./releaseRecord.js";

/** @param counts today's persons by part, for the statistic */
export function besidePast(old: PastCell, now: PublishedCell, counts: ReadonlyMap<string, number>): boolean {
  const parts = new Map(old.parts.map((part) => [part, counts.get(part) ?? 0]));
  const gone = old.parts.find((part) => !counts.has(part));
  if (gone !== undefined) parts.set(gone, Math.max(1, old.persons - sum(parts.values())));
  if (![...now.parts.keys()].some((part) => parts.has(part))) return false;
  const same = old.parts.length === now.parts.size && old.parts.every((part) => now.parts.has(part));
  if (same && Math.abs(old.low - now.low) < 1e-5 && Math.abs(old.high - now.high) < 1e-5) return false;
  const persons = same ? 1 : symmetricDifference(parts, now.parts);
  if (persons === 0 || persons >= Math.min(old.minimum, now.minimum)) return false;
  const known = {low: old.low, high: old.high, persons: old.persons, range: now.range};
  const [larger, smaller] = old.persons >= now.persons ? [known, now] : [now, known];
  const left = differenceOf(larger, [smaller], persons);
  return same ? leavesFew(left, now.range) : tells(left, now.range);
}

function leavesFew([low, high]: readonly [number, number], [minimum, maximum]: readonly [number, number]): boolean {
  return Math.min(high, maximum) - Math.max(low, minimum) < (maximum - minimum) / 4;
}

/** Persons who are in one of two groups and not in the other. */
export function symmetricDifference(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const only = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number =>
    sum(Array.from(one, ([part, n]) => (other.has(part) ? 0 : n)));
  return only(a, b) + only(b, a);
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0);
