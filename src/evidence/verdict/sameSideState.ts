import type {CheckState} from "./checkState.js";
import type {Interval} from "./oneSidedLimits.js";

/**
 * Whether another estimate of the same difference is clear on the claim's side; without a claim, clear on neither, and on
 * the side of the main estimate where that is given.
 */
export function sameSideState(other: Interval | null, direction: -1 | 0 | 1, main?: number): CheckState {
  if (!other) return "unmade";
  const {estimate, low, high} = other;
  if (low === null || high === null) return "open";
  const side = low > 0 ? 1 : high < 0 ? -1 : 0;
  if (direction === 0) return side !== 0 ? "failed" : isTurned(estimate, main) ? "open" : "answered";
  return side === direction ? "answered" : side === 0 ? "open" : "failed";
}

/** Whether an estimate is on the other side of no difference than the main one. */
export const isTurned = (estimate: number, main: number | undefined): boolean =>
  main !== undefined && Math.sign(estimate) === -Math.sign(main);
