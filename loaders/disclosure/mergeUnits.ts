import {leastOf} from "../../src/stats/description/leastOf.js";

/**
 * Departments -> release units: the groups of departments by which participation, finance and answers are published.
 *
 * Rule       within a line of business, as long as a unit has a year with fewer eligible managers than the minimum, the
 *            unit with the least is merged with a partner: a neighbour in lineage first (one took over people of the
 *            other), else the unit nearest to it in size; ties go to the lower department_id
 * Coarsens   the units of an earlier release are where merging starts from, so that a published group is never split
 * Source     Hundepool et al. (2012), Statistical Disclosure Control, ch. 4: global recoding, like with like
 * Not here   merging over lines: they are what the programme was to bring together; a line that has too few in all keeps
 *            one unit below the minimum, whose cells are suppressed
 */
export interface Department {
  readonly department_id: string;
  readonly name: string;
  readonly division: string;
  /** eligible managers, by fiscal year; every department has the same years */
  readonly eligible: ReadonlyMap<number, number>;
}

export interface ReleaseUnit {
  /** the ids of its departments, joined by a plus sign */
  readonly unit_id: string;
  readonly name: string;
  readonly division: string;
  readonly departments: readonly Department[];
  /** eligible managers in its least year; Infinity where no year has any */
  readonly least: number;
  /** why it is one, in the order of merging; empty for a single department */
  readonly reasons: readonly MergeReason[];
}

export type MergeReason = "earlier release" | "lineage" | "size";

export interface MergeOptions {
  /** eligible managers that every unit must have in every year; null: every department stands alone */
  readonly minimum: number | null;
  /** pairs of departments of which one took over people of the other */
  readonly lineage?: readonly (readonly [string, string])[];
  /** departments of each unit of an earlier release */
  readonly lattice?: readonly (readonly string[])[];
}

/** @throws {RangeError} if an earlier unit spans two lines, which no merging could keep whole */
export function mergeUnits(
  departments: readonly Department[],
  {minimum, lineage = [], lattice = []}: MergeOptions
): readonly ReleaseUnit[] {
  const single = departments.map((department) => unitOf([department], []));
  if (minimum === null) return inOrder(single);
  const units = startFrom(single, lattice);
  const unable = new Set<ReleaseUnit>();
  for (;;) {
    const small = units.filter((unit) => unit.least < minimum && !unable.has(unit)).toSorted(bySize)[0];
    if (!small) return inOrder(units);
    const partner = partnerOf(small, units, lineage);
    if (!partner) {
      unable.add(small);
      continue;
    }
    units.splice(units.indexOf(small), 1);
    const {other, reason} = partner;
    const merged = unitOf([...small.departments, ...other.departments], [...small.reasons, ...other.reasons, reason]);
    units.splice(units.indexOf(other), 1, merged);
  }
}

function startFrom(single: readonly ReleaseUnit[], lattice: readonly (readonly string[])[]): ReleaseUnit[] {
  const units = [...single];
  for (const ids of lattice) {
    const together = units.filter(({departments}) => departments.some((one) => ids.includes(one.department_id)));
    const [first] = together;
    if (!first || together.length === 1) continue;
    const stray = together.find(({division}) => division !== first.division);
    if (stray) {
      throw new RangeError(
        `${first.name} and ${stray.name} were published as one and are now of two lines; ` +
          "keep them in one, or start anew under another name of the study"
      );
    }
    for (const unit of together) units.splice(units.indexOf(unit), 1);
    const members = together.flatMap(({departments}) => departments);
    units.push(
      unitOf(
        members,
        Array.from({length: together.length - 1}, () => "earlier release" as const)
      )
    );
  }
  return units;
}

function partnerOf(
  unit: ReleaseUnit,
  units: readonly ReleaseUnit[],
  lineage: readonly (readonly [string, string])[]
): {other: ReleaseUnit; reason: MergeReason} | null {
  const inLine = units.filter((other) => other !== unit && other.division === unit.division);
  const has = ({departments}: ReleaseUnit, id: string): boolean => departments.some((one) => one.department_id === id);
  const neighbours = inLine.filter((other) =>
    lineage.some(([a, b]) => (has(unit, a) && has(other, b)) || (has(unit, b) && has(other, a)))
  );
  const nearest = (candidates: readonly ReleaseUnit[]): ReleaseUnit | undefined =>
    candidates.toSorted((a, b) => Math.abs(a.least - unit.least) - Math.abs(b.least - unit.least) || bySize(a, b))[0];
  const [neighbour, like] = [nearest(neighbours), nearest(inLine)];
  if (neighbour) return {other: neighbour, reason: "lineage"};
  return like ? {other: like, reason: "size"} : null;
}

function unitOf(members: readonly Department[], reasons: readonly MergeReason[]): ReleaseUnit {
  const departments = members.toSorted((a, b) => compare(a.department_id, b.department_id));
  const years = [...(departments[0]?.eligible.keys() ?? [])];
  const least = leastOf(
    years.map((year) => departments.reduce((sum, {eligible}) => sum + (eligible.get(year) ?? 0), 0))
  );
  const names = departments.map(({name}) => name);
  const last = names.at(-1) ?? "";
  return {
    unit_id: departments.map(({department_id: id}) => id).join("+"),
    name: names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last,
    division: departments[0]?.division ?? "",
    departments,
    least,
    reasons
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const bySize = (a: ReleaseUnit, b: ReleaseUnit): number => a.least - b.least || compare(a.unit_id, b.unit_id);

const inOrder = (units: readonly ReleaseUnit[]): ReleaseUnit[] =>
  units.toSorted((a, b) => compare(a.division, b.division) || compare(a.unit_id, b.unit_id));
