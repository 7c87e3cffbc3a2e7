import {agreementReason} from "../../words/checkWords.js";
import type {Check, Evidence} from "../finding.js";
import {isClear} from "../isClear.js";
import {say} from "../../words/say.js";

export const agreement = {
  id: "others",
  domain: "consistency",
  get asked() {
    return say("Do other reasonable comparisons agree in direction?");
  }
} as const;

/** A comparison on the other side counts against only where it is clear. */
export function agreementCheck(primary: Evidence, others: readonly Evidence[]): Check {
  const side = Math.sign(primary.estimate);
  const same = others.filter(({estimate}) => Math.sign(estimate) === side).length;
  const opposed = others.filter((one) => Math.sign(one.estimate) === -side && isClear(one)).length;
  const state = others.length === 0 ? "unmade" : opposed > 0 ? "failed" : same === others.length ? "answered" : "open";
  return {...agreement, state, why: agreementReason(same, opposed, others.length)};
}
