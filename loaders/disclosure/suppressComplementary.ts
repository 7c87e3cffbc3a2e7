/**
 * Withheld cells that could be worked out from published totals are protected by withholding one more: of the groups
 * published inside the total, the one with the fewest persons, until what is left is too many or tells nothing. Cells of
 * one statistic are linked wherever they stand, so margins, years and pages are protected together. A group that would
 * tell of too few beside one of an earlier release is withheld itself.
 *
 * Source    Hundepool et al. (2012), ch. 4.3: secondary suppression over linked tables
 * Not here  the smallest possible loss of information: the hypercube's, network's or LP's optimum
 */
import {group} from "d3";
import {besidePast} from "./besidePast.js";
import {differenceOf, tells} from "./differenceOf.js";
import {leftoverOf} from "./leftoverOf.js";
import {cellName, isShown} from "./publishedCell.js";
import type {PublishedCell} from "./publishedCell.js";
import type {PastRelease} from "./releaseRecord.js";

/** Names of the cells to withhold. */
export function suppressComplementary(
  cells: readonly PublishedCell[],
  past: readonly PastRelease[] = []
): ReadonlySet<string> {
  const hidden = new Set<string>();
  const additive = cells.filter(({kind}) => kind === "mean" || kind === "count");
  for (const [statistic, linked] of group(additive, (cell) => cell.statistic)) {
    const counts = new Map(linked.flatMap(({parts}) => [...parts]));
    const before = past.flatMap((release) => release.cells.get(statistic) ?? []);
    const exposed = linked.filter(
      (cell) => isShown(cell) && cell.kind === "mean" && before.some((old) => besidePast(old, cell, counts))
    );
    for (const cell of exposed) hidden.add(cellName(cell));
    let published = linked.filter((cell) => isShown(cell) && !exposed.includes(cell));
    for (;;) {
      const next = published.map((total) => mostExposed(total, published)).find((cell) => cell !== null);
      if (!next) break;
      hidden.add(cellName(next));
      published = published.filter((cell) => cell !== next);
    }
  }
  return hidden;
}

function mostExposed(total: PublishedCell, published: readonly PublishedCell[]): PublishedCell | null {
  const {persons, inside} = leftoverOf(total, published);
  if (persons === 0 || persons >= total.minimum || inside.length === 0) return null;
  const left = total.kind === "count" ? leftCount(total, inside) : differenceOf(total, inside, persons);
  const possible = total.kind === "count" ? ([0, total.minimum - 1] as const) : total.range;
  if (!tells(left, possible)) return null;
  return inside.toSorted((a, b) => a.persons - b.persons || (a.row < b.row ? -1 : 1))[0] ?? null;
}

function leftCount(total: PublishedCell, inside: readonly PublishedCell[]): readonly [number, number] {
  const sum = (end: "low" | "high"): number => inside.reduce((all, cell) => all + cell[end], 0);
  return [total.low - sum("high"), total.high - sum("low")];
}
