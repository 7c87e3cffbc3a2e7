import {notCheckedReason, shareReason} from "../../words/checkWords.js";
import type {Check} from "../finding.js";
import {shareState} from "../verdict/shareState.js";
import type {CheckAsked} from "./biasCheck.js";

/** Whether a share reaches what is enough; `what` follows it: "of those invited answered". */
export function shareCheck(
  {missing, missingIsPlural = true, ...asked}: CheckAsked,
  share: number | null,
  {what, enough}: {readonly what: string; readonly enough: number}
): Check {
  const state = shareState(share, enough);
  const why =
    share === null || state === "unmade"
      ? notCheckedReason(missing, missingIsPlural)
      : shareReason(share, what, enough);
  return {...asked, state, why};
}
