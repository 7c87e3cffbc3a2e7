/** Estimates on exact rows: no more than so many significant digits of the standard error, and none that pins a hidden cell. */
import type {AuditFinding} from "./auditFinding.js";
import {pinnedCells} from "./pinnedCells.js";
import type {ReleasedEstimate} from "../releasedEstimate.js";

export function estimatePrecision({printed, over}: ReleasedEstimate, significant: number): AuditFinding[] {
  const found: AuditFinding[] = [];
  const say = (message: string): void =>
    void found.push({check: "precision of estimates", table: "findings", groups: [], message});
  for (const {term, estimate, se} of printed.terms) {
    if (!se) continue;
    const digits = significant - 1 - Math.floor(Math.log10(se));
    const unit = 10 ** -digits;
    if (Math.abs(estimate / unit - Math.round(estimate / unit)) > 1e-6 * Math.max(1, Math.abs(estimate / unit))) {
      say(`${printed.method}: ${term} is printed beyond ${significant} digits of its standard error`);
    }
  }
  if (over && pinnedCells(over).length > 0) {
    say(`${printed.method}: ${over.label} is printed so precisely that it tells a cell that is withheld`);
  }
  return found;
}
