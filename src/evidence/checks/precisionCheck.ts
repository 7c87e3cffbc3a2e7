import {precisionReason} from "../../words/checkWords.js";
import type {Check, Evidence} from "../finding.js";
import {precisionState} from "../verdict/precisionState.js";
import {say} from "../../words/say.js";

export const precision = {
  id: "precision",
  domain: "precision",
  get asked() {
    return say("Is the estimate precise enough to tell no difference from one that matters?");
  }
} as const;

export function precisionCheck(primary: Evidence, worthwhile: number): Check {
  const {low, high, unit} = primary;
  const state = precisionState(primary, worthwhile);
  if (low === null || high === null) return {...precision, state, why: say("The estimate has no interval.")};
  return {...precision, state, why: precisionReason({low, high}, worthwhile, unit)};
}
