import {decimal, digitsFor, interval} from "../words/numbers.js";
import type {Evidence} from "./finding.js";
import {say} from "../words/say.js";

/**
 * "0.17 percentage points (0.06 to 0.29)"; "a correlation of 0.77 (0.21 to 0.95)"
 *
 * @param fewest  digits of an estimate without an interval
 */
export function evidenceWords(
  {estimate, low, high, unit}: Pick<Evidence, "estimate" | "low" | "high" | "unit">,
  fewest = 2
): string {
  const said = (number: string): string =>
    unit === "r" ? say("a correlation of {0}", number) : say("{0} {1}", number, unit);
  if (low === null || high === null) return said(decimal(estimate, fewest));
  const digits = digitsFor(low, high, estimate);
  return say("{0} ({1})", said(decimal(estimate, digits)), interval(low, high, digits));
}
