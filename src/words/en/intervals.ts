import {decimal} from "./numbers.js";

const narrow = "\u202f";

/** "The 95 % confidence interval lies between 0.6 and 2.9" in the units of the sentence before it. */
export function intervalSentence(
  {low, high}: {readonly low: number; readonly high: number},
  {digits, based, confidence = 95}: {digits: number; based?: string; confidence?: number}
): string {
  const range = `between ${decimal(low, digits)} and ${decimal(high, digits)}`;
  return `The ${confidence}${narrow}% confidence interval lies ${range}${based ? `, based on ${based}` : ""}.`;
}

/**
 * The interval of a difference whose sentence says "higher" or "lower"; where it includes no difference, both ends say so:
 * "between 0.001 lower and 0.023 higher".
 */
export function sidedInterval(
  interval: {readonly low: number; readonly high: number},
  side: "higher" | "lower",
  {digits, based, ways = ["lower", "higher"]}: {digits: number; based?: string; ways?: readonly [string, string]}
): string {
  const {low, high} = inDirection(interval, side);
  if (low >= 0 || high <= 0) return intervalSentence({low, high}, {digits, based});
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

/** Between two amounts of which one may be a loss: "between 4 million less and 58 million more". */
export function betweenAmounts(low: number, high: number, amount: (value: number) => string): string {
  const ends = [low, high].map(
    (end) => `${amount(Math.abs(end))}${low < 0 && high > 0 ? (end < 0 ? " less" : " more") : ""}`
  );
  return `between ${ends[0]} and ${ends[1]}`;
}
