/** What is known of a simulated office, hidden numbers included. */
import {group} from "d3";
import type {SimulatedRow} from "../../../loaders/simulate/office.js";
import type {ParameterName, Parameters} from "../../../loaders/simulate/parameters.js";
import type {SimulatedTables} from "../../../loaders/simulate/simulate.js";

export type Measured = Partial<Record<ParameterName, number>>;

export interface Facts {
  readonly years: readonly number[];
  /** hidden number of a department or a manager */
  hidden(id: unknown, name: string): number;
  /** department in which a manager sat on a day */
  seat(manager: unknown, day: string): string | undefined;
  /** rating as felt, sd */
  latent(manager: unknown, year: number): number | undefined;
  readonly members: ReadonlySet<string>;
  started(manager: unknown): number;
  /** share of a department's managers at the year's start who took part in the year */
  participation(department: unknown, year: number): number;
}

export function gather(tables: SimulatedTables, p: Parameters): Facts {
  const {
    hidden_departments = [],
    hidden_managers = [],
    assignments = [],
    performance_ratings = [],
    hidden_members = []
  } = tables;
  const hidden = new Map<unknown, SimulatedRow>([
    ...hidden_departments.map((row) => [row.department_id, row] as const),
    ...hidden_managers.map((row) => [row.manager_id, row] as const)
  ]);
  const stays = group(assignments, (row) => row.manager_id);
  const latent = new Map(
    performance_ratings.map((row) => [`${row.manager_id} ${row.fiscal_year}`, (Number(row.rating) - 4.4) / 1.1])
  );
  const seat = (manager: unknown, day: string): string | undefined => {
    const stay = stays
      .get(manager as string)
      ?.find(({valid_from: from, valid_to: to}) => String(from) <= day && (to === null || String(to) >= day));
    return stay ? String(stay.department_id) : undefined;
  };
  const members = new Set(hidden_members.map((row) => `${row.manager_id} ${row.fiscal_year}`));
  const started = new Map<unknown, number>();
  for (const {manager_id: id, fiscal_year: year} of hidden_members) {
    started.set(id, Math.min(started.get(id) ?? Infinity, Number(year)));
  }
  const seated = new Map<string, {all: number; present: number}>();
  for (const {manager_id: id, fiscal_year: year} of performance_ratings) {
    const key = `${seat(id, `${year}-04-01`)} ${year}`;
    const count = seated.get(key) ?? {all: 0, present: 0};
    count.all += 1;
    if (members.has(`${id} ${year}`)) count.present += 1;
    seated.set(key, count);
  }
  return {
    years: Array.from({length: p.yearsBefore + p.programmeYears}, (_, i) => p.firstYear - p.yearsBefore + i),
    hidden: (id, name) => Number(hidden.get(id)?.[name]),
    seat,
    latent: (manager, year) => latent.get(`${String(manager)} ${year}`),
    members,
    started: (manager) => started.get(manager) ?? Infinity,
    participation(department, year) {
      const count = seated.get(`${String(department)} ${year}`);
      return count ? count.present / count.all : 0;
    }
  };
}
