/** What the page and the card say of the purpose: plain data in, text out. */
import {yearCalled} from "../../words/yearNoun.js";
import {article} from "../../words/en/article.js";
import {impossibleSentence} from "../../words/en/card.js";
import {sidedInterval} from "../../words/en/intervals.js";
import {divisionNoun, lineNoun} from "../../words/studyNouns.js";
import {capital, count, digitsFor, inWords, isZero, list, percent, size} from "../../words/en/numbers.js";

export const question = (lines: readonly string[]): string =>
  `Did ${lines.length < 2 ? `the ${lineNoun().many}` : list(lines)} come together?`;

const linesOf = (number: number): string => `the ${number === 2 ? "two " : ""}${divisionNoun().many}`;

/** Those of whom a person met some: of two lines the other, of more another. */
export const otherLine = (number: number): string => `${number === 2 ? "the other" : "another"} ${lineNoun().one}`;

export function title({clear, more, lines}: {clear: boolean; more: boolean; lines: number}): string {
  return clear
    ? `${capital(linesOf(lines))} met ${more ? "more" : "less"} often in sessions`
    : `We found no clear trend in how often ${linesOf(lines)} met in sessions`;
}

export interface PurposeNumbers {
  readonly person: string;
  readonly from: {readonly year: number; readonly share: number};
  readonly to: {readonly year: number; readonly share: number};
  readonly chance: number;
  readonly trend: {readonly estimate: number; readonly low: number | null; readonly high: number | null};
  readonly years: number;
  /** how many lines there are */
  readonly lines: number;
}

/** The survey's trends: how many there are, and how many clearly rose and fell. */
export interface SurveyTrends {
  readonly all: number;
  readonly rose: number;
  readonly fell: number;
}

export function sentence({person, from, to, chance, trend, years, lines}: PurposeNumbers): string {
  const {estimate, low, high} = trend;
  const digits = low === null || high === null ? 0 : digitsFor(low, high);
  const amount = size(estimate, digits);
  const moved = isZero(amount) ? "no change" : `a ${estimate < 0 ? "fall" : "rise"} of ${amount} percentage points`;
  const range =
    low === null || high === null
      ? ""
      : ` ${sidedInterval({low, high}, estimate < 0 ? "lower" : "higher", {digits, based: `${inWords(years)} years`, ways: ["down", "up"]})}`;
  return (
    `Of the people ${article(person)} met in sessions, ${percent(from.share)} were from ${otherLine(lines)} in ${yearCalled(from.year)} and ` +
    `${percent(to.share)} in ${yearCalled(to.year)}. Had groups been formed without regard to ${lineNoun().one}, it would have been ${percent(chance)} in ${yearCalled(to.year)}. A straight line ` +
    `through all years shows ${moved}.${range}`
  );
}

export const beside = ({all, rose, fell}: SurveyTrends): string =>
  all === 0
    ? ""
    : `We also followed ${inWords(all)} survey ${all === 1 ? "score" : "scores"} of the ${lineNoun().many} over the years: ${rose + fell === 0 ? "none clearly rose or fell" : `${numberOf(rose)} clearly rose and ${numberOf(fell)} clearly fell`}.`;

const numberOf = (n: number): string => (n === 0 ? "none" : inWords(n));

export const notFollowed = (): string => `We could not follow the ${divisionNoun().many} over the years`;

export const impossible = impossibleSentence;

export const fewYears = (years: number): string => {
  if (years === 0) return "in no year were there enough people in sessions";
  return years === 1 ? "there is only one year of sessions" : `there are only ${count(years)} years of sessions`;
};

export const oneLine = (): string => `the study has only one ${lineNoun().one}`;

export const alternative =
  "Organisers decide who meets in sessions. This shows how groups were formed, not how people work.";

export const wouldChange = (lines: number): string =>
  `Records of projects and customers that ${lines === 2 ? "both" : "several"} ${lineNoun().many} served, before and after.`;

export const absent = (persons: string, came: number | null): string =>
  `${capital(persons)} who came to no session are not counted${came === null ? "" : `: ${percent(1 - came)} of those who could have come, over all years`}.`;

export const asks = {
  coverage: (persons: string) => `Do the figures cover most ${persons}?`,
  meaning: () => "Does meeting in sessions show working together elsewhere?",
  lines: (survey: boolean) => `Do each ${lineNoun().one}'s figures${survey ? " and the survey" : ""} move the same way?`
} as const;

export function meaningReason({declared, towards, all}: {declared: boolean; towards: number; all: number}): string {
  const first = "Organisers decide who meets.";
  if (!declared) return `${first} Project records are not available.`;
  return `${first} Of ${inWords(all)} survey scores of the ${lineNoun().many}, ${numberOf(towards)} clearly moved towards the purpose.`;
}
