import type {Evidence} from "./finding.js";
import type {Domain} from "./certainty.js";
import {digitsFor, interval, percent, signed} from "./format.js";

/** under it non-response counts against a finding */
const leastResponse = 0.6;

/** A test that could hardly have failed is unknown, never passed. */
export type Verdict = "passed" | "failed" | "unknown";

/** One thing that was looked into, and what came of it. */
export interface Check {
  readonly domain: Domain;
  /** what was asked, as a question */
  readonly asked: string;
  readonly verdict: Verdict;
  /** what was found, with its numbers, in a sentence */
  readonly why: string;
}

/** The domains in which a check failed, each once. */
export function failedDomains(checks: readonly Check[]): Domain[] {
  return [...new Set(checks.filter(({verdict}) => verdict === "failed").map(({domain}) => domain))];
}

/** Whether the interval spans both no difference and one that is worth having. */
export function checkPrecision({low, high, unit}: Evidence, worthwhile: number): Check {
  const failed =
    low === null || high === null || (low <= 0 && high >= 0 && Math.max(Math.abs(low), Math.abs(high)) >= worthwhile);
  return {
    domain: "precision",
    asked: "Does the interval tell no difference from one worth having?",
    verdict: failed ? "failed" : "passed",
    why:
      low === null || high === null
        ? "There is no interval."
        : `It runs from ${interval(low, high)} ${unit}; worth having is ${signed(worthwhile, digitsFor(0, 2 * worthwhile))}.`
  };
}

/** Whether the other estimates of the same thing have the sign of the primary one. */
export function checkSign(primary: Evidence, others: readonly Evidence[]): Check {
  const same = others.filter(({estimate}) => Math.sign(estimate) === Math.sign(primary.estimate)).length;
  return {
    domain: "consistency",
    asked: "Do the other estimates point the same way?",
    verdict: same === others.length ? "passed" : "failed",
    why: `${same} of ${others.length} have the sign of the planned one.`
  };
}

/** Whether enough of those who were asked are there. */
export function checkResponse(share: number, what: string): Check {
  return {
    domain: "missing",
    asked: "Did enough answer?",
    verdict: share < leastResponse ? "failed" : "passed",
    why: `${percent(share)} ${what}; under ${percent(leastResponse)} would not be enough.`
  };
}
