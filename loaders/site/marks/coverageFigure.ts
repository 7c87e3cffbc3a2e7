import {coverage} from "../../../src/components/figures/coverage.js";
import type {FigureOptions} from "../../../src/components/parts/figure.js";
import type {EvidenceContext} from "../../../src/evidence/context.js";
import {capital} from "../../../src/evidence/format.js";
import type {ReleasedTable} from "../../../src/released/table.js";

/** Who took part: eligible persons by unit and year, where participation is shown. */
export function coverageFigure(
  table: ReleasedTable,
  {unit, person}: EvidenceContext,
  options: FigureOptions
): Element | null {
  if (!table.rows.some((row) => typeof row.managers === "number")) return null;
  return coverage(
    table.rows,
    {
      unit: {name: "name", label: capital(unit.one)},
      time: {name: "fiscal_year", label: "Fiscal year", digits: 0},
      n: {name: "managers", label: `Eligible ${person.many}`, digits: 0}
    },
    options
  );
}
