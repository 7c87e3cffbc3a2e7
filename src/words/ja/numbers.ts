/** Numbers as Japanese sentences print them: half-width, a comma between thousands, no space before a unit. */
import * as en from "../en/numbers.js";
import {unitName, withUnit} from "./units.js";

export {
  amountsOf,
  count,
  decimal,
  digitsFor,
  frequencyOf,
  isZero,
  placeInHundred,
  plain,
  signed,
  size,
  threeDigits
} from "../en/numbers.js";

const {count, decimal, digitsFor} = en;

/** "0.21〜0.64" */
export function interval(low: number, high: number, digits = digitsFor(low, high)): string {
  return `${decimal(low, digits)}〜${decimal(high, digits)}`;
}

/** "41%" */
export function percent(share: number, digits = 0): string {
  return `${decimal(100 * share, digits)}%`;
}

/** "0.1ポイント" */
export const limit = (value: number, unit: string): string => withUnit(en.plain(Number(value.toPrecision(6))), unit);

/** "0.031"; "0.001未満" */
export function pValue(p: number): string {
  return p < 0.001 ? "0.001未満" : decimal(p, p < 0.1 ? 3 : 2);
}

const [oku, man] = [1e8, 1e4];

/** An amount of money in 億 or 万, as exactly as the English prints it: "310万円", "22億円". */
export function amount(value: number, label: string): string {
  return amounts([value], label).join("");
}

/** Amounts as exactly as the first is printed: "200万円", "70万円" and "340万円". */
export function amounts(values: readonly number[], label: string): string[] {
  const step = stepOf(Math.abs(values[0] ?? 0));
  return values.map((value) => `${inSteps(value, step)}${unitName(label)}`);
}

/** "22億", "5,000万" */
export function shortAmount(value: number): string {
  const size = Math.abs(value);
  if (size < 1e6) return en.shortAmount(value);
  return inSteps(value, size >= 1e9 ? oku : 1e6);
}

/** Two or three digits of the size, as the English has them; of less than a million each. */
function stepOf(size: number): number {
  if (size < 1e6) return 1;
  if (size >= 1e10) return 1e9;
  return size >= 1e9 ? oku : size >= 1e7 ? 1e6 : 1e5;
}

function inSteps(value: number, step: number): string {
  if (step === 1) return count(value);
  const rounded = Math.round(value / step) * step;
  if (rounded === 0) return "0";
  return Math.abs(rounded) >= oku ? `${en.plain(rounded / oku)}億` : `${count(rounded / man)}万`;
}

/** Japanese has no capitals; a Latin name keeps its own. */
export function capital(text: string): string {
  return text;
}

/** "aとb"; "a、b、c" */
export function list(items: readonly string[]): string {
  return items.join(items.length === 2 ? "と" : "、");
}

/** Japanese has no space between sentences. */
export const sentences = (all: readonly string[]): string => all.join("");

export function inWords(n: number): string {
  return count(n);
}

/** "24部署" */
export function counted(n: number, {many}: {readonly one: string; readonly many: string}): string {
  return `${count(n)}${many}`;
}

/** A chance as a frequency that a reader can picture: "5回に2回". */
export function timesIn(chance: number): string {
  const {times, of} = en.frequencyOf(chance);
  if (times === 0) return "ほとんどありません";
  return times === of ? "ほぼ毎回" : `${of}回に${times}回`;
}

export function ordinal(n: number): string {
  return `${count(n)}番目`;
}
