import {decimal, digitsFor, interval} from "../words/numbers.js";
import type {Evidence} from "./finding.js";
import {say} from "../words/say.js";

/** "0.17 percentage points (0.06 to 0.29)" */
export function evidenceWords({
  estimate,
  low,
  high,
  unit
}: Pick<Evidence, "estimate" | "low" | "high" | "unit">): string {
  if (low === null || high === null) return say("{0} {1}", decimal(estimate), unit);
  const digits = digitsFor(low, high);
  return say("{0} {1} ({2})", decimal(estimate, digits), unit, interval(low, high, digits));
}
