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
  const broken = last.flatMap((row): [LastRuleName, Violation][] => {
    const years = `${row.table} years`;
    const grown = (amounts.get(years) ?? 0) > 0 ? (amounts.get(years) ?? 1) / (before.get(years) ?? 1) : 1;
    const name = brokenRule(row, amounts.get(`${row.table} ${row.counted}`) ?? 0, grown || 1);
    const column = row.counted.split(" ")[1];
    const remedy = `Export it again, or say in study.rules.${name} why it is expected, with severity "warn"`;
    return name ? [[name, {file: row.table, column, rule: lastRules[name], remedy}]] : [];
  });
  const stops = broken.filter(([name]) => (rules[name]?.severity ?? (synthetic ? "warn" : "error")) === "error");
  if (stops.length > 0)
    throw new StudyError(
      stops.map(([, violation]) => violation),
      "tables break with the last release"
    );
  return broken.map(([, violation]) => describeViolation(violation));
}

function brokenRule({counted, amount: then}: ProfileRow, now: number, grown: number): LastRuleName | null {
  if (counted === "rows") return then > 0 && isBeyond(now / then / grown, 0.8, 1.25) ? "last_rows" : null;
  if (counted === "years") return now < then ? "last_years" : null;
  if (counted === "units") return now < then ? "last_units" : null;
  if (counted.startsWith("missing ")) return now > then + 0.1 ? "last_missing" : null;
  return then !== 0 && isBeyond(now / then, 0.2, 5) ? "last_median" : null;
}

const isBeyond = (ratio: number, low: number, high: number): boolean => ratio < low || ratio > high;
