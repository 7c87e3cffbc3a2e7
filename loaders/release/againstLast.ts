/**
 * A study's tables against those of its last release: an unexplained break in rows, years, units, medians or shares missing
 * stops a release. A study that expects one says so in `study.rules`, with its reason; of a synthetic study it is only told.
 */
import type {Study} from "../study/readStudy.js";
import {StudyError} from "../study/studyError.js";
import {type LastRuleName, lastRules} from "../study/tableRules.js";
import {describeViolation, type Violation} from "../study/violation.js";

export interface ProfileRow {
  readonly table: string;
  /** rows, years, units, "median COLUMN" or "missing COLUMN" */
  readonly counted: string;
  readonly amount: number;
}

/**
 * @returns breaks that a release may pass with, a line each
 * @throws {StudyError} naming table, column and rule of those that it may not
 */
export function againstLast(
  {rules, synthetic}: Pick<Study, "rules" | "synthetic">,
  last: readonly ProfileRow[],
  now: readonly ProfileRow[]
): string[] {
  const amounts = new Map(now.map(({table, counted, amount}) => [`${table} ${counted}`, amount]));
  const before = new Map(last.map(({table, counted, amount}) => [`${table} ${counted}`, amount]));
  const newYears = yearsOf(last).reduce(
    (most, [years, then]) => Math.max(most, (amounts.get(years) ?? then) - then),
    0
  );
  const broken = last.flatMap((row): [LastRuleName, Violation][] => {
    const years = `${row.table} years`;
    const dated = (amounts.get(years) ?? 0) > 0;
    const grown = dated ? (amounts.get(years) ?? 1) / (before.get(years) ?? 1) : 1;
    const name = brokenRule(row, amounts.get(`${row.table} ${row.counted}`) ?? 0, {
      grown: grown || 1,
      newYears: dated ? 0 : newYears
    });
    if (!name) return [];
    const column = row.counted.split(" ")[1];
    const remedy = `Export it again, or say in study.rules.${name} why it is expected, with severity "warn"`;
    const rule = name === "last_rows" && !dated ? (newYears > 0 ? beyondNewYear : beyondBounds) : lastRules[name];
    return [[name, {file: row.table, column, rule, remedy}]];
  });
  const stops = broken.filter(([name]) => (rules[name]?.severity ?? (synthetic ? "warn" : "error")) === "error");
  if (stops.length > 0)
    throw new StudyError(
      stops.map(([, violation]) => violation),
      "tables are too different from the last release's"
    );
  return broken.map(([, violation]) => describeViolation(violation));
}

/** Tables that define what others refer to: a scale or an item more is no break, one fewer may be. */
const definitions: ReadonlySet<string> = new Set(["rating_scales", "survey_items", "modules", "events"]);

/** of a table without a year of its own, such as attendance */
const beyondBounds = "rows are under four fifths of the last release's, or over five quarters";
const beyondNewYear = "rows are under four fifths of the last release's, or more than a new year explains";

const yearsOf = (profile: readonly ProfileRow[]): (readonly [string, number])[] =>
  profile.flatMap(({table, counted, amount}) => (counted === "years" ? [[`${table} years`, amount] as const] : []));

/** @param growth.newYears  years that the study has gained, for a table without a year: each may double it */
function brokenRule(
  {table, counted, amount: then}: ProfileRow,
  now: number,
  {grown, newYears}: {readonly grown: number; readonly newYears: number}
): LastRuleName | null {
  const most = definitions.has(table) ? Infinity : 1.25 + newYears;
  if (counted === "rows") return then > 0 && isBeyond(now / then / grown, 0.8, most) ? "last_rows" : null;
  if (counted === "years") return now < then ? "last_years" : null;
  if (counted === "units") return now < then ? "last_units" : null;
  if (counted.startsWith("missing ")) return now > then + 0.1 ? "last_missing" : null;
  return then !== 0 && isBeyond(now / then, 0.2, 5) ? "last_median" : null;
}

const isBeyond = (ratio: number, low: number, high: number): boolean => ratio < low || ratio > high;
