import {estimateReason, notCheckedReason} from "../../words/checkWords.js";
import {digitsFor} from "../../words/numbers.js";
import type {Check, Evidence} from "../finding.js";
import {isTurned, sameSideState} from "../verdict/sameSideState.js";
import type {CheckAsked} from "./biasCheck.js";
import {say} from "../../words/say.js";

export interface ComparedWith {
  /** the claim's side; 0 where there is none */
  readonly direction: -1 | 0 | 1;
  /** the main estimate, which another may turn round; null where it is of another quantity */
  readonly main: Pick<Evidence, "estimate"> | null;
}

/** Whether another estimate of the same difference is clear on the claim's side. */
export function sameSideCheck(
  {missing, missingIsPlural = true, ...asked}: CheckAsked,
  other: Evidence | null,
  {direction, main}: ComparedWith
): Check {
  const state = sameSideState(other, direction, main?.estimate);
  if (!other || state === "unmade") return {...asked, state: "unmade", why: notCheckedReason(missing, missingIsPlural)};
  const {estimate, low, high, unit} = other;
  if (low === null || high === null) return {...asked, state, why: notCheckedReason(say("An interval"), false)};
  const shown = {estimate, low, high, unit, digits: digitsFor(low, high, estimate)};
  return {...asked, state, why: estimateReason(shown, sideOf({estimate, low, high}, direction, main?.estimate))};
}

function sideOf(
  {estimate, low, high}: {readonly estimate: number; readonly low: number; readonly high: number},
  direction: -1 | 0 | 1,
  main: number | undefined
): Parameters<typeof estimateReason>[1] {
  const clear = low > 0 || high < 0;
  if (direction === 0)
    return clear ? "alone" : isTurned(estimate, main) ? "turned" : main === undefined ? "both" : "along";
  return !clear ? "neither" : Math.sign(estimate) === direction ? "same" : "other";
}
