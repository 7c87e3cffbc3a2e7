import {greatestOf} from "../../src/stats/description/greatestOf.js";
import {policyFor} from "../disclosure/policy.js";
import type {MergeReason, ReleaseUnit} from "../disclosure/mergeUnits.js";
import {printAnswer} from "../study/printAnswer.js";
import {readStudy} from "../study/readStudy.js";
import {openWarehouse} from "../warehouse/openWarehouse.js";
import {unitsOf} from "./unitsOf.js";

/** `units`: the release units that a build would publish by, for the steward's eyes; nothing is written. */
export async function runUnits(values: {readonly study: string; readonly json?: boolean}): Promise<number> {
  const study = await readStudy(values.study);
  const policy = policyFor(study);
  const warehouse = await openWarehouse(study);
  try {
    const units = await unitsOf({study, warehouse, policy});
    printAnswer({units: units.map(described)}, printUnits(units, policy["activity.eligible"]), values);
    return 0;
  } finally {
    warehouse.close();
  }
}

const why: Readonly<Record<MergeReason, string>> = {
  "earlier release": "published as one before",
  lineage: "one took over people of the other",
  size: "nearest in size"
};

const described = ({unit_id, name, division, least, reasons, departments}: ReleaseUnit): object => ({
  unit_id,
  name,
  division,
  least: Number.isFinite(least) ? least : null,
  reasons: [...new Set(reasons)],
  departments: departments.map(({department_id}) => department_id)
});

function printUnits(units: readonly ReleaseUnit[], minimum: number | null): string {
  const rows = units.map(({unit_id, name, division, least, reasons}) => {
    const few = minimum !== null && least < minimum ? `below ${minimum}: its activity is withheld` : "";
    const merged = [...new Set(reasons)].map((reason) => why[reason]);
    return [
      unit_id,
      division,
      Number.isFinite(least) ? String(least) : "",
      [...merged, few].filter(Boolean).join("; "),
      name
    ];
  });
  const table = [["unit", "line", "least", "merged because", "departments"], ...rows];
  const widths = table[0]?.map((_, column) => greatestOf(table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd()
  );
  const departments = units.reduce((sum, unit) => sum + unit.departments.length, 0);
  const rule =
    minimum === null
      ? "every department stands alone"
      : `at least ${minimum} eligible managers in every year; least: those of the year with fewest`;
  return `${lines.join("\n")}\n\n${departments} departments in ${units.length} units: ${rule}`;
}
