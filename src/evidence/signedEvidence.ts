import type {Evidence} from "./finding.js";
import {digitsFor, signed} from "./format.js";
import {say} from "../words/say.js";

/** "+1.7 percentage points", to the digits that its interval allows. */
export function signedEvidence({estimate, low, high, unit}: Evidence): string {
  return say("{0} {1}", signed(estimate, low === null || high === null ? 2 : digitsFor(low, high)), unit);
}
