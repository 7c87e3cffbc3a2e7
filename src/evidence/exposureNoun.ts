import {exposurePhrases} from "../words/exposure.js";
import type {EvidenceContext, Plan} from "./context.js";
import {exposureOf} from "./exposureOf.js";

/** What a plan's units are exposed to, as a sentence names it: "participation", "the beer tax", "a grant". */
export const exposureNoun = (plan: Plan, context: EvidenceContext): string =>
  exposurePhrases(exposureOf(plan, context), context).noun;
