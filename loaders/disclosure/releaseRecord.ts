/**
 * What was published of persons, as later releases are checked against it: for every statistic and group, what a reader
 * could conclude from it. It holds nothing that the site did not.
 */
import * as z from "zod";
import {isShown} from "./publishedCell.js";
import type {PublishedCell} from "./publishedCell.js";
import {roundTo} from "./round.js";

export interface PastCell {
  readonly parts: readonly string[];
  /** as published, to its rounding */
  readonly persons: number;
  readonly low: number;
  readonly high: number;
  /** persons that the rule then asked for */
  readonly minimum: number;
}

export interface PastRelease {
  readonly name: string;
  readonly cells: ReadonlyMap<string, readonly PastCell[]>;
}

const record = z.strictObject({
  /** parts of every group */
  groups: z.array(z.array(z.string())),
  /** by statistic: index of the group, persons, low, high */
  statistics: z.record(
    z.string(),
    z.strictObject({minimum: z.number(), cells: z.array(z.tuple([z.int(), z.number(), z.number(), z.number()]))})
  )
});

/** The record of a release, the same text for the same release. */
export function writeRecord(cells: readonly PublishedCell[], countStep: number): string {
  const groups = new Map<string, number>();
  const statistics: Record<string, {minimum: number; cells: [number, number, number, number][]}> = {};
  for (const {statistic, parts, persons, low, high, minimum} of cells.filter(isShown)) {
    const ids = [...parts.keys()].toSorted();
    const name = JSON.stringify(ids);
    const index = groups.get(name) ?? groups.size;
    groups.set(name, index);
    (statistics[statistic] ??= {minimum, cells: []}).cells.push([
      index,
      roundTo(persons, countStep),
      short(low),
      short(high)
    ]);
  }
  const lines = Object.entries(statistics).map(([name, rows]) => `${JSON.stringify(name)}:${JSON.stringify(rows)}`);
  return `{"groups":[\n${[...groups.keys()].join(",\n")}\n],"statistics":{\n${lines.join(",\n")}\n}}\n`;
}

/** @throws {RangeError} if it is no such record */
export function readRecord(name: string, text: string): PastRelease {
  const parsed = record.safeParse(JSON.parse(text));
  if (!parsed.success) throw new RangeError(`${name} is no record of a release; take it back from the last release`);
  const {groups, statistics} = parsed.data;
  const cells = Object.entries(statistics).map(
    ([statistic, {minimum, cells: rows}]) =>
      [
        statistic,
        rows.map(([index, persons, low, high]) => ({parts: groups[index] ?? [], persons, low, high, minimum}))
      ] as const
  );
  return {name, cells: new Map(cells)};
}

const short = (value: number): number => Number(value.toFixed(6));
