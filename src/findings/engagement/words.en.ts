/** What the page and the card say of engagement: plain data in, text out. */
import {startCalled} from "../../words/programmeCalled.js";
import {article} from "../../words/en/article.js";
import type {ExposurePhrases} from "../../words/en/exposure.js";
import {unitsWithMore} from "../../words/en/exposure.js";
import {basedOn, sidedInterval} from "../../words/en/intervals.js";
import {capital, decimal, digitsFor, isZero, list, percent, size} from "../../words/en/numbers.js";
import type {Answer, Side, StudyWords} from "../../words/en/words.js";

export interface EngagementWords {
  readonly answer: Answer;
  readonly side: Side;
  readonly phrases: ExposurePhrases;
  readonly study: StudyWords;
  /** the purpose's measures, as a reader knows them */
  readonly measures: readonly string[];
  readonly before: boolean;
  readonly followed: boolean;
}

export const question = ({noun}: ExposurePhrases): string =>
  `Did engagement rise with ${noun}, and on which measures most?`;

export function title({answer, side, phrases, study, measures, before, followed}: EngagementWords): string {
  const on = list(measures);
  switch (answer) {
    case "clear":
      return `${capital(study.unit.many)} scored ${side} on ${on} ${phrases.inYears}`;
    case "difference":
      return (
        `${unitsWithMore(phrases)} scored ${side} on ${on}${before ? `, and did so before ${startCalled(study)}` : ""}` +
        (followed ? `. Whether scores ${side === "higher" ? "rose" : "fell"} ${phrases.asRose} is not clear` : "")
      );
    case "small":
      return `Scores on ${on} ${followed ? "changed" : "differed"} too little with ${phrases.noun} to matter`;
    default:
      return `We found no clear link between ${phrases.noun} and scores on ${on}`;
  }
}

export interface EngagementNumbers {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly rows: string;
  /** first and last year of them, where there are several */
  readonly years?: readonly [number, number] | null;
}

export interface BesideEngagement {
  readonly gap: {readonly estimate: number; readonly clear: boolean; readonly digits: number} | null;
  readonly response: number;
}

export function sentence(
  {phrases, study, measures, followed}: Pick<EngagementWords, "phrases" | "study" | "measures" | "followed">,
  {estimate, low, high, n, rows, years = null}: EngagementNumbers
): string {
  const side: Side = estimate < 0 ? "lower" : "higher";
  const digits = low === null || high === null ? 3 : digitsFor(low, high);
  const how = followed ? `Comparing each ${study.unit.one} with itself over the years` : `With all ${rows} together`;
  const what = measures.length > 1 ? `the average of ${list(measures)}` : `the score on ${list(measures)}`;
  const amount = size(estimate, digits);
  const first = `${how}, ${what} was ${isZero(amount) ? "no different" : `${amount} points ${side}`} ${phrases.perStep}.`;
  const based = basedOn(n, rows, years);
  const range =
    low === null || high === null
      ? ` It is based on ${based}.`
      : ` ${sidedInterval({low, high}, side, {digits, based})}`;
  return `${first}${range}`;
}

export function beside({gap, response}: BesideEngagement): string {
  const other = gap
    ? [
        `The difference in these measures is ${isZero(size(gap.estimate, gap.digits)) ? "the same as that in the other measures together" : `${size(gap.estimate, gap.digits)} points ${gap.estimate < 0 ? "lower" : "higher"} than that in the other measures together. This gap ${gap.clear ? "is" : "is not"} clear`}.`
      ]
    : [];
  const answered = Number.isNaN(response) ? [] : [`${percent(response)} of those invited answered.`];
  return [...other, ...answered].join(" ");
}

export const alternative = ({unit, programme}: StudyWords, lower: boolean): string =>
  lower
    ? `${capital(article(unit.one))} in low spirits may both score lower and turn to ${programme}.`
    : `${capital(article(unit.one))} in good spirits may both score higher and find time for ${programme}.`;

export const wouldChange = ({unit}: StudyWords): string =>
  `A start set by others than the ${unit.many} themselves, and answers from everyone.`;

export const absent = (rows: string): string =>
  `${capital(rows)} with too few answers are withheld and enter no estimate.`;

export const asks = {
  path: (study: StudyWords) => `Were ${study.unit.many} on similar paths before ${startCalled(study)}?`,
  ownTrend: ({unit}: StudyWords) => `Does it hold with a trend for each ${unit.one}?`,
  lead: (noun: string) => `Are scores unrelated to ${noun} in the following year?`,
  placebo: ({programme}: StudyWords, noun: string) =>
    `Are outcomes that ${programme} cannot affect unrelated to ${noun === programme ? "it" : noun}?`,
  answered: () => "Did enough people answer?",
  silent: (noun: string) => `Did the response rate stay similar as ${noun} changed?`,
  alpha: () => "Do the items of each measure agree (alpha)?",
  reliable: ({unit}: StudyWords) => `Is ${article(unit.one)}'s average reliable?`,
  reworded: () => "Is it the same without reworded items?",
  source: (noun: string) => `Do scores and ${noun} come from different sources?`,
  controls: (labels: readonly string[]) => `Are scores on ${list(labels)} unaffected?`,
  counted: () => "Does a single measure remain clear after adjusting for their number?"
} as const;

export const alphaReason = (each: readonly string[], least: number): string =>
  each.length === 0 ? "Too few people answered." : `${capital(list(each))}; below ${decimal(least, 1)} is a concern.`;

export const singleItem = "Each measure is a single item.";

export const sourceReason = (same: boolean, label: string): string =>
  same ? "Both are from one survey." : `${capital(label)} is from records.`;

export const rewordedReason = (each: readonly string[]): string =>
  each.length === 0
    ? "No item of these measures was reworded or left out in a year."
    : `An item changed. Without it: ${list(each)}.`;
