/** Figures that are other than they were: where they are and what they were, in a reader's words. */
import {formatNumber} from "./formatNumber.js";
import {inWords as numberInWords, capital} from "./numbers.js";

export type Shown = string | number | boolean | null | {readonly suppressed: string};

interface Named {
  readonly one: string;
  readonly many: string;
}

export interface TableWords {
  readonly unit: Named;
  readonly person: Named;
}

/** beyond these a sum in another order differs, and is the same */
const mostDigits = 12;

/** What a released table is of. */
export function tableTitle(name: string, words: TableWords): string {
  return titles(words)[name] ?? capital(name.replaceAll("_", " "));
}

const titles = ({unit, person}: TableWords): Readonly<Record<string, string>> => ({
  department_years: `${capital(unit.many)} by year`,
  organisation_years: "The organisation by year",
  events: "Events",
  mixing: "Who met in sessions, by year",
  module_ratings: "Ratings by module",
  session_years: "Session ratings by year",
  module_answers: "Shares of ratings by module",
  module_means: "Average ratings by module",
  session_response: "Attendance and ratings by week",
  rating_years: "Appraisals by years since the start",
  movers: `${capital(person.many)} who changed ${unit.one}, by year`,
  manager_flow: `${capital(person.many)} in the comparison`,
  manager_balance: `How alike the compared ${person.many} were`,
  rating_shifts: "Appraisals that fell, stayed or rose",
  rating_effects: "Differences in appraisals by years since the start",
  survey_measures: "Survey averages by year",
  survey_scales: "Reliability of survey measures",
  survey_wording: "Survey questions in other words",
  survey_groups: "Survey averages by group"
});

/** What tells a row from others, where it is no name: "two years after the start", "position 3". */
export function keyCalled(key: string, value: Shown): string {
  if (typeof value === "number" && (key === "years" || key === "years_from_start")) return fromStart(value);
  if (key === "covariate") return characteristics[String(value)] ?? plain(value).replaceAll("_", " ");
  if (key === "started") return value === 0 || value === false ? "who had not started" : "who had started";
  return `${key.replaceAll("_", " ")} ${plain(value).replace("-", "\u2212")}`;
}

/** What is known of a person before the start, as the page on them calls it. */
const characteristics: Readonly<Record<string, string>> = {
  z_before: "last rating",
  z_earlier: "average of earlier ratings",
  tenure: "length of service",
  grade: "grade",
  promoted: "promoted in the year before",
  first_line: "in the first line of business",
  department_size: "people in the unit"
};

function fromStart(years: number): string {
  if (years === 0) return "the year of the start";
  const n = Math.abs(years);
  return `${numberInWords(n)} year${n === 1 ? "" : "s"} ${years < 0 ? "before" : "after"} the start`;
}

/** A column of a released table as a reader calls it; undefined where its name says it. */
export const columnCalled = (column: string, {person}: TableWords): string | undefined =>
  ({
    managers: capital(person.many),
    mean: "Average",
    raw: "Average as given",
    modelled: "Average after adjustment",
    minimum: "Lowest point of the scale",
    maximum: "Highest point of the scale",
    moved: `${capital(person.many)} who moved`,
    se: "Standard error",
    rwgj: "Agreement within units (rWG(J))",
    icc1: "Share of variance between units (ICC(1))",
    icc2: "Reliability of units' averages (ICC(2))",
    alpha: "Reliability of the scale (alpha)",
    down: "Fell",
    same: "Stayed",
    up: "Rose"
  })[column];

const plain = (value: Shown): string =>
  typeof value === "object" && value !== null ? value.suppressed : String(value);

/** A cell before and now, with the fewest digits that tell them apart, three significant ones where it has them. */
export function shownPair(before: Shown, now: Shown, {share = false} = {}): readonly [string, string] {
  const both = [before, now];
  const scaled = both.map((cell) => (share && typeof cell === "number" ? 100 * cell : cell));
  const numbers = scaled.filter((cell) => typeof cell === "number");
  const digits = digitsFor(numbers);
  const unit = share ? "%" : undefined;
  const show = (cell: Shown = null): string =>
    typeof cell === "number" ? formatNumber(cell, {digits, unit}) : inWords(cell);
  return [show(scaled[0]), show(scaled[1])];
}

function inWords(cell: Exclude<Shown, number>): string {
  if (cell === null) return "no value";
  return typeof cell === "object" ? `withheld: ${cell.suppressed}` : String(cell);
}

function digitsFor(numbers: readonly number[]): number {
  const size = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const whole = size === 0 ? 0 : Math.floor(Math.log10(size)) + 1;
  const usual = Math.min(6, Math.max(0, 3 - whole));
  // figures are rounded already: no zero is added to them
  const least = numbers.reduce((most, value) => Math.max(most, decimalsOf(Number(value.toFixed(usual)))), 0);
  for (let digits = least; digits < mostDigits; digits += 1) {
    const [one, other] = numbers.map((value) => formatNumber(value, {digits}));
    if (one !== other) return digits;
  }
  return least;
}

const decimalsOf = (value: number): number => (String(value).split(".")[1] ?? "").length;
