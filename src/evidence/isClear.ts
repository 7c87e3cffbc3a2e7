import type {Evidence} from "./finding.js";

/** Whether an estimate's interval leaves out no difference. */
export function isClear({low, high}: Pick<Evidence, "low" | "high">): boolean {
  return low !== null && high !== null && (low > 0 || high < 0);
}
