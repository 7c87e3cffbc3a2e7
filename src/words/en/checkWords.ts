import {count, decimal, limit as asSet, percent, pValue} from "./numbers.js";

type State = "answered" | "open" | "failed" | "unmade";

/** Yes is always the reassuring answer. */
export const checkAnswers: Readonly<Record<State, string>> = {
  answered: "Yes",
  open: "Not clear",
  failed: "No",
  unmade: "Not checked"
};

export const checkHeadings = {question: "Question", answer: "Answer", why: "Why"} as const;

interface Shown {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly digits: number;
}

/** A correlation is said as one: "a correlation of 0.33". */
const inUnit = (number: string, unit: string): string =>
  unit === "r" ? `a correlation of ${number}` : `${number} ${unit}`;
const value = ({estimate, unit, digits}: Shown): string => inUnit(decimal(estimate, digits), unit);
const range = ({low, high, digits}: Shown): string => `${decimal(low, digits)} to ${decimal(high, digits)}`;

/** A bias that should not be there: its limit beside what would matter. */
export function biasReason(state: Exclude<State, "unmade">, shown: Shown, limit: number, worthwhile: number): string {
  const {unit, digits} = shown;
  const amount = (size: number): string => inUnit(decimal(size, digits), unit);
  if (state === "failed")
    return `There is a clear difference of ${value(shown)} (${range(shown)}) where none should be.`;
  if (state === "answered" && limit <= 0) return "Any such bias works against the difference found.";
  return state === "answered"
    ? `Any such bias is below ${amount(limit)}; ${asSet(worthwhile, unit)} would matter.`
    : `A bias of ${amount(limit)} cannot be excluded; ${asSet(worthwhile, unit)} would matter.`;
}

/** Another estimate of the same difference, and on which side it is clear. */
export function estimateReason(
  shown: Shown,
  side: "same" | "other" | "neither" | "both" | "along" | "turned" | "alone"
): string {
  const clear = {
    same: "clear on the same side",
    other: "clear on the other side",
    neither: "not clear",
    both: "not clear either",
    along: "on the same side, and not clear either",
    turned: "not clear either, and on the other side",
    alone: "clear, where the main comparison is not"
  }[side];
  return `It is ${value(shown)} (${range(shown)}), ${clear}.`;
}

/** A share beside what is enough. `what` begins the sentence: "64 % of those invited answered". */
export function shareReason(share: number, what: string, enough: number): string {
  return `${percent(share)} ${what}. Below ${percent(enough)} would be a concern.`;
}

export function precisionReason(
  {low, high}: {readonly low: number; readonly high: number},
  size: number,
  unit: string
): string {
  const worthwhile = asSet(size, unit);
  if (low > 0 || high < 0) return "The interval does not include zero.";
  if (low > -size && high < size) return `The interval does not include ${worthwhile}.`;
  // released to a step, an end is shown as zero and may be next to it
  if (low === 0 || high === 0) return `The interval reaches zero and includes ${worthwhile}.`;
  return `The interval includes both zero and ${worthwhile}.`;
}

export function agreementReason(same: number, opposed: number, of: number): string {
  if (of === 0) return "There is no other comparison.";
  if (opposed > 0) return `${count(opposed)} of ${count(of)} clearly ${opposed === 1 ? "does" : "do"} not.`;
  const all = of === 1 ? "The other one does." : of === 2 ? "Both do." : `All ${count(of)} do.`;
  return same === of
    ? all
    : `${same === 0 ? "None" : count(same)} of ${count(of)} ${same < 2 ? "does" : "do"}; ${of - same === 1 ? "the other is" : "the rest are"} not clear.`;
}

export function multiplicityReason(adjusted: number, of: number): string {
  return of === 1
    ? `It is the only comparison, so p needs no adjustment: ${pValue(adjusted)}.`
    : `Adjusted p is ${pValue(adjusted)}, for ${count(of)} comparisons.`;
}

export function rangeReason(low: number, high: number, unit: string, digits: number): string {
  return `It runs from ${decimal(low, digits)} to ${decimal(high, digits)} ${unit}.`;
}

/** What is missing: "Years before the programme". */
export function notCheckedReason(what: string, plural: boolean): string {
  return `${what} ${plural ? "are" : "is"} not available.`;
}
