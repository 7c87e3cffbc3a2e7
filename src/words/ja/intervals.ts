import {decimal} from "../en/numbers.js";
import type {SidedAmounts, SidedOptions} from "../en/intervals.js";
import {yearsSaid} from "../yearNoun.js";
import {amounts, count} from "./numbers.js";

export {inDirection} from "../en/intervals.js";
import {inDirection} from "../en/intervals.js";

const basis = (based: string | undefined): string => (based === undefined ? "" : `（${based}に基づく）`);

/** "2009〜2019年度の264部署年度" */
export const basedOn = (n: number, rows: string, years: readonly [number, number] | null): string =>
  `${years === null || years[0] === years[1] ? "" : `${yearsSaid(years)}の`}${count(n)}${rows}`;

/** "95%信頼区間は0.6〜2.9です。" */
export function intervalSentence(
  {low, high}: {readonly low: number; readonly high: number},
  {digits, based, confidence = 95}: {digits: number; based?: string; confidence?: number}
): string {
  return `${confidence}%信頼区間は${decimal(low, digits)}〜${decimal(high, digits)}です${basis(based)}。`;
}

/** Where the interval includes no difference, both ends say on which side they lie: "0.001低い〜0.023高い". */
export function sidedInterval(
  interval: {readonly low: number; readonly high: number},
  side: "higher" | "lower",
  {digits, based, ways = ["低い", "高い"], p = null}: SidedOptions
): string {
  const {low, high} = inDirection(interval, side);
  const rounded = low === 0 && p !== null && p < 0.05 ? "0と示した端は、0よりわずかに大きい値です。" : "";
  if (low >= 0 || high <= 0) return `${intervalSentence({low, high}, {digits, based})}${rounded}`;
  const [against, along] = side === "higher" ? ways : [ways[1], ways[0]];
  return `95%信頼区間は、${decimal(-low, digits)}${against}値から${decimal(high, digits)}${along}値までです${basis(based)}。`;
}

/** A difference as money, and the ends of its interval. */
export function sidedAmounts({estimate, low, high, label}: SidedAmounts): {amount: string; between: string} {
  const side = estimate < 0 ? "lower" : "higher";
  const ends = inDirection({low, high}, side);
  const [size, from, to] = amounts([estimate, ends.low, ends.high].map(Math.abs), label);
  const [against, along] = side === "higher" ? ["減少", "増加"] : ["増加", "減少"];
  return {
    amount: size ?? "",
    between: ends.low < 0 && ends.high > 0 ? `${from}の${against}から${to}の${along}まで` : `${from}〜${to}`
  };
}
