/**
 * A file of a tool that nobody knows, by its shape: a column of persons' keys and days beside it. Days that many share are
 * those of sessions; days of one's own, with a unit, are postings; one day a person is when each joined or left. A year that
 * a person has once, with a grade, is an appraisal's.
 */
import {identifier, literal} from "../../study/quote.js";
import {namesPersons} from "../../study/namesPersons.js";
import {isYear} from "./isYear.js";
import {areKnown} from "./areKnown.js";
import {isPersonal} from "./isPersonal.js";
import {headerLine} from "./headerLine.js";
import type {Layout} from "./preset.js";
import {identifies} from "./proposeFields.js";
import {departmentsSql} from "./surveySql.js";

const day = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$/;
/** persons who share a day, from which on it is a session's */
const shared = 4;
/** kinds of a grade */
const [fewestGrades, mostGrades] = [3, 10];
/** what a column of grades is called, where another, such as a team, has as few kinds */
const calledGrade = /apprais|rating|grade|score|perform|assess|evalua|bewert|beurteil|note\b|評価|考課|評定/i;
/** kinds of a state, such as completed, absent, enrolled */
const states = 6;

interface Looked {
  readonly person: string;
  /** columns of days, those without a gap first */
  readonly days: readonly string[];
  /** other columns of texts that come back, the one with most kinds first */
  readonly groups: readonly string[];
  readonly valuesOf: (column: string) => readonly string[];
}

export function rowsOfPersons(
  headerRows: readonly number[],
  names: readonly string[],
  records: readonly (readonly string[])[],
  persons: ReadonlySet<string>
): Layout | undefined {
  const valuesOf = (name: string): string[] => records.map((row) => row[names.indexOf(name)] ?? "");
  const unread = names.filter((name) => isPersonal(name, valuesOf(name)));
  const read = names.filter((name) => name !== "" && !unread.includes(name));
  const isPerson = (name: string): boolean => namesPersons(name) === "keys" || areKnown(valuesOf(name), persons);
  const person = read.find(isPerson);
  const days = read
    .filter((name) => valuesOf(name).some((value) => day.test(value)))
    .filter((name) => valuesOf(name).every((value) => value === "" || day.test(value)))
    .toSorted((a, b) => gapsIn(valuesOf(a)) - gapsIn(valuesOf(b)));
  if (person === undefined || records.length < 2) return undefined;
  const groups = read
    .filter((name) => name !== person && !days.includes(name) && !isPerson(name))
    .filter((name) => valuesOf(name).every((value) => /\p{L}/u.test(value)) && kindsIn(valuesOf(name)) > 1)
    .filter((name) => kindsIn(valuesOf(name)) * 2 <= records.length)
    .toSorted((a, b) => kindsIn(valuesOf(b)) - kindsIn(valuesOf(a)));
  const layout = {
    headerRows,
    columns: read,
    unread,
    texts: [person, ...groups.filter((name) => identifies.test(name))]
  };
  const looked = {person, days, groups, valuesOf};
  const people = kindsIn(valuesOf(person));
  const rated = appraisedBy(read, looked);
  if (rated)
    return {
      ...layout,
      kind: `appraisals, one row for each ${person} and ${rated.year}`,
      texts: [...layout.texts, ...(rated.points ? [] : [rated.grade])],
      primaryKey: [person, rated.year],
      sql: (resource) => appraisalsSql(resource, person, rated)
    };
  const [first] = days;
  if (first === undefined) return undefined;
  if (people === records.length)
    return {
      ...layout,
      kind: `one row for each person, with a day, ${first}; managers.sql can read it as the day of joining or leaving`,
      sql: () => ({})
    };
  if (kindsIn(valuesOf(first)) * shared <= records.length && groups.length > 0)
    return {...layout, kind: "sessions that persons attended", sql: (resource) => sessionsSql(resource, looked)};
  const unit = groups.find((name) => kindsIn(valuesOf(name)) * 2 <= people);
  if (unit === undefined) return undefined;
  return {
    ...layout,
    kind: `postings, one row for each person and ${first}`,
    texts: [...layout.texts, unit],
    sql: (resource) => postingsSql(resource, unit, looked)
  };
}

interface Appraised {
  readonly year: string;
  readonly grade: string;
  /** the grades, where they are words or letters: in which order, no file says */
  readonly grades: readonly string[];
  readonly points: boolean;
}

/** A year that a person has once, and beside it a column of few kinds. */
function appraisedBy(read: readonly string[], {person, valuesOf}: Looked): Appraised | undefined {
  const keys = valuesOf(person);
  const year = read.find((name) => isYear(name) && valuesOf(name).every((value) => /^(19|20)\d\d$/.test(value)));
  if (year === undefined || kindsIn(keys) === keys.length) return undefined;
  const moments = valuesOf(year);
  if (kindsIn(keys.map((key, i) => `${key}\n${moments[i]}`)) < keys.length) return undefined;
  const able = read.filter((name) => {
    const kinds = kindsIn(valuesOf(name));
    const few = kinds >= fewestGrades && kinds <= mostGrades && kinds * 5 <= moments.length;
    return few && name !== person && name !== year;
  });
  const grade = able.find((name) => calledGrade.test(name)) ?? able[0];
  if (grade === undefined) return undefined;
  const grades = [...new Set(valuesOf(grade))].filter((value) => value !== "").toSorted();
  return {year, grade, grades, points: grades.every((value) => /^\d+$/.test(value))};
}

function appraisalsSql(resource: string, person: string, {year, grade, grades, points}: Appraised) {
  const [low, high] = points
    ? [grades.map(Number).toSorted((a, b) => a - b)[0], grades.map(Number).toSorted((a, b) => b - a)[0]]
    : [1, grades.length];
  const whens = grades.map((one, i) => `WHEN ${literal(one)} THEN ${i + 1}`).join(" ");
  const ratings = [
    ...head("one row a person and year", resource, "points of the scale"),
    ...(points ? [] : headerLine("leaves out", resource, `${identifier(grade)} IS NULL`)),
    ...(points ? [] : ["-- FINISH: put the grades into order, from the least to the most"]),
    "SELECT",
    `  ${identifier(person)} AS manager_id,`,
    `  ${identifier(year)} AS fiscal_year,`,
    `  ${points ? `${identifier(grade)}::INTEGER` : `CASE ${identifier(grade)} ${whens} END`} AS rating,`,
    "  'appraisal' AS scale_id",
    `FROM ${identifier(resource)}`,
    ...(points ? [] : [`WHERE ${identifier(grade)} IS NOT NULL`]),
    "ORDER BY manager_id, fiscal_year",
    ""
  ].join("\n");
  const scales = [
    "-- grain       one row a scale",
    `-- inputs      none: made from the values of ${resource}`,
    "-- parameters  none",
    "-- units       none",
    "-- FINISH: say how far the scale goes, and whether grades are shared out (relative) or not (absolute)",
    `SELECT 'appraisal' AS scale_id, ${low} AS minimum, ${high} AS maximum, true AS higher_is_better, 'absolute' AS kind`,
    ""
  ].join("\n");
  return {performance_ratings: ratings, rating_scales: scales};
}

const kindsIn = (values: readonly string[]): number => new Set(values).size;
const gapsIn = (values: readonly string[]): number => values.filter((value) => value === "").length;

const head = (grain: string, resource: string, units = "none"): string[] => [
  `-- grain       ${grain}`,
  `-- inputs      ${resource}`,
  "-- parameters  none",
  `-- units       ${units}`
];

function postingsSql(resource: string, unit: string, {person, days, valuesOf}: Looked): Record<string, string> {
  const [from = "", to] = days.toSorted((a, b) => Number(isLater(valuesOf(a), valuesOf(b))));
  const end = to
    ? identifier(to)
    : `lead(${identifier(from)}) OVER (PARTITION BY ${identifier(person)} ORDER BY ${identifier(from)}) - 1`;
  const assignments = [
    ...head("one row a person's stay in a unit", resource),
    ...(to ? [] : ["-- FINISH: end the last stay of those who left, where another file has the day"]),
    "SELECT",
    `  ${identifier(person)} AS manager_id,`,
    `  ${identifier(unit)} AS department_id,`,
    `  ${identifier(from)} AS valid_from,`,
    `  ${end} AS valid_to`,
    `FROM ${identifier(resource)}`,
    "ORDER BY manager_id, valid_from",
    ""
  ].join("\n");
  const managers = [
    ...head("one row a person", resource),
    "-- FINISH: say who is a manager, and where the day of leaving is",
    `SELECT ${identifier(person)} AS manager_id, min(${identifier(from)}) AS hired`,
    `FROM ${identifier(resource)}`,
    "GROUP BY manager_id",
    "ORDER BY manager_id",
    ""
  ].join("\n");
  return {assignments, managers, departments: departmentsSql(resource, unit)};
}

/** Whether days of the first are later than those beside them; both as they are written, years first or last. */
function isLater(one: readonly string[], other: readonly string[]): boolean {
  const order = (value: string): string => {
    const parts = value.split(/[-./]/);
    return ((parts[0]?.length ?? 0) === 4 ? parts : parts.toReversed()).join("-");
  };
  const pairs = one.flatMap((value, i) => (value && other[i] ? [[order(value), order(other[i])] as const] : []));
  return pairs.filter(([a, b]) => a > b).length * 2 > pairs.length;
}

function sessionsSql(resource: string, {person, days, groups, valuesOf}: Looked): Record<string, string> {
  const [held = "", done] = days;
  const [group = ""] = groups;
  const state = groups.find(
    (name) => done !== undefined && kindsIn(valuesOf(name)) <= states && tells(valuesOf(name), valuesOf(done))
  );
  const said = state && done ? valuesOf(state)[valuesOf(done).findIndex((value) => value !== "")] : undefined;
  const where = state && said ? `${identifier(state)} = ${literal(said)}` : undefined;
  const lines = where
    ? headerLine("leaves out", resource, `${identifier(state ?? "")} IS DISTINCT FROM ${literal(said ?? "")}`)
    : [];
  const unsaid = groups.filter((name) => !where && name !== group && kindsIn(valuesOf(name)) <= states);
  const session = `${identifier(group)} || ' ' || ${identifier(held)}`;
  const from = [`FROM ${identifier(resource)}`, ...(where ? [`WHERE ${where}`] : [])];
  const attendance = [
    ...head("one row a person at a session", resource),
    ...lines,
    "-- FINISH: check that a session is told by these columns, and which rows count",
    ...unsaid.flatMap((name) =>
      name.includes("\n")
        ? []
        : [
            `-- FINISH: where ${identifier(name)} says who was there, leave the others out, here and in a line "-- leaves out"`
          ]
    ),
    `SELECT DISTINCT ${session} AS session_id, ${identifier(person)} AS manager_id`,
    ...from,
    "ORDER BY session_id, manager_id",
    ""
  ].join("\n");
  const sessions = [
    ...head("one row a session", resource, "minutes"),
    ...lines,
    "-- FINISH: say how long each takes, in minutes, and which group it is of",
    "SELECT",
    `  ${session} AS session_id,`,
    `  ${identifier(group)} AS group_id,`,
    `  row_number() OVER (PARTITION BY ${identifier(group)} ORDER BY ${identifier(held)}) AS position,`,
    `  ${identifier(held)} AS held_on,`,
    "  60 AS minutes",
    ...from,
    `GROUP BY ${identifier(group)}, ${identifier(held)}`,
    "ORDER BY session_id",
    ""
  ].join("\n");
  return {attendance, sessions};
}

/** Whether one kind of a state alone has a day in the other column. */
function tells(kinds: readonly string[], done: readonly string[]): boolean {
  const having = new Set(kinds.filter((_, i) => done[i] !== ""));
  const lacking = new Set(kinds.filter((_, i) => done[i] === ""));
  return having.size === 1 && lacking.size > 0 && [...having].every((kind) => !lacking.has(kind));
}
