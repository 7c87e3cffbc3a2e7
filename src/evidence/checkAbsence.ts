import type {Domain} from "./certainty.js";
import type {Check} from "./check.js";
import type {Evidence} from "./finding.js";
import {digitsFor, interval, signed} from "./format.js";
import {isClear} from "./isClear.js";

/**
 * Whether a difference that should not be there is not: passed only where one worth having would have been seen in half
 * of such studies or more, which is where the interval's half width is no greater than it.
 */
export function checkAbsence(
  {domain, asked, what}: {readonly domain: Domain; readonly asked: string; readonly what: string},
  evidence: Evidence,
  worthwhile: number
): Check {
  const {estimate, low, high, unit} = evidence;
  if (low === null || high === null) return {domain, asked, verdict: "unknown", why: `${what} has no interval.`};
  const digits = digitsFor(low, high);
  const seen = (high - low) / 2 <= worthwhile;
  const told = `${what} ${signed(estimate, digits)} ${unit} (${interval(low, high, digits)})`;
  if (isClear(evidence)) return {domain, asked, verdict: "failed", why: `${told}, which leaves out no difference.`};
  return seen
    ? {domain, asked, verdict: "passed", why: `${told}; one of ${signed(worthwhile, digits)} would have shown.`}
    : {
        domain,
        asked,
        verdict: "unknown",
        why: `${told}: too wide to have shown one of ${signed(worthwhile, digitsFor(0, 2 * worthwhile))}.`
      };
}
