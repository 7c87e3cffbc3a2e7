import type {EvidenceContext} from "../evidence/context.js";
import {rowOf} from "./rowOf.js";

/** A finding as it is named in a sentence, in the study's own words. */
export function findingName(id: string, words: Pick<EvidenceContext, "unit" | "person">): string {
  return rowOf(id).name(words);
}
