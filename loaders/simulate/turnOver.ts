import type {Random} from "../../src/stats/random.js";
import {chance} from "./chance.js";
import type {Department, Manager, Office} from "./office.js";
import {openDepartment} from "./office.js";

/**
 * On a year's first day departments are split and merged, managers leave and move, and vacancies are filled.
 *
 * @returns those who will move on 1 October, and where
 */
export function turnOver(office: Office, year: number): Map<Manager, Department> {
  const {parameters: p, departments, staff} = office;
  const people = office.stream("people");
  const later = new Map<Manager, Department>();
  const [eve, day] = [`${year}-03-31`, `${year}-04-01`];
  if (year === p.reorganisationYear) splitLargest(office, year);
  if (year === p.mergerYear) mergeSmall(office, year);
  for (const manager of Array.from(staff)) {
    const leaves = people.uniform() < chance(p.leaving, p.leavingRating * manager.lastRating);
    const moves = people.uniform() < p.moving;
    const midyear = people.uniform() < p.movingMidyear;
    const others = departments.filter((other) => other.closed === null && other !== manager.department);
    const to = others[people.below(Math.max(1, others.length))];
    if (leaves) {
      manager.left = eve;
      closeStay(office, manager, eve);
      staff.delete(manager);
    } else if (moves && to && manager.since !== day) {
      if (midyear) later.set(manager, to);
      else move(office, manager, to, [eve, day]);
    }
  }
  fillVacancies(office, (manager) => ({...manager, hired: year, since: day}));
  return later;
}

/** On 1 October of a year some more move. */
export function moveMidyear(office: Office, year: number, moves: ReadonlyMap<Manager, Department>): void {
  for (const [manager, to] of moves) move(office, manager, to, [`${year}-09-30`, `${year}-10-01`]);
}

/** The managers of the first year came over the twelve years before it. */
export function hireFirst(office: Office): void {
  const people = office.stream("people");
  const [first = 0] = office.years;
  fillVacancies(office, (manager) => {
    const hired = first - 1 - people.below(12);
    return {...manager, hired, since: `${hired}-04-01`};
  });
}

function fillVacancies(office: Office, start: (manager: Manager) => Manager): void {
  const {parameters: p, departments, staff, everyone, prefix} = office;
  const source = office.stream("managers");
  const trends = office.stream("trends of managers");
  const seated = new Map<Department, number>();
  for (const {department} of staff) seated.set(department, (seated.get(department) ?? 0) + 1);
  for (const department of departments) {
    if (department.closed !== null) continue;
    for (let k = seated.get(department) ?? 0; k < department.size; k++) {
      const manager = start({
        id: `${prefix}M${String(everyone.length + 1).padStart(4, "0")}`,
        hired: 0,
        left: null,
        grade: 1 + source.below(3),
        department,
        since: "",
        ability: source.normal(),
        leniency: source.normal() * p.ratingManager,
        reliability: source.normal() * p.presenceManager,
        taste: source.normal() * p.takeUpManager,
        trend: trends.normal(),
        coming: 0,
        came: 0,
        lastRating: 0,
        promotedIn: null,
        startedIn: null
      });
      everyone.push(manager);
      staff.add(manager);
    }
  }
}

/** The stay that a manager is in is recorded, up to its last day or open. */
export function closeStay({tables}: Office, {id, since, department}: Manager, lastDay: string | null): void {
  tables.assignments.push({manager_id: id, department_id: department.id, valid_from: since, valid_to: lastDay});
}

function move(office: Office, manager: Manager, to: Department, [lastDay, firstDay]: readonly [string, string]): void {
  closeStay(office, manager, lastDay);
  manager.department = to;
  manager.since = firstDay;
}

function splitLargest(office: Office, year: number): void {
  const open = office.departments.filter(({closed}) => closed === null);
  const parent = open.reduce((largest, one) => (one.size > largest.size ? one : largest));
  const major = Math.round(parent.size * 0.6);
  const heirs = [major, parent.size - major].map((size) =>
    openDepartment(office, {line: parent.line, size, opened: year, from: [{department: parent, weight: 1}]})
  );
  passOn(office, parent, heirs, year, office.stream("reorganisation"));
}

function mergeSmall(office: Office, year: number): void {
  const small = office.departments
    .filter(({closed, line, size}) => closed === null && line === 1 && size >= 4)
    .toSorted((a, b) => a.size - b.size)
    .slice(0, 2);
  if (small.length < 2) return;
  const size = small.reduce((sum, department) => sum + department.size, 0);
  const from = small.map((department) => ({department, weight: department.size / size}));
  const heir = openDepartment(office, {line: 1, size, opened: year, from});
  for (const parent of small) passOn(office, parent, [heir], year, office.stream("merger"));
}

function passOn(office: Office, parent: Department, heirs: readonly Department[], year: number, source: Random): void {
  parent.closed = year;
  const members = [...office.staff].filter(({department}) => department === parent);
  const places = heirs.reduce((sum, {size}) => sum + size, 0);
  const joined = heirs.map(() => 0);
  for (const manager of members) {
    const which = heirs.length > 1 && source.uniform() >= (heirs[0]?.size ?? 0) / places ? 1 : 0;
    joined[which] = (joined[which] ?? 0) + 1;
    const heir = heirs[which];
    if (heir) move(office, manager, heir, [`${year}-03-31`, `${year}-04-01`]);
  }
  heirs.forEach((heir, i) => {
    const share = members.length === 0 ? 0 : Math.round((100 * (joined[i] ?? 0)) / members.length) / 100;
    office.tables.department_lineage.push({from_id: parent.id, to_id: heir.id, fiscal_year: year, share});
  });
}
