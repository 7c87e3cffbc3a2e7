import {yearsRun} from "../yearNoun.js";
import {amountsOf, count, decimal} from "./numbers.js";

const narrow = "\u202f";

/** What an estimate is based on, with its years where there are several: "264 department-years from 2009 to 2019". */
export const basedOn = (n: number, rows: string, years: readonly [number, number] | null): string =>
  `${count(n)} ${rows}${years === null || years[0] === years[1] ? "" : ` ${yearsRun(years)}`}`;

/** "The 95 % confidence interval lies between 0.6 and 2.9" in the units of the sentence before it. */
export function intervalSentence(
  {low, high}: {readonly low: number; readonly high: number},
  {digits, based, confidence = 95}: {digits: number; based?: string; confidence?: number}
): string {
  const range = `between ${decimal(low, digits)} and ${decimal(high, digits)}`;
  return `The ${confidence}${narrow}% confidence interval lies ${range}${based ? `, based on ${based}` : ""}.`;
}

export interface SidedOptions {
  readonly digits: number;
  readonly based?: string;
  readonly ways?: readonly [lower: string, higher: string];
  readonly p?: number | null;
}

/**
 * The interval of a difference whose sentence says "higher" or "lower"; where it includes no difference, both ends say so:
 * "between 0.001 lower and 0.023 higher". Where p tells that an end that is rounded to 0 is not 0, that is said.
 */
export function sidedInterval(
  interval: {readonly low: number; readonly high: number},
  side: "higher" | "lower",
  {digits, based, ways = ["lower", "higher"], p = null}: SidedOptions
): string {
  const {low, high} = inDirection(interval, side);
  const rounded = low === 0 && p !== null && p < 0.05 ? " The end shown as 0 is a little more than 0." : "";
  if (low >= 0 || high <= 0) return `${intervalSentence({low, high}, {digits, based})}${rounded}`;
  const [against, along] = side === "higher" ? ways : [ways[1], ways[0]];
  const range = `between ${decimal(-low, digits)} ${against} and ${decimal(high, digits)} ${along}`;
  return `The 95${narrow}% confidence interval lies ${range}${based ? `, based on ${based}` : ""}.`;
}

/** An interval read in the direction of its sentence: of "lower by 0.3" the ends change sides. */
export function inDirection(
  {low, high}: {readonly low: number; readonly high: number},
  side: "higher" | "lower"
): {low: number; high: number} {
  return side === "higher" ? {low, high} : {low: -high, high: -low};
}

export interface SidedAmounts {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
}

/**
 * A difference as money, and the ends of its interval, all on one scale; where the interval includes no difference, both
 * ends say so: "2.0 million yen" and "between 0.7 and 3.4 million yen", or "between 0.2 million yen more and 2.5 million less".
 */
export function sidedAmounts({estimate, low, high, label}: SidedAmounts): {amount: string; between: string} {
  const side = estimate < 0 ? "lower" : "higher";
  const ends = inDirection({low, high}, side);
  const {numbers, unit} = amountsOf([Math.abs(estimate), Math.abs(ends.low), Math.abs(ends.high)], label);
  const [size = "", from = "", to = ""] = numbers;
  const [against, along] = side === "higher" ? ["less", "more"] : ["more", "less"];
  return {
    amount: `${size}${unit}`,
    between:
      ends.low < 0 && ends.high > 0
        ? `between ${from}${unit} ${against} and ${to}${unit} ${along}`
        : `between ${from} and ${to}${unit}`
  };
}
