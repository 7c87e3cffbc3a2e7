import {agree, isPlural} from "./agree.js";
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
const countable = /\b(rate|margin|share|score|level|number|price|salary|index|ratio|wage|mark|count|grade)$/i;

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
  if (isPlural(label) && counts.test(unit) && !measured.test(label))
    return `${side === "higher" ? "more" : "fewer"} ${lowered(label)}`;
  const article = countable.test(label) && !isPlural(label) ? "a " : "";
  return `${article}${side} ${lowered(label)}`;
}

/** "profit margin was", "sales per employee were" */
export function wasOutcome({label}: Outcome): string {
  return `${lowered(label)} ${label.includes(" and ") ? "were" : agree(label, "was", "were")}`;
}

/** "Profit margin differs", "Test scores differ" */
export function differsOutcome(label: string): string {
  const text = lowered(label);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${agree(label, "differs", "differ")}`;
}

/** A label in a sentence: its first letter small, unless it is a name or an abbreviation. */
export function lowered(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
