import {biasReason, notCheckedReason} from "../../words/checkWords.js";
import type {Check, Evidence} from "../finding.js";
import {digitsFor} from "../../words/numbers.js";
import {biasLimit, biasState} from "../verdict/biasState.js";
import type {CheckNamed} from "../verdict/checkState.js";
import {say} from "../../words/say.js";

export interface CheckAsked extends CheckNamed {
  readonly asked: string;
  /** what is missing where the check could not be made: "Years before the programme" */
  readonly missing: string;
  readonly missingIsPlural?: boolean;
}

/** Whether what should not be there is too small to matter, in the claim's direction. */
export function biasCheck(
  {missing, missingIsPlural = true, ...asked}: CheckAsked,
  bias: Evidence | null,
  {direction, worthwhile}: {readonly direction: -1 | 0 | 1; readonly worthwhile: number}
): Check {
  const state = biasState(bias, direction, worthwhile);
  if (!bias || state === "unmade") return {...asked, state: "unmade", why: notCheckedReason(missing, missingIsPlural)};
  const {estimate, low, high, unit} = bias;
  if (low === null || high === null) return {...asked, state, why: notCheckedReason(say("An interval"), false)};
  const digits = digitsFor(Math.min(low, -worthwhile), Math.max(high, worthwhile)) + 1;
  const limit = Math.max(0, biasLimit(bias, direction) ?? 0);
  return {...asked, state, why: biasReason(state, {estimate, low, high, unit, digits}, limit, worthwhile)};
}
