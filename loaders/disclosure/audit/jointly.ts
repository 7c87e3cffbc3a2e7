/**
 * Every withheld cell against all that is published of its statistic jointly: no withheld count may be narrowed inside 0
 * to one less than the minimum, no withheld mean to less than half of what it can be.
 */
import {group} from "d3";
import {cellName, isShown} from "../publishedCell.js";
import type {PublishedCell} from "../publishedCell.js";
import type {AuditFinding} from "./auditFinding.js";
import {linearBounds} from "./linearBounds.js";
import type {Solve} from "./linearBounds.js";

const slack = 1e-6;

export function jointly(cells: readonly PublishedCell[], solve: Solve): AuditFinding[] {
  const additive = cells.filter(({kind}) => kind === "mean" || kind === "count");
  return [...group(additive, ({statistic}) => statistic).values()].flatMap((linked) => {
    const published = linked.filter(isShown);
    if (published.length === 0) return [];
    const parts = new Set(published.flatMap((cell) => [...cell.parts.keys()]));
    const exposed = linked.filter((cell) => !isShown(cell) && [...cell.parts.keys()].some((part) => parts.has(part)));
    return exposed.flatMap((cell): AuditFinding[] => {
      if (!isNarrow(cell, linearBounds(cell, linked, solve))) return [];
      const message = `${cell.column}: ${cell.table} ${cell.row} is withheld, and all that is published tells it jointly`;
      const linking = published.filter(({parts: theirs}) => [...cell.parts.keys()].some((part) => theirs.has(part)));
      const smallest = linking
        .toSorted((a, b) => a.persons - b.persons)
        .slice(0, 1)
        .map(cellName);
      return [{check: "linear programme", table: cell.table, groups: [cell.row], cells: smallest, message}];
    });
  });
}

function isNarrow(cell: PublishedCell, [low, high]: readonly [number, number]): boolean {
  const {kind, persons, minimum, range} = cell;
  if (kind === "count") return persons < minimum && (low > slack || high < minimum - 1 - slack);
  return high - low < (range[1] - range[0]) / 2 - slack;
}
