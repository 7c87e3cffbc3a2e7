import {agree, headOf, isPlural} from "./agree.js";
import {capital} from "./numbers.js";
import type {Side} from "./words.js";

export interface Outcome {
  /** of the measure: "margin", "scrap" */
  readonly name: string;
  /** "profit margin"; several: "teamwork and communication" */
  readonly label: string;
  /** a survey's measure, which is scored and not earned */
  readonly scored?: boolean;
  /** its unit, where there are so many "per 10,000 people" */
  readonly unit?: string;
}

/** nouns that take an article in the singular: "a higher scrap rate", but "higher revenue" */
const countable =
  /\b(rate|margin|share|score|level|number|price|salary|index|ratio|wage|mark|count|grade|length|average|proportion)$/i;

/** "earned a higher profit margin", "scored higher on teamwork", "had a lower scrap rate" */
export function didOutcome({name, label, scored = false, unit}: Outcome, side: Side): string {
  if (scored) return `scored ${side} on ${lowered(label)}`;
  const verb = /^(margin|profit|profit_per_head)$/.test(name) ? "earned" : "had";
  return `${verb} ${withArticle(label, side, unit)}`;
}

/** what is higher or lower though its name is a plural: "test scores", "wages" */
const measured =
  /\b(rates|margins|shares|scores|levels|prices|salaries|wages|ratios|marks|grades|costs|sales|earnings)\b/i;
const counts = /^(per |people$|persons$|cases$|number$|count$)/;

/** "a higher profit margin", "higher revenue"; of what is counted, "fewer traffic deaths" */
export function withArticle(label: string, side: Side, unit = ""): string {
  if (isPlural(label) && (counts.test(unit) || countsItself(label, unit)) && !measured.test(label))
    return `${side === "higher" ? "more" : "fewer"} ${lowered(label)}`;
  return `${isCountable(label) ? "a " : ""}${side} ${lowered(label)}`;
}

const isCountable = (label: string): boolean => countable.test(headOf(label)) && !isPlural(label);

/** Whether a unit is the measure's own name: of complaints so many complaints. */
export const countsItself = (label: string, unit: string): boolean => lowered(label) === lowered(unit);

/** A name in the middle of a sentence: "the scrap rate", "traffic deaths"; a margin, as profit, goes without an article. */
export const spokenOf = (label: string): string =>
  `${isCountable(label) && !/\bmargin$/i.test(label) ? "the " : ""}${lowered(label)}`;

/** "profit margin was", "sales per employee were" */
export function wasOutcome({label}: Outcome): string {
  return `${spokenOf(label)} ${label.includes(" and ") ? "were" : agree(label, "was", "were")}`;
}

/** "Profit margin differs", "Test scores differ" */
export function differsOutcome(label: string): string {
  return `${capital(spokenOf(label))} ${agree(label, "differs", "differ")}`;
}

/** A label in a sentence: its first letter small, unless it is a name or an abbreviation. */
export function lowered(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
