/** What the engagement figures and tables say: plain data in, text out. */
import {yearCalled} from "../../words/yearNoun.js";
import {article} from "../../words/en/article.js";
import {capital, count, decimal, digitsFor, interval, percent, size} from "../../words/en/numbers.js";
import type {Noun} from "../../words/en/words.js";

const some = (n: number): string => (n === 0 ? "None" : count(n));

export const lead = {
  title: (clear: number, of: number, {many}: Noun): string =>
    of === 1
      ? `The measure ${clear === 1 ? "clearly changes" : "does not clearly change"} within ${many}`
      : `${some(clear)} of ${count(of)} measures clearly change${clear < 2 ? "s" : ""} within ${many}, after adjustment for their number`,
  subtitle: (per: string): string =>
    `Difference in points${per === "" ? "" : ` ${per}`}. The p-values are adjusted for the number of measures (Benjamini-Hochberg)`
};

export const change = {
  heading: "Change in scores and participation",
  text: (units: number, {many}: Noun, exposure: string, first: string, last: string): string =>
    `Each dot is one of the ${count(units)} ${many} that can be shown: how far its ${exposure} and its scores moved from ${first} to ${last}.`,
  one: "The same for one measure:",
  title: (together: string, most: number, least: number, exposure: string): string => {
    const side = (points: number): number => (size(points) === size(0) ? 0 : Math.sign(points));
    const one = size(most) === size(least) && side(most) === side(least);
    if (one && side(most) === 0)
      return `Scores on ${together} changed neither where ${exposure} grew most nor where it grew least`;
    if (one) return `Scores on ${together} ${moved(most)} both where ${exposure} grew most and where it grew least`;
    const other = side(most) === side(least) ? by(least) : moved(least);
    return `Scores on ${together} ${moved(most)} where ${exposure} grew most, and ${other} where it grew least`;
  },
  plainTitle: (together: string): string => `Change in scores on ${together}`,
  subtitle: ({many}: Noun, first: string, last: string): string =>
    `Two halves of the ${many}, by change in participation; ${first} to ${last}`,
  line: ({one}: Noun): string => `The line is the least-squares fit, one change for each ${one}.`,
  x: (exposure: string): string => `Change in ${exposure}`,
  y: "Change in scores",
  points: "points of the scale"
};

const by = (points: number): string => `by ${size(points)} points`;
const moved = (points: number): string =>
  size(points) === size(0) ? "did not change" : `${points < 0 ? "fell" : "rose"} ${by(points)}`;

export const scales = {
  heading: "Do the questions measure the same thing?",
  text: ({one, many}: Noun, respondents: number, changed: readonly string[]): string =>
    `Alpha and omega say how consistently the items of a measure agree. rwg says how far people of one ${one} agree. ` +
    `ICC(1) is the share of variation between ${many}; ICC(2) is the reliability of their averages. ` +
    `Each rests on ${count(respondents)} complete answers or more.${changed.map((one_) => ` ${one_}`).join("")}`,
  changed: (
    label: string,
    since: string,
    shown: {readonly estimate: number; readonly low: number; readonly high: number} | null
  ): string =>
    `An item of ${label} was reworded in ${since}. ${shown ? `Over the other items the same comparison gives ${decimal(shown.estimate, digitsFor(shown.low, shown.high))} points (${interval(shown.low, shown.high)}).` : "The others could not be compared."}`,
  caption: "Reliability and agreement"
};

export const groups = {
  heading: "Scores by group",
  text: (persons: string, {one}: Noun): string =>
    `${capital(persons)} can take part; other staff cannot. To protect people, the two groups are not shown within ${article(one)}, so there is no interval for their difference.`,
  others: "all other staff",
  title: (persons: string, start: number, first: number, end: number, last: number): string =>
    `${capital(persons)} scored ${size(start)} points ${start < 0 ? "lower" : "higher"} than other staff in ${yearCalled(first)}, ${size(end)} ${end < 0 ? "lower" : "higher"} in ${yearCalled(last)}`,
  subtitle: (together: string): string => `Average of ${together}, in points of the scale`
};

export const response = {
  text: (low: number, of: number, {one}: Noun, enough: number): string =>
    `In ${count(low)} of ${count(of)} ${one}-years fewer than ${percent(enough)} of those invited answered. Counts are rounded, so these shares are approximate.`,
  answered: "response rate",
  title: (start: number, first: number, end: number, last: number): string =>
    `${percent(start)} of those invited answered in ${yearCalled(first)}, ${percent(end)} in ${yearCalled(last)}`,
  mapTitle: (low: number, high: number, {one}: Noun): string =>
    `The response rate runs from ${percent(low)} to ${percent(high)} by ${one} and year`,
  mapSubtitle: "Share of those invited who answered",
  share: "Response rate"
};

export const silent = {
  /** of the difference and the ends, all for one step of the exposure */
  text: (
    {
      answered,
      tipping,
      low,
      high
    }: {readonly answered: number; readonly tipping: number | null; readonly low: number; readonly high: number},
    scale: readonly [number, number],
    exposure: string
  ): string =>
    `${
      tipping === null
        ? "No difference among those who did not answer could remove the estimate."
        : `The difference of ${decimal(answered, 3)} points would vanish if those who did not answer scored ${size(tipping, 2)} points ${tipping > 0 ? "lower" : "higher"} than those who did. That is at the highest possible ${exposure}. With less ${exposure}, the gap would be smaller in proportion.`
    } Whatever they would have answered, from ${scale[0]} to ${scale[1]}, the difference lies between ${decimal(low, 2)} and ${decimal(high, 2)}.`,
  title: (tipping: number | null): string =>
    tipping === null
      ? "Those who did not answer cannot remove the difference"
      : `The difference vanishes if those who did not answer scored ${size(tipping, 2)} points ${tipping > 0 ? "lower" : "higher"}`,
  subtitle: (exposure: string, per: string): string =>
    `The main comparison, by how far those who did not answer scored lower with more ${exposure}${per === "" ? "" : `, ${per}`}`
};
