import type {CheckState} from "./checkState.js";

/** Whether a share reaches what is enough; unmade where it is not known. */
export function shareState(share: number | null, enough: number): CheckState {
  if (share === null || Number.isNaN(share)) return "unmade";
  return share >= enough ? "answered" : "failed";
}
