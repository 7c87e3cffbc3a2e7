import type {CheckState} from "./checkState.js";
import type {Interval} from "./oneSidedLimits.js";

/** Whether an interval tells no difference from one that matters: it leaves out the one or the other. */
export function precisionState({low, high}: Interval, worthwhile: number): CheckState {
  if (low === null || high === null) return "open";
  const leavesOutNone = low > 0 || high < 0;
  return leavesOutNone || isTooSmall({low, high}, worthwhile) ? "answered" : "failed";
}

/** Whether a whole interval lies within differences too small to matter: absence, shown. */
export function isTooSmall({low, high}: Pick<Interval, "low" | "high">, worthwhile: number): boolean {
  return low !== null && high !== null && low > -worthwhile && high < worthwhile;
}
