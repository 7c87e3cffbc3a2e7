/**
 * Every pair of published groups of which one holds the other or nearly, and every group less all that is published
 * inside it: a difference of fewer persons than the minimum must not be told anything of.
 */
import {group} from "d3";
import {symmetricDifference} from "../symmetricDifference.js";
import {differenceOf, tells} from "../differenceOf.js";
import {leftoverOf} from "../leftoverOf.js";
import {cellName, isShown} from "../publishedCell.js";
import type {PublishedCell} from "../publishedCell.js";
import {greatestOf} from "../../../src/stats/description/greatestOf.js";
import {sharedParts} from "../sharedParts.js";
import type {AuditFinding} from "./auditFinding.js";

export function differencing(cells: readonly PublishedCell[]): AuditFinding[] {
  const found: AuditFinding[] = [];
  for (const all of group(cells, (cell) => cell.statistic).values()) {
    const published = all.filter(usable);
    const sharing = sharedParts(published);
    // groups without a part in common differ by all of both, which is few for two such alone
    const most = greatestOf(
      published.map(({minimum}) => minimum),
      0
    );
    const small = published.flatMap((cell, place) => (personsIn(cell) < most ? [place] : []));
    for (const [i, one] of published.entries()) {
      const near = sharing(i);
      const others = small.includes(i) ? [...new Set([...near, ...small])].toSorted((a, b) => a - b) : near;
      for (const j of others) if (j > i) for (const gap of betweenTwo(one, published[j]!)) found.push(gap);
      const inside = near.map((place) => published[place]!);
      for (const gap of lessInside(one, inside)) found.push(gap);
    }
  }
  return found;
}

function personsIn({parts}: PublishedCell): number {
  return [...parts.values()].reduce((sum, n) => sum + n, 0);
}

const usable = (cell: PublishedCell): boolean => isShown(cell) && cell.kind === "mean";

function betweenTwo(a: PublishedCell, b: PublishedCell): AuditFinding[] {
  const [larger, smaller] = a.persons >= b.persons ? [a, b] : [b, a];
  const differing = symmetricDifference(larger.parts, smaller.parts);
  if (differing === 0 || differing >= larger.minimum) return [];
  if (!tells(differenceOf(larger, [smaller], differing), larger.range)) return [];
  return [
    {
      check: "differencing",
      table: smaller.table,
      groups: [larger.row, smaller.row],
      cells: [cellName(smaller)],
      message: `${larger.column}: ${larger.table} ${larger.row} less ${smaller.table} ${smaller.row} leaves fewer than ${larger.minimum}`
    }
  ];
}

function lessInside(whole: PublishedCell, published: readonly PublishedCell[]): AuditFinding[] {
  const {persons, inside} = leftoverOf(whole, published);
  if (inside.length < 2 || persons === 0 || persons >= whole.minimum) return [];
  if (!tells(differenceOf(whole, inside, persons), whole.range)) return [];
  return [
    {
      check: "differencing",
      table: whole.table,
      groups: [whole.row, ...inside.map(({row}) => row)],
      cells: inside.slice(-1).map(cellName),
      message: `${whole.column}: ${whole.table} ${whole.row} less the ${inside.length} groups published inside it leaves fewer than ${whole.minimum}`
    }
  ];
}
