/** Where all persons of a group have one value, what is printed must not say so: no spread of zero, no end of the scale. */
import {cellName} from "../publishedCell.js";
import type {TableBehind} from "../behind.js";
import type {AuditFinding} from "./auditFinding.js";

export function unanimity({cells, table}: TableBehind): AuditFinding[] {
  return cells.flatMap(({kind, shown, range, row, column, grain}): AuditFinding[] => {
    const spread = (kind === "sd" || kind === "se") && shown === 0;
    const end = kind === "mean" && grain > 0 && range.includes(Number(shown));
    if (!spread && !end) return [];
    const what = spread ? "says that all are alike" : "is an end of its scale, so that all are alike";
    return [
      {
        check: "unanimity",
        table,
        groups: [row],
        cells: [cellName({table, row, column})],
        message: `${table} ${row}: ${column} ${what}`
      }
    ];
  });
}
