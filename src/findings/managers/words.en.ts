/** What the page and the card say of ratings before and after: plain data in, text out. */
import {sidedInterval} from "../../words/en/intervals.js";
import {
  capital,
  count,
  decimal,
  digitsFor,
  interval,
  isZero,
  list,
  ordinal,
  percent,
  placeInHundred,
  pValue,
  size
} from "../../words/en/numbers.js";
import type {Answer, Noun, Side} from "../../words/en/words.js";

export const question = ({many}: Noun): string => `Were ${many} rated higher after they took part?`;

/** Whom those who took part are compared with: similar persons, those who had not started, or themselves before. */
export type Against = "similar" | "waiting" | "themselves";

/** The ratings that alone are compared: on one kind of scale, or of years without a promotion. */
export type Among = "unpromoted" | {readonly scale: string};

export interface ManagersTitle {
  readonly answer: Answer;
  readonly side: Side;
  readonly persons: Noun;
  readonly against: Against;
}

export function title({answer, side, persons: {many}, against}: ManagersTitle): string {
  const took = `${capital(many)} who took part were rated ${side}`;
  const clear = {
    similar: `${took} the next year than similar ${many} who had not`,
    waiting: `${took} afterwards than ${many} who had not started`,
    themselves: `${took} afterwards than before`
  };
  const small = {
    similar: "The next year's ratings differed too little to matter",
    waiting: "The ratings after the start differed too little to matter",
    themselves: "The ratings before and after the start differed too little to matter"
  };
  const none = {
    similar: `We found no clear difference from similar ${many} in the next year's rating`,
    waiting: `We found no clear difference in ratings from ${many} who had not started`,
    themselves: "We found no clear difference between ratings before and after the start"
  };
  return (answer === "clear" ? clear : answer === "small" ? small : none)[against];
}

export interface WayChosen {
  readonly against: Against;
  readonly among?: Among | undefined;
  /** by starting year, and not from a level of each person's own */
  readonly cohorts: boolean;
  readonly persons: Noun;
}

/** A comparison as it is chosen from a list, "similar managers who had not started". */
export function way({against, among, cohorts, persons: {one, many}}: WayChosen): string {
  if (among !== undefined)
    return among === "unpromoted"
      ? "as planned, without years of promotion"
      : `as planned, ${among.scale} ratings only`;
  if (against === "similar") return `similar ${many} who had not started, the next year`;
  if (against === "themselves") return "themselves, before and after";
  return cohorts
    ? `${many} who had not started, by starting year`
    : `${many} who had not started, each ${one} from a level of its own`;
}

export interface ManagersNumbers {
  readonly p?: number | null;
  readonly among?: Among | undefined;
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly rows: string;
}

/** Their own change, what regression to the mean alone would give, and the interval by whose digits both are printed. */
export interface OwnRatings extends Pick<ManagersNumbers, "low" | "high"> {
  /** null where the main comparison says it */
  readonly own: number | null;
  /** null where it is not shown */
  readonly expected: number | null;
}

export function sentence({estimate, low, high, n, rows, among, p = null}: ManagersNumbers): string {
  const side: Side = estimate < 0 ? "lower" : "higher";
  const digits = low === null || high === null ? 2 : digitsFor(low, high, estimate);
  const based = `${count(n)} ${rows}`;
  const range =
    low === null || high === null ? `It is based on ${based}.` : sidedInterval({low, high}, side, {digits, based, p});
  const amount = size(estimate, digits);
  const rating =
    among === undefined
      ? "Their rating"
      : among === "unpromoted"
        ? "Without years of promotion, their rating"
        : `In years of ${among.scale} ratings, their rating`;
  if (isZero(amount)) return `${rating} was no different. ${range}`;
  const place = placeInHundred(estimate);
  const move = place === 50 ? "" : `, or a move from the 50th to the ${ordinal(place)} place in a hundred`;
  return `${rating} was ${amount} standard deviations ${side}${move}. ${range}`;
}

/** What became of those who took part alone, and what chance would have made of it. */
export function beside({low, high, own, expected}: OwnRatings): string {
  const digits = low === null || high === null ? 2 : digitsFor(low, high);
  const [moved, chanced] = [size(own ?? 0, digits), size(expected ?? 0, digits)];
  const seen =
    own === null
      ? ""
      : isZero(moved)
        ? "Over all years, their own ratings were the same after the start as before it."
        : `Over all years, their own ratings were ${moved} standard deviations ${own < 0 ? "lower" : "higher"} after the start than before it.`;
  if (expected === null) return seen;
  const chance = isZero(chanced) ? "no change" : `a ${expected < 0 ? "fall" : "rise"} of ${chanced}`;
  return `${seen === "" ? "" : `${seen} `}Chance alone (regression to the mean) would have led us to expect ${chance} from the year before the start.`;
}

export const comparison = {
  adjustedFor: ["earlier ratings", "length of service"]
} as const;

export const alternative = ({many}: Noun, {knew, side}: {readonly knew: boolean; readonly side: Side}): string =>
  `${capital(many)} about to be rated ${side} may have joined.${knew ? " Raters may have known who took part." : ""}`;

export const wouldChange = "A start drawn at random, and raters who do not know who took part.";

/** Of relative ratings, whose average is fixed. */
export const zeroSum = (kinds: readonly string[]): string =>
  kinds.includes("relative") ? " Where ratings are relative, some must fall for others to rise." : "";

export function absent({many}: Noun, kinds: readonly string[]): string {
  const scales =
    kinds.length > 1
      ? ` Ratings were ${list(kinds)} in different years. Each year's ratings are read in standard deviations of that year, and no scale is converted to the other.`
      : "";
  return `${capital(many)} without a rating in a year are not included.${scales}${zeroSum(kinds)}`;
}

export const asks = {
  raters: () => "Were ratings given without knowledge of who took part?",
  alike: () => "Were the two groups alike before the start?",
  path: () => "Were they on similar paths before the start?",
  ownTrend: ({one}: Noun) => `Does it hold with a trend for each ${one}?`,
  honest: () => "Does it hold if paths differ afterwards as much as before?",
  scales: () => "Does it hold on each rating scale alone?",
  sunab: () => "Does it hold with other weights for starting years (Sun and Abraham)?",
  bacon: () => "Does it hold without comparisons with earlier starters (Goodman-Bacon)?",
  promotions: () => "Does it hold without years of promotion?",
  spillover: ({many}: Noun) => `Were ${many} not yet started unaffected by colleagues who had?`
} as const;

export const ratersReason = (knew: boolean): string =>
  knew ? "The study does not say that raters were kept from knowing." : "Raters did not know.";

export const alikeReason = (largest: number, most: number): string =>
  `The largest difference is ${decimal(largest)} standard deviations; above ${decimal(most)} is a concern.`;

export const pathReason = ({p, drift, enough}: {p: number; drift: number; enough: boolean}): string =>
  `The joint test of the years before gives p ${pValue(p)}. A drift of ${decimal(drift, 3)} a year, enough to explain a ` +
  `difference that matters, ${enough ? "would have been seen" : "could have been missed"}.`;

export function honestReason(low: number | null, high: number | null): string {
  return low === null || high === null
    ? "It could then lie anywhere."
    : `It would lie between ${decimal(low)} and ${decimal(high)} standard deviations.`;
}

/** A rating scale's own estimate, its interval where it has one. */
export interface OnScale {
  readonly kind: string;
  readonly estimate: number;
  readonly range: readonly [low: number, high: number] | null;
  readonly clear: boolean;
}

export const scalesReason = (each: readonly OnScale[]): string => `${capital(list(each.map(onScale)))}.`;

function onScale({kind, estimate, range, clear}: OnScale): string {
  if (range === null) return `${kind} ratings give ${decimal(estimate)}`;
  const digits = digitsFor(...range);
  return `${kind} ratings give ${decimal(estimate, digits)} (${interval(...range, digits)}${clear ? "" : ", not clear"})`;
}

export const baconReason = (share: number, estimate: number): string =>
  `Such comparisons carry ${percent(share)} of the weight. The others give ${decimal(estimate)}.`;
