/**
 * A study whose truth is known: people, sessions, ratings, answers and finances of a company that never was.
 *
 * Departments differ in a lasting quality. Better ones, and better-rated managers, take part earlier; quality moves
 * margins, answers and take-up, so that the naive comparisons are biased as real ones are. Participation moves margins,
 * ratings and answers by the parameters' effects and nothing else does so on its account.
 *
 * Every part draws from a named stream of its own, so that a change to one leaves the others as they were. A larger study
 * is made of more offices, one after another, each as large as the first; they share modules and market.
 */
import {random} from "../../src/stats/random.js";
import {askSurvey} from "./askSurvey.js";
import {lines, modules, surveyItems, surveyMeasures} from "./catalogue.js";
import {foresee} from "./foresee.js";
import {holdSessions, moduleId} from "./holdSessions.js";
import type {Department, Manager, Office, SimulatedRow} from "./office.js";
import {openOffice} from "./office.js";
import {parameters as truth} from "./parameters.js";
import type {Parameters} from "./parameters.js";
import {ratePerformance} from "./ratePerformance.js";
import {reportFinance} from "./reportFinance.js";
import {takePart} from "./takePart.js";
import {closeStay, hireFirst, moveMidyear, turnOver} from "./turnOver.js";

export type {SimulatedRow} from "./office.js";

/** Tables by name: the contract's, but for answers side by side in `survey`, `sector_years`, and what is hidden. */
export type SimulatedTables = Readonly<Partial<Record<string, readonly SimulatedRow[]>>>;

/** A study of one office. */
export function simulate(seed: number, parameters: Parameters = truth): SimulatedTables {
  const [only = {}] = simulateOffices(seed, parameters);
  return only;
}

/** The offices of a study, one after another; only what is common to all stands in each. */
export function* simulateOffices(
  seed: number,
  parameters: Parameters = truth,
  {offices = 1}: {offices?: number} = {}
): Generator<SimulatedTables> {
  if (!Number.isInteger(offices) || offices < 1) {
    throw new RangeError(`invalid number of offices; not a whole number of 1 or more: ${offices}`);
  }
  const study = random(seed);
  for (let number = 0; number < offices; number++) {
    const office = openOffice(parameters, {study, office: study.stream(`office ${number}`), number});
    hireFirst(office);
    for (const year of office.years) passYear(office, year);
    yield recordsOf(office);
  }
}

function passYear(office: Office, year: number): void {
  const moves = year === office.years[0] ? new Map<Manager, Department>() : turnOver(office, year);
  foresee(office);
  const attendees = takePart(office, year);
  if (attendees.length > 0) holdSessions(office, year, attendees);
  const managers = countBy(office.staff);
  const present = countBy(attendees);
  const participation = new Map(
    Array.from(managers, ([department, count]) => [department, (present.get(department) ?? 0) / count] as const)
  );
  for (const manager of attendees) manager.startedIn ??= year;
  moveMidyear(office, year, moves);
  ratePerformance(office, year, participation);
  reportFinance(office, year, managers, participation);
  askSurvey(office, year, managers, participation);
}

function countBy(managers: Iterable<{readonly department: Department}>): Map<Department, number> {
  const counts = new Map<Department, number>();
  for (const {department} of managers) counts.set(department, (counts.get(department) ?? 0) + 1);
  return counts;
}

function recordsOf(office: Office): SimulatedTables {
  const {departments, staff, everyone, tables, years, market, parameters: p} = office;
  for (const manager of staff) closeStay(office, manager, null);
  return {
    ...tables,
    departments: departments.map(({id, name, line, opened, closed}) => ({
      department_id: id,
      name,
      division: lines[line] ?? null,
      opened: opened === null ? null : `${opened}-04-01`,
      closed: closed === null ? null : `${closed}-03-31`
    })),
    managers: everyone.map(({id, hired, left, grade}) => ({
      manager_id: id,
      hired: `${hired}-04-01`,
      left,
      grade: `G${grade}`
    })),
    assignments: tables.assignments.toSorted((a, b) =>
      order(`${a.manager_id} ${a.valid_from}`, `${b.manager_id} ${b.valid_from}`)
    ),
    modules: modules.map(({title, mindset}, i) => ({module_id: moduleId(i), title, mindset})),
    rating_scales: [
      {scale_id: "relative", minimum: 1, maximum: 5, higher_is_better: true, kind: "relative"},
      {scale_id: "absolute", minimum: 1, maximum: 7, higher_is_better: true, kind: "absolute"},
      {scale_id: "session", minimum: 1, maximum: 5, higher_is_better: true, kind: "absolute"}
    ],
    survey_items: surveyItems.map(({id, measure, wording, version, reversed}) => ({
      item_id: id,
      measure,
      wording,
      wording_version: version,
      minimum: 1,
      maximum: 5,
      reversed,
      negative_control: surveyMeasures.some(({name, control}) => name === measure && control)
    })),
    events: [
      {occurred_on: `${p.firstYear}-04-01`, label: "Programme starts", kind: "programme"},
      {occurred_on: `${p.reorganisationYear}-04-01`, label: "A department is split", kind: "reorganisation"},
      {occurred_on: `${p.crisisYear}-04-01`, label: "Market crisis", kind: "crisis"},
      {occurred_on: `${p.relativeUntil + 1}-04-01`, label: "Absolute ratings", kind: "scale"},
      {occurred_on: `${p.rewordedYear}-11-01`, label: "A survey item reworded", kind: "scale"},
      {occurred_on: `${p.mergerYear}-04-01`, label: "Two departments merge", kind: "reorganisation"}
    ],
    hidden_departments: departments.map(({id, opened, quality, taste, answering}) => ({
      department_id: id,
      opened,
      quality,
      taste,
      answering
    })),
    hidden_managers: everyone.map(({id, ability, leniency, reliability, taste}) => ({
      manager_id: id,
      ability,
      leniency,
      reliability,
      taste
    })),
    sector_years: years.map((year, i) => ({fiscal_year: year, comparator: Math.round(1000 * (market[i] ?? 1)) / 10}))
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
