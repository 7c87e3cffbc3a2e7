import type {Finding} from "./finding.js";
import {isClear} from "./isClear.js";

/** The side on which a finding claims a change or a difference: above none 1, below it -1, and 0 where it claims neither. */
export function claimedSide({claim, primary, evidence}: Pick<Finding, "claim" | "primary" | "evidence">): -1 | 0 | 1 {
  const between = claim === "difference" && !(primary && isClear(primary));
  const stated = between ? (evidence.find(({naive}) => naive) ?? null) : primary;
  return claim === "none" || !stated ? 0 : stated.estimate < 0 ? -1 : 1;
}
