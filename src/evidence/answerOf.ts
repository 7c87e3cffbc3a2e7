import type {Answer} from "../words/en/words.js";
import type {Finding} from "./finding.js";
import {isTooSmall} from "./verdict/precisionState.js";

/** What a finding's comparison came to, in the classes that sentences are chosen by. */
export function answerOf({
  claim,
  primary,
  worthwhile,
  id,
  candidacy
}: Pick<Finding, "claim" | "primary" | "worthwhile" | "id" | "candidacy">): Answer {
  if (!primary) return "impossible";
  if (claim === "change") return "clear";
  if (claim === "difference") return id === "sessions" || candidacy === null ? "clear" : "difference";
  return isTooSmall(primary, worthwhile) ? "small" : "none";
}
