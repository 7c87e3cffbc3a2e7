import type {CheckState} from "./checkState.js";
import type {Interval} from "./oneSidedLimits.js";

/** Whether another estimate of the same difference is clear on the claim's side; without a claim, clear on neither. */
export function sameSideState(other: Interval | null, direction: -1 | 0 | 1): CheckState {
  if (!other) return "unmade";
  const {low, high} = other;
  if (low === null || high === null) return "open";
  const side = low > 0 ? 1 : high < 0 ? -1 : 0;
  if (direction === 0) return side === 0 ? "answered" : "failed";
  return side === direction ? "answered" : side === 0 ? "open" : "failed";
}
