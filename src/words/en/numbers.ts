/** Numbers as our sentences print them. */
import {formatNumber, type FormatNumberOptions} from "./formatNumber.js";

const narrow = "\u202f";

/** The value to so many digits after the point, without a trailing "-0"; thousands apart from 10,000 on. */
export function decimal(value: number, digits = 2): string {
  return Number.isFinite(value) ? formatNumber(value, {digits}) : String(value);
}

/** The value with its sign always shown. */
export function signed(value: number, digits = 2): string {
  return Number.isFinite(value) ? formatNumber(value, {digits, signed: true}) : String(value);
}

/** digits that are added at most, to show on which side of nought an end lies */
const furtherDigits = 3;

/**
 * Digits after the point that show two significant digits of an interval's half width, or as many more as it takes for
 * an end next to nought to be seen to lie above it or below. With the estimate, a third digit or later that all three lack is left
 * out: they are released to a step.
 */
export function digitsFor(low: number, high: number, estimate?: number): number {
  const digits = shownDigits(low, high);
  const lacks = (value: number): boolean => Math.abs(value - Number(value.toFixed(digits - 1))) < 1e-9;
  return estimate !== undefined && digits > 2 && [estimate, low, high].every(lacks) ? digits - 1 : digits;
}

function shownDigits(low: number, high: number): number {
  const width = Math.abs(high - low) / 2;
  if (!(width > 0 && Number.isFinite(width))) return 2;
  const least = Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(width))));
  const vanishes = (end: number, digits: number): boolean => end !== 0 && Number(end.toFixed(digits)) === 0;
  for (let digits = least; digits <= least + furtherDigits; digits++) {
    if (!vanishes(low, digits) && !vanishes(high, digits)) return digits;
  }
  return least;
}

/** "0.21 to 0.64" */
export function interval(low: number, high: number, digits = digitsFor(low, high)): string {
  return `${decimal(low, digits)} to ${decimal(high, digits)}`;
}

/** "41 %" */
export function percent(share: number, digits = 0): string {
  return `${decimal(100 * share, digits)}${narrow}%`;
}

/** "1,234" */
export function count(n: number): string {
  return Number.isFinite(n) ? formatNumber(Math.round(n), {digits: 0, grouped: "always"}) : String(n);
}

/** With the digits that the value has, six after the point at most: "0.5", "2015". */
export function plain(value: number, grouped?: FormatNumberOptions["grouped"]): string {
  const [, decimals = ""] = String(Number(value.toFixed(6))).split(".");
  return formatNumber(value, {digits: decimals.length, ...(grouped && {grouped})});
}

/** A limit that somebody set, with the digits it has: "0.1 percentage points", "1 point", "a correlation of 0.5". */
export function limit(value: number, unit: string): string {
  const number = plain(Number(value.toPrecision(6)));
  if (unit === "r") return `a correlation of ${number}`;
  return `${number} ${number === "1" ? unit.replace(/s$/, "") : unit}`;
}

/** "0.031"; "under 0.001" */
export function pValue(p: number): string {
  return p < 0.001 ? "under 0.001" : decimal(p, p < 0.1 ? 3 : 2);
}

/** Digits after the point that show three significant ones of the smallest value, two at most. */
export function threeDigits(values: readonly number[]): number {
  const sizes = values.filter((value) => value !== 0).map(Math.abs);
  const least = sizes.reduce((found, one) => Math.min(found, one), Infinity);
  return Number.isFinite(least) ? Math.max(0, Math.min(2, 2 - Math.floor(Math.log10(least)))) : 0;
}

/** Whether what is printed is zero. */
export const isZero = (printed: string): boolean => /^[\u2212-]?0(?:\.0*)?$/.test(printed);

/** An amount of money in its largest convenient unit: "1.2 billion yen". */
export function amount(value: number, label: string): string {
  const {numbers, unit} = amountsOf([value], label);
  return `${numbers.join("")}${unit}`;
}

/** Amounts of money on one scale and with one number of digits, those that the first takes, and the unit after them. */
export function amountsOf(values: readonly number[], label: string): {numbers: string[]; unit: string} {
  const first = Math.abs(values[0] ?? 0);
  const [scale, word] = first >= 1e9 ? [1e9, " billion"] : first >= 1e6 ? [1e6, " million"] : [1, ""];
  const digits = first / scale < 10 && scale > 1 ? 1 : 0;
  return {
    numbers: values.map((value) => decimal(value / scale, digits)),
    unit: `${word}${word === "" ? narrow : "\u00a0"}${label}`
  };
}

/** An amount on an axis: "2.0 bn", "50 m". */
export function shortAmount(value: number): string {
  const magnitude = Math.abs(value);
  return magnitude >= 1e9
    ? `${decimal(value / 1e9, 1)} bn`
    : magnitude >= 1e6
      ? `${decimal(value / 1e6, 0)} m`
      : decimal(value, magnitude < 10 && magnitude > 0 ? 1 : 0);
}

/** The text with its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a, b and c" */
export function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Sentences one after another; what is empty is left out. */
export const sentences = (all: readonly string[]): string => all.filter((one) => one !== "").join(" ");

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** "three"; "14" */
export function inWords(n: number): string {
  return small[n] ?? count(n);
}

/** "1 department", "24 departments" */
export function counted(n: number, {one, many}: {readonly one: string; readonly many: string}): string {
  return `${count(n)} ${Math.round(n) === 1 ? one : many}`;
}

const frequencies: readonly (readonly [number, number, number])[] = [
  [0.1, 1, 10],
  [0.2, 1, 5],
  [0.25, 1, 4],
  [0.33, 1, 3],
  [0.4, 2, 5],
  [0.5, 1, 2],
  [0.6, 3, 5],
  [0.67, 2, 3],
  [0.75, 3, 4],
  [0.8, 4, 5],
  [0.9, 9, 10]
];

/** The simple frequency nearest to a chance, in hundredths where it is rare or nearly sure; 0 of 1 is almost never, 1 of 1 almost always. */
export function frequencyOf(chance: number): {readonly times: number; readonly of: number} {
  if (chance < 0.025) return {times: 0, of: 1};
  if (chance > 0.975) return {times: 1, of: 1};
  // near either end the next simple one may be half as much again
  if (chance < 0.1 || chance > 0.9) return {times: Math.round(100 * chance), of: 100};
  const [, times, of] = frequencies.toSorted((a, b) => Math.abs(a[0] - chance) - Math.abs(b[0] - chance))[0] ?? [
    0, 1, 2
  ];
  return {times, of};
}

/** A chance as a frequency that a reader can picture: "two times in five". */
export function timesIn(chance: number): string {
  const {times, of} = frequencyOf(chance);
  if (of === 1) return times === 0 ? "almost never" : "almost always";
  return `${times === 1 ? "one time" : `${inWords(times)} times`} in ${inWords(of)}`;
}

/** "1st", "22nd", "55th" */
export function ordinal(n: number): string {
  const tens = Math.round(n) % 100;
  const ending = tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][tens % 10] ?? "th");
  return `${count(n)}${ending}`;
}

/** The place in a hundred to which a difference in standard deviations moves somebody from the 50th, of normal values. */
export function placeInHundred(sd: number): number {
  return Math.max(1, Math.min(99, Math.round(100 * normalShare(sd))));
}

/** Abramowitz and Stegun (1964) 26.2.17, to 7 in 100 million: enough for a place in a hundred. */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z < 0 ? tail : 1 - tail;
}

/** The value without a sign, to so many digits: for sentences that say higher or lower. */
export function size(value: number, digits = 2): string {
  return decimal(Math.abs(value), digits);
}
