/**
 * Withheld cells that could be worked out from published totals are protected by withholding one more: of the groups
 * published inside the total, the one with the fewest persons, until what is left is too many or tells nothing. Cells of
 * one statistic are linked wherever they stand, so margins, years and pages are protected together. What stands
 * from earlier releases is no part of it: it was protected when it was published.
 *
 * Source    Hundepool et al. (2012), ch. 4.3: secondary suppression over linked tables
 * Not here  the smallest possible loss of information: the hypercube's, network's or LP's optimum
 */
import {group} from "d3";
import {differenceOf, tells} from "./differenceOf.js";
import {leftoverOf} from "./leftoverOf.js";
import {cellName, isShown, knownCount} from "./publishedCell.js";
import type {PublishedCell} from "./publishedCell.js";
import {sharedParts} from "./sharedParts.js";

/** Names of the cells to withhold. */
export function suppressComplementary(cells: readonly PublishedCell[]): ReadonlySet<string> {
  const additive = cells.filter(({kind}) => kind === "mean" || kind === "count");
  return new Set([...group(additive, (cell) => cell.statistic).values()].flatMap(withheldAmong).map(cellName));
}

/** Of cells of one statistic, those to withhold; what is left inside a group is looked at again where a part of it is withheld. */
function withheldAmong(linked: readonly PublishedCell[]): readonly PublishedCell[] {
  const sharing = sharedParts(linked);
  const places = new Map(linked.map((cell, place) => [cell, place]));
  const published = linked.map(isShown);
  const safe = linked.map((_, place) => !published[place]);
  const withheld: PublishedCell[] = [];
  for (let place = safe.indexOf(false), from = 0; place >= 0; place = safe.indexOf(false, from)) {
    const near = sharing(place);
    const cellsThat = (are: boolean): PublishedCell[] =>
      near.flatMap((other) => (published[other] === are ? [linked[other]!] : []));
    const next = mostExposed(linked[place]!, cellsThat(true), cellsThat(false));
    safe[place] = true;
    from = place;
    if (next === null) continue;
    const at = places.get(next)!;
    withheld.push(next);
    published[at] = false;
    for (const other of sharing(at)) safe[other] = !published[other];
    from = Math.min(from, sharing(at)[0]!);
  }
  return withheld;
}

function mostExposed(
  total: PublishedCell,
  published: readonly PublishedCell[],
  withheld: readonly PublishedCell[]
): PublishedCell | null {
  const {persons, inside, parts} = leftoverOf(total, published);
  if (persons === 0) return null;
  const exposed =
    total.kind === "count"
      ? tellsCount(total, leftCount(total, inside), parts, withheld)
      : persons < total.minimum && inside.length > 0 && tells(differenceOf(total, inside, persons), total.range);
  if (!exposed) return null;
  return inside.toSorted((a, b) => a.persons - b.persons || (a.row < b.row ? -1 : 1))[0] ?? total;
}

/**
 * Whether numbers below the minimum are told more of by what the sum of the parts that are left lies between: those
 * withheld only to protect them are known to be no less than the minimum each.
 */
function tellsCount(
  {minimum}: PublishedCell,
  [low, high]: readonly [number, number],
  parts: readonly string[],
  withheld: readonly PublishedCell[]
): boolean {
  const left = new Set(parts);
  const among = withheld.filter(
    (cell) => cell.parts.size > 0 && [...cell.parts.keys()].every((part) => left.has(part))
  );
  const small = among.filter((cell) => cell.persons < cell.minimum);
  if (small.length === 0) return false;
  const alone = parts.every((part) => small.some((cell) => cell.parts.has(part)));
  const others = disjoint(among.filter((cell) => !small.includes(cell)));
  if (high < minimum - 1 + minimum * others) return true;
  return alone && low > (minimum - 1) * (small.length - 1);
}

/** How many of the groups share no part with one before. */
function disjoint(cells: readonly PublishedCell[]): number {
  const seen = new Set<string>();
  return cells.filter((cell) => {
    const apart = [...cell.parts.keys()].every((part) => !seen.has(part));
    if (apart) for (const part of cell.parts.keys()) seen.add(part);
    return apart;
  }).length;
}

function leftCount(total: PublishedCell, inside: readonly PublishedCell[]): readonly [number, number] {
  const [low, high] = knownCount(total);
  const sum = (end: 0 | 1): number => inside.reduce((all, cell) => all + knownCount(cell)[end], 0);
  return [low - sum(1), high - sum(0)];
}
