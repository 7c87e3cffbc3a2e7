import {leastOf} from "../stats/description/leastOf.js";
import {digitsFor} from "../words/numbers.js";

interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

/** Digits for an estimate without an interval: as few as the others that it is compared with have. */
export function fewestDigits(evidence: readonly Ends[]): number {
  const known = evidence.flatMap(({low, high}) => (low === null || high === null ? [] : [digitsFor(low, high)]));
  return known.length === 0 ? 2 : leastOf(known);
}
