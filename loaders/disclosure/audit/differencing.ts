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
import type {AuditFinding} from "./auditFinding.js";

export function differencing(cells: readonly PublishedCell[]): AuditFinding[] {
  const found: AuditFinding[] = [];
  for (const all of group(cells, (cell) => cell.statistic).values()) {
    const published = all.filter(usable);
    for (const [i, one] of published.entries()) {
      for (const other of published.slice(i + 1)) for (const gap of betweenTwo(one, other)) found.push(gap);
      for (const gap of lessInside(one, published)) found.push(gap);
    }
  }
  return found;
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
