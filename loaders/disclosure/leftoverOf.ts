import type {PublishedCell} from "./publishedCell.js";

export interface Leftover {
  /** parts of the group that no published group inside it covers */
  readonly parts: readonly string[];
  readonly persons: number;
  /** published groups inside it that don't overlap, the largest first */
  readonly inside: readonly PublishedCell[];
}

/** Whom a reader is left with who takes all published groups inside a group away from it. */
export function leftoverOf(group: PublishedCell, published: readonly PublishedCell[]): Leftover {
  const left = new Map(group.parts);
  const inside: PublishedCell[] = [];
  const candidates = published
    .filter((other) => other !== group && other.parts.size < group.parts.size)
    .toSorted((a, b) => b.parts.size - a.parts.size || (a.row < b.row ? -1 : 1));
  for (const other of candidates) {
    if (![...other.parts.keys()].every((part) => left.has(part))) continue;
    for (const part of other.parts.keys()) left.delete(part);
    inside.push(other);
  }
  return {parts: [...left.keys()], persons: [...left.values()].reduce((sum, n) => sum + n, 0), inside};
}
