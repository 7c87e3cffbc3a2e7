import {readFile} from "node:fs/promises";
import {join} from "node:path";
import * as z from "zod";
import {mergeUnits} from "../disclosure/mergeUnits.js";
import type {Department, ReleaseUnit} from "../disclosure/mergeUnits.js";
import {parsedOrNull} from "../study/parsedOrNull.js";
import {query} from "./query.js";
import type {ReleaseContext} from "./releaseModule.js";

interface EligibleRow {
  readonly department_id: string;
  readonly name: string;
  readonly division: string;
  readonly fiscal_year: number | null;
  readonly eligible: number;
}

const lattice = z.strictObject({units: z.array(z.array(z.string()).min(1))});

const made = new WeakMap<ReleaseContext["policy"], Promise<readonly ReleaseUnit[]>>();

/** The study's release units, merged once for each policy, from those of the last release on. */
export function unitsOf(context: ReleaseContext): Promise<readonly ReleaseUnit[]> {
  const units = made.get(context.policy) ?? merge(context);
  made.set(context.policy, units);
  return units;
}

/** The units as the warehouse's questions take them: one entry a department. */
export async function unitsParameter(context: ReleaseContext): Promise<{units: string}> {
  const units = await unitsOf(context);
  const entries = units.flatMap(({unit_id, name, departments}) =>
    departments.map(({department_id}) => ({department_id, unit_id, name}))
  );
  return {units: JSON.stringify(entries)};
}

/** Eligible managers by department of the units that a test picks, in one fiscal year. */
export async function eligibleIn(
  context: ReleaseContext,
  year: number,
  of: (unit: ReleaseUnit) => boolean = () => true
): Promise<Readonly<Record<string, number>>> {
  const departments = (await unitsOf(context)).filter(of).flatMap((unit) => unit.departments);
  const counted = departments.map(({department_id, eligible}) => [department_id, eligible.get(year) ?? 0] as const);
  return Object.fromEntries(counted.filter(([, n]) => n > 0));
}

/** Where a study keeps which departments were published together. */
export const latticeFile = (folder: string): string => join(folder, "released", "units.json");

async function merge(context: ReleaseContext): Promise<readonly ReleaseUnit[]> {
  const rows = await query<EligibleRow>(context, "sql/eligible_departments");
  const pairs = await query<{from_id: string; to_id: string}>(context, "sql/lineage_pairs");
  return mergeUnits(departmentsOf(rows), {
    minimum: context.policy["activity.eligible"],
    lineage: pairs.map(({from_id, to_id}) => [from_id, to_id] as const),
    lattice: await readLattice(context.study.folder)
  });
}

function departmentsOf(rows: readonly EligibleRow[]): Department[] {
  const departments = new Map<string, Department & {readonly eligible: Map<number, number>}>();
  for (const {department_id, name, division, fiscal_year, eligible} of rows) {
    const department = departments.get(department_id) ?? {department_id, name, division, eligible: new Map()};
    if (fiscal_year !== null) department.eligible.set(Number(fiscal_year), eligible);
    departments.set(department_id, department);
  }
  return [...departments.values()];
}

async function readLattice(folder: string): Promise<readonly (readonly string[])[]> {
  const file = latticeFile(folder);
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return [];
  const parsed = lattice.safeParse(parsedOrNull(text));
  if (!parsed.success) throw new RangeError(`${file} is no lattice of units; take it back from the last release`);
  return parsed.data.units;
}
