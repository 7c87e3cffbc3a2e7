import type {Random} from "../../src/stats/random.js";
import {departmentName, lines, modules, surveyMeasures} from "./catalogue.js";
import type {Parameters} from "./parameters.js";

export type SimulatedRow = Readonly<Record<string, string | number | boolean | null>>;

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly line: number;
  readonly opened: number | null;
  closed: number | null;
  /** places for managers */
  readonly size: number;
  /** lasting quality, sd */
  readonly quality: number;
  /** taste for the programme, log odds */
  readonly taste: number;
  /** answering of surveys, log odds */
  readonly answering: number;
  /** departure of each survey measure, points */
  readonly climate: ReadonlyMap<string, number>;
  /** slow trend of its own, sd */
  readonly trend: number;
  /** what is about to happen to it this year, sd */
  coming: number;
  /** this year's margin beside what explains it, in sd */
  marginNoise: number;
  /** log of revenue a head beside the sector's */
  revenueLevel: number;
}

export interface Manager {
  readonly id: string;
  readonly hired: number;
  left: string | null;
  grade: number;
  department: Department;
  since: string;
  /** lasting part of ratings, sd */
  readonly ability: number;
  /** liking of sessions, points */
  readonly leniency: number;
  /** coming to sessions, log odds */
  readonly reliability: number;
  /** taste for the programme, log odds */
  readonly taste: number;
  /** slow trend of the ratings, sd */
  readonly trend: number;
  /** what is about to happen to the next year's rating, sd, and what has come of the last year's */
  coming: number;
  came: number;
  lastRating: number;
  promotedIn: number | null;
  startedIn: number | null;
}

/** One company: what it is made of while the years go by, and what has been recorded of it so far. */
export interface Office {
  readonly parameters: Parameters;
  readonly years: readonly number[];
  /** before every identifier, so that several offices make one study */
  readonly prefix: string;
  readonly departments: Department[];
  readonly staff: Set<Manager>;
  readonly everyone: Manager[];
  /** module's quality, points */
  readonly moduleQuality: readonly number[];
  /** sector's revenue, the first year being 1 */
  readonly market: readonly number[];
  readonly counts: {groups: number; respondents: number};
  readonly stream: (name: string) => Random;
  readonly tables: Readonly<Record<OfficeTable, SimulatedRow[]>>;
}

const officeTables = [
  "departments",
  "department_lineage",
  "department_years",
  "managers",
  "assignments",
  "sessions",
  "attendance",
  "session_ratings",
  "performance_ratings",
  "survey",
  "survey_invitations"
] as const;

/** What nobody in the company knows, and a check of the simulation must: kept beside the tables, never written. */
const hiddenTables = ["hidden_people", "hidden_likings", "hidden_members"] as const;

export type OfficeTable = (typeof officeTables)[number] | (typeof hiddenTables)[number];

/** A company of departments of skewed size, on the eve of its first year. */
export function openOffice(
  parameters: Parameters,
  {study, office, number}: {study: Random; office: Random; number: number}
): Office {
  const streams = new Map<string, Random>();
  const stream = (name: string): Random => {
    const found = streams.get(name) ?? office.stream(name);
    streams.set(name, found);
    return found;
  };
  const count = parameters.yearsBefore + parameters.programmeYears;
  const years = Array.from({length: count}, (_, i) => parameters.firstYear - parameters.yearsBefore + i);
  const quality = study.stream("modules");
  const opened: Office = {
    parameters,
    years,
    prefix: number === 0 ? "" : `${number}.`,
    departments: [],
    staff: new Set(),
    everyone: [],
    moduleQuality: modules.map(() => quality.normal() * parameters.ratingModule),
    market: makeMarket(study.stream("market"), years, parameters),
    counts: {groups: 0, respondents: 0},
    stream,
    tables: Object.fromEntries(
      [...officeTables, ...hiddenTables].map((name) => [name, []])
    ) as unknown as Office["tables"]
  };
  for (let i = 0; i < parameters.departments; i++) {
    const size = Math.round(3 + 27 * ((i + 0.5) / parameters.departments) ** 1.8);
    openDepartment(opened, {line: i % 5 < 3 ? 0 : 1, size});
  }
  return opened;
}

function makeMarket(source: Random, years: readonly number[], {revenueGrowth, ...p}: Parameters): number[] {
  let level = 0;
  return years.map((year, i) => {
    if (i > 0) level += Math.log1p(revenueGrowth) + 0.006 * source.normal();
    return Math.exp(level) * (1 + (year === p.crisisYear ? p.crisisRevenue : 0));
  });
}

/** A department is added; one that takes over from others has their quality, weighted by their shares. */
export function openDepartment(
  {departments, parameters: p, prefix, stream}: Office,
  {
    line,
    size,
    opened = null,
    from = []
  }: {
    line: number;
    size: number;
    opened?: number | null;
    from?: readonly {department: Department; weight: number}[];
  }
): Department {
  const source = stream("departments");
  const trends = stream("trends of departments");
  const inherited = (own: number, of: (department: Department) => number): number =>
    from.length === 0 ? own : from.reduce((sum, {department, weight}) => sum + weight * of(department), 0);
  const nth = departments.filter((other) => other.line === line).length;
  const department: Department = {
    id: `${prefix}D${String(departments.length + 1).padStart(2, "0")}`,
    name: `${departmentName(lines[line] ?? lines[0], nth)}`,
    line,
    opened,
    closed: null,
    size,
    quality: inherited(source.normal(), (parent) => parent.quality),
    taste: inherited(source.normal() * p.takeUpDepartment, (parent) => parent.taste),
    answering: inherited(source.normal() * p.responseDepartment, (parent) => parent.answering),
    climate: new Map(
      surveyMeasures.map(({name}) => [
        name,
        inherited(source.normal() * p.surveyDepartmentSd, (parent) => parent.climate.get(name) ?? 0)
      ])
    ),
    trend: inherited(trends.normal(), (parent) => parent.trend),
    coming: 0,
    marginNoise: inherited(source.normal(), (parent) => parent.marginNoise),
    revenueLevel: inherited(0.12 * source.normal(), (parent) => parent.revenueLevel)
  };
  departments.push(department);
  return department;
}
