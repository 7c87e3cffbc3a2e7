import {multiplicityReason} from "../../words/checkWords.js";
import type {Check} from "../finding.js";
import {say} from "../../words/say.js";

export const number = {
  id: "number",
  domain: "multiplicity",
  get asked() {
    return say("Does it remain clear after adjusting for the number of comparisons?");
  }
} as const;

/** @param clear whether it is clear alone: what is not cannot remain so, and is no failure of counting */
export function numberCheck(adjusted: number, {of, clear}: {readonly of: number; readonly clear: boolean}): Check {
  const state = !clear ? "open" : adjusted < 0.05 ? "answered" : "failed";
  return {...number, state, why: multiplicityReason(adjusted, of)};
}
