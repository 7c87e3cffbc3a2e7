/** What the page and the card say of session ratings: plain data in, text out. */
import {impossibleSentence} from "../../words/en/card.js";
import {sidedInterval} from "../../words/en/intervals.js";
import {capital, count, decimal, digitsFor, isZero, percent, size} from "../../words/en/numbers.js";
import type {Side} from "../../words/en/words.js";

export const question = (persons: string): string => `Did ${persons} value the sessions, and which most?`;

export function title(share: number, {clear, side, persons}: {clear: boolean; side: Side; persons: string}): string {
  const first = `${capital(persons)} gave a favourable score in ${percent(share)} of their ratings`;
  return clear
    ? `${first}, and rated modules on reflection ${side} than other modules`
    : `${first}. We found no clear difference for modules on reflection`;
}

/** What of the modules is compared: ratings at the same place in the year, modules' averages, or their favourable shares. */
export type Of = "place" | "averages" | "shares";

export interface SessionsNumbers {
  readonly p?: number | null;
  readonly of: Of;
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly scale: readonly [number, number] | null;
  /** lowest and highest favourable share of a module */
  readonly modules: readonly [number, number] | null;
}

/** A comparison as it is chosen from a list. */
export const way = (of: Of): string =>
  ({
    place: "at the same place in the year, errors by module",
    averages: "averages of modules",
    shares: "shares of favourable ratings by module"
  })[of];

export function sentence({of, estimate, low, high, n, scale, modules, p = null}: SessionsNumbers): string {
  const side: Side = estimate < 0 ? "lower" : "higher";
  const digits = low === null || high === null ? 2 : digitsFor(low, high, estimate);
  const amount = size(estimate, digits);
  const runs = modules
    ? `Each session is on one module. The favourable share runs from ${percent(modules[0])} to ${percent(modules[1])} by module. `
    : "";
  const based = `${count(n)} ${of === "place" ? "ratings" : "modules"}`;
  const on = scale && of !== "shares" ? `, on a scale from ${scale[0]} to ${scale[1]}` : "";
  const range =
    low === null || high === null
      ? ` It is based on ${based}.`
      : ` ${sidedInterval({low, high}, side, {digits, based, p})}`;
  const differed = (unit: string): string => (isZero(amount) ? "the same as" : `${amount} ${unit} ${side} than`);
  const compared = {
    place: `Compared at the same place in the year, modules on reflection were rated ${differed("points")} the others${on}.`,
    averages: `On average over modules, those on reflection were rated ${differed("points")} the others${on}.`,
    shares: `In modules on reflection the favourable share was ${differed("percentage points")} in the others.`
  };
  return `${runs}${compared[of]}${range}`;
}

export const beside = (response: number): string => `${percent(response)} of attended sessions were rated.`;

export const impossible = impossibleSentence;
export const alternative = "Those who liked sessions less may have missed or not rated them.";
export const wouldChange = "Ratings from everyone, or from a random sample that is followed up.";

export const absent = (response: number): string =>
  `${percent(response)} of attended sessions were rated. Sessions without a rating are not included.`;

export const asks = {
  rated: () => "Were enough attended sessions rated?",
  ordered: () => "Does it hold when ratings are ordered words rather than numbers?"
} as const;

export function orderedReason({
  odds,
  low,
  high,
  clear
}: {
  odds: number;
  low: number;
  high: number;
  clear: string;
}): string {
  return `The odds of a higher rating are ${decimal(odds)} times as high (${decimal(low)} to ${decimal(high)}), ${clear}.`;
}
