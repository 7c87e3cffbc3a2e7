/**
 * What is done about what the audit finds: a column of which a tenth or more would be withheld is printed to twice its
 * step, and to four times if that is not enough; otherwise the cells are withheld. Whole columns, since a cell that alone
 * is coarser than its like tells why.
 *
 * Source  Hundepool et al. (2012), Statistical Disclosure Control, ch. 4: global recoding before suppression
 */
import {group} from "d3";
import type {AuditFinding} from "../disclosure/audit/auditFinding.js";
import {columnName, type Control} from "../disclosure/control.js";
import {cellName, isShown, type PublishedCell} from "../disclosure/publishedCell.js";

/** share of a column's shown cells from which it is coarsened */
const many = 0.1;
/** by how much steps are widened at most */
const widest = 4;

/** Null where neither would help. */
export function resolveAudit(
  found: readonly AuditFinding[],
  cells: readonly PublishedCell[],
  {hidden, coarser}: Control
): Control | null {
  if (found.some((one) => one.cells === undefined)) return null;
  const named = new Set(found.flatMap((one) => one.cells ?? []).filter((name) => !hidden.has(name)));
  const exposedCells = cells.filter((cell) => isShown(cell) && named.has(cellName(cell)));
  if (exposedCells.length === 0) return null;
  const shown = group(cells.filter(isShown), columnName);
  const wide = new Map(coarser);
  const withheld = new Set(hidden);
  for (const [column, exposed] of group(exposedCells, columnName)) {
    const factor = coarser.get(column) ?? 1;
    const share = exposed.length / (shown.get(column)?.length ?? 1);
    if (share >= many && factor < widest) wide.set(column, factor * 2);
    else for (const cell of exposed) withheld.add(cellName(cell));
  }
  return {hidden: withheld, coarser: wide};
}

/** What was done, a line each, for the steward. */
export function resolvedInWords({hidden, coarser}: Control): string[] {
  return [
    ...Array.from(coarser, ([column, factor]) => `coarsened by the audit, to ${factor} times its step: ${column}`),
    ...Array.from(hidden, (cell) => `withheld by the audit: ${cell}`)
  ];
}
