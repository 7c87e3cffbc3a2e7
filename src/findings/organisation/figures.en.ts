/** What the organisation's figures say: plain data in, text out. */
import {capital, count, decimal, inWords, interval, list, percent, size} from "../../words/en/numbers.js";
import {yearNoun} from "../../words/yearNoun.js";

export const path = {
  title: (outcome: string, exposure: string, years: number): string =>
    `${capital(outcome)} and ${exposure} over ${inWords(years)} years: one point a year`,
  subtitle: (outcome: string, exposure: string): string =>
    `${capital(outcome)} by ${exposure}, the whole organisation, by ${yearNoun().one}`
};

export const lenses = {
  heading: "As they are, without trend, and yearly changes",
  text: (effective: number, years: number, detectable: number): string =>
    `Series that rise or fall year after year carry less information than their number of years. These ${count(years)} years say about as much as ${decimal(effective, 1)} independent ones. ` +
    `Even with ${count(years)} independent years, four of five studies would find a correlation only if it were ${decimal(detectable)} or more.`,
  less: "The series look less alike once their trends are removed",
  same: "The yearly changes are related as much as the series themselves"
};

export const unrelated = {
  heading: "Would two unrelated series look like this?",
  text: (walk: number, observed: number, trend: number): string =>
    `We simulated pairs of series that rise or fall as these two do but have no link. Where each year builds on the last, ${percent(walk)} of pairs had a correlation of ` +
    `${size(observed)} or more in either direction. Where years vary about a straight line, ${percent(trend)} did.`
};

export const trends = {
  heading: "The trend of each series",
  text: (): string =>
    "The slope is the median of the slopes between all pairs of years (Theil-Sen). Kendall's tau compares pairs of years that rise with pairs that fall.",
  title: (rising: readonly string[], of: number): string =>
    rising.length === 0
      ? "No series has a clear trend"
      : rising.length === of && of > 1
        ? `${of === 2 ? "Both" : `All ${inWords(of)}`} series have a clear trend: ${list(rising)}`
        : `${capital(inWords(rising.length))} of ${inWords(of)} series ${rising.length === 1 ? "has" : "have"} a clear trend: ${list(rising)}`,
  caption: "The trend of each series"
};

export const sector = {
  heading: "Compared with the sector",
  text: (
    told: readonly {
      readonly name: string;
      readonly r: number;
      readonly low: number | null;
      readonly high: number | null;
    }[]
  ): string =>
    "Growth that the whole sector shared can be removed. " +
    `The yearly changes that remain have a correlation with those in participation of ${list(
      told.map(
        ({name, r, low, high}) =>
          `${decimal(r)} for ${name}${low === null || high === null ? "" : ` (${interval(low, high, 2)})`}`
      )
    )}.`,
  title: (label: string, gap: number): string =>
    gap === 0
      ? `${capital(label)} grew as much as the sector's`
      : `${capital(label)} ended ${decimal(100 * Math.abs(gap), 1)} points ${gap > 0 ? "above" : "below"} the sector`,
  subtitle: (year: number): string => `${year} = 100`,
  label: "Sector"
};
