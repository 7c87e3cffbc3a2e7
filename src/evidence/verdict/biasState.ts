/**
 * Whether what should not be there is too small to matter.
 *
 * A claim with a direction asks for the one-sided 95 % limit of the bias in that direction; a claim that there is no
 * difference asks for both ends of the 95 % interval.
 *
 * Source     equivalence by confidence interval: Schuirmann (1987), J. Pharmacokinet. Biopharm. 15, 657-680
 */
import type {CheckState} from "./checkState.js";
import {type Interval, oneSidedLimits} from "./oneSidedLimits.js";

/**
 * @param bias        in the claim's unit
 * @param direction   of the claim: 1 or -1; 0 where no difference is claimed
 * @param worthwhile  the smallest difference that matters, in the same unit
 */
export function biasState(bias: Interval | null, direction: -1 | 0 | 1, worthwhile: number): CheckState {
  if (!bias) return "unmade";
  const {low, high} = bias;
  const limit = biasLimit(bias, direction);
  if (limit === null || low === null || high === null) return "open";
  if (limit < worthwhile) return "answered";
  return low > 0 || high < 0 ? "failed" : "open";
}

/** The largest bias in the claim's direction that the data leave open; below 0 where it works against the claim. */
export function biasLimit(bias: Interval, direction: -1 | 0 | 1): number | null {
  const {low, high} = bias;
  if (direction === 0) return low === null || high === null ? null : Math.max(Math.abs(low), Math.abs(high));
  const limits = oneSidedLimits(bias);
  if (!limits) return null;
  return direction > 0 ? limits.high : -limits.low;
}
