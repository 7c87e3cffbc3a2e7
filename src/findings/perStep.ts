import {exposureOf} from "../evidence/exposureOf.js";
import {exposurePhrases} from "../words/exposure.js";
import type {FindingInput} from "./findingPage.js";

/** For which difference in the exposure a figure's estimates are: "per 10 points more taking part". */
export function perStep({context, plan}: Pick<FindingInput, "context" | "plan">): string {
  return exposurePhrases(exposureOf(plan, context), context).step;
}
