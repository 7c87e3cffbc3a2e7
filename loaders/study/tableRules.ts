/**
 * What rows of canonical tables must be to one another, beyond what a column or a key can say. A study may declare how many
 * rows may break a rule, and why; a rule that warns lets a release pass.
 */
import type {TableName} from "./contract.js";

export interface TableRule {
  readonly table: TableName;
  /** whether more broken rows than are allowed stop a release, or are told */
  readonly severity: "error" | "warn";
  readonly rule: string;
  readonly remedy: string;
  /** whether it tells the years of what breaks it */
  readonly dated?: true;
}

const error = (table: TableName, rule: string, remedy: string): TableRule => ({
  table,
  severity: "error",
  rule,
  remedy
});
const warn = (table: TableName, rule: string, remedy: string): TableRule => ({table, severity: "warn", rule, remedy});

const dates = "Correct the dates at their source";

export const tableRules = {
  stays_ordered: error("assignments", "a stay ends before it begins", dates),
  stays_apart: error("assignments", "a stay begins before the person's earlier one has ended", dates),
  employment_ordered: error("managers", "somebody leaves before being hired", dates),
  departments_ordered: error("departments", "a unit closes before it opens", dates),
  sessions_inside: error("sessions", "a session is outside the years of the study", dates),
  sessions_counted: {
    ...warn(
      "sessions",
      "a session is after the last of programmeYears, and counts for nothing",
      "Set programmeYears to the last year in which the programme ran"
    ),
    dated: true
  },
  answers_inside: error("survey_responses", "an answer is outside the years of the study", dates),
  appraisals_inside: error("performance_ratings", "an appraisal is outside the years of the study", dates),
  attendance_in_post: warn("attendance", "somebody attends before being hired or after leaving", dates),
  rated_attended: warn(
    "session_ratings",
    "a session is rated by somebody who is not recorded at it",
    "Complete the attendance, or declare how many such ratings are expected"
  ),
  managers_within: error(
    "department_years",
    "more managers than people",
    "Check whether headcount and managers are of the same unit and day"
  ),
  managers_within_all: error(
    "organisation_years",
    "more managers than people",
    "Check whether headcount and managers are of the same day"
  ),
  managers_in_post: warn(
    "department_years",
    "the number of managers is far from those in post on the year's first day",
    "Check the mapping: rows of postings may be left out"
  ),
  participants_within: error(
    "participation_years",
    "more people took part than could have",
    "Check whether both columns count the same people"
  ),
  answers_within: error(
    "survey_invitations",
    "more people answered than were invited",
    "Check the invitations, and whether answers were read twice"
  ),
  totals_near: warn(
    "organisation_years",
    "a total is more than 5 % from the sum of its units",
    "Check whether a unit is missing, or is counted twice"
  ),
  totals_far: error(
    "organisation_years",
    "a total is under its units' sum by more than a tenth, or over it by more than half",
    "Check whether units are missing or counted twice, and the unit of measure"
  ),
  units_last: warn(
    "department_years",
    "a unit ends before the study does, without a closing date or a successor",
    "Declare when it closed, or who took over, or export it again"
  ),
  units_floor: error(
    "department_years",
    "a year has fewer than half of the units of the median year",
    "Export the year again"
  ),
  answers_floor: warn(
    "survey_responses",
    "a year has fewer than half of the rows of the median year",
    "Export the year again"
  ),
  appraisals_floor: warn(
    "performance_ratings",
    "a year has fewer than half of the rows of the median year",
    "Export the year again"
  ),
  unit_of_measure: error(
    "department_years",
    "a measure's median is over twenty times, or under a twentieth, of the year's before",
    "Check the unit of measure, such as thousands beside ones"
  ),
  digits: warn(
    "department_years",
    "a headcount or revenue is over five times, or under a fifth, of the unit's own median",
    "Check for a digit that is missing or repeated"
  ),
  digit_lost: error(
    "department_years",
    "a headcount or revenue has a digit fewer, or more, than in the years beside it, which are alike",
    "Check for a digit that is missing or repeated"
  ),
  names_apart: error(
    "departments",
    "two keys or names differ only in characters that nobody sees, or in how they are composed",
    "Write them alike"
  ),
  people_apart: error(
    "managers",
    "two keys differ only in characters that nobody sees, or in how they are composed",
    "Write them alike"
  ),
  names_plain: warn(
    "departments",
    "a key or name has characters that nobody sees, or letters in parts",
    "Write it in normal form (NFC), without marks of width or direction"
  )
} as const satisfies Readonly<Record<string, TableRule>>;

export type TableRuleName = keyof typeof tableRules;

export const tableRuleNames = Object.keys(tableRules) as [TableRuleName, ...TableRuleName[]];

/** What must not break between a release and the next, without a word. */
export const lastRules = {
  last_rows: "rows a year are under four fifths of the last release's, or over five quarters",
  last_years: "fewer years than the last release had",
  last_units: "fewer units than the last release had",
  last_median: "a median is beyond a factor of five from the last release's",
  last_missing: "a share missing is over ten points more than in the last release"
} as const;

export type LastRuleName = keyof typeof lastRules;

/**
 * Rules that a study may allow for: those between tables and releases, that every raw row is used or left out by one, and
 * that every combination of a key's other parts has all values of one part.
 */
export const allowances = [
  ...tableRuleNames,
  ...(Object.keys(lastRules) as [LastRuleName, ...LastRuleName[]]),
  "rows_used",
  "groups_complete"
] as const;
