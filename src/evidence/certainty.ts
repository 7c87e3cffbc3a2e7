import type {Check} from "./check.js";
import {failedDomains} from "./check.js";
import type {Assignment} from "./designLevel.js";
import type {Kind} from "./finding.js";

export const certainties = ["very low", "low", "moderate", "high"] as const;

export type Certainty = (typeof certainties)[number];

export const domains = {
  selection: "those who took part chose to, and may have differed before",
  missing: "too many did not answer or are not covered",
  measurement:
    "the measure is not reliable enough, changed, comes from those who know of the exposure, or stands for something else",
  precision: "the interval spans both a difference worth having and none",
  consistency: "other defensible comparisons point elsewhere",
  multiplicity: "one of several comparisons, and not clear of chance once all are counted"
} as const;

export type Domain = keyof typeof domains;

/**
 * One step down for each domain in which a check failed (after GRADE: Guyatt et al. 2008), from high for a description or
 * a randomised start, and from low for an observational comparison.
 */
export function certainty(kind: Kind, assignment: Assignment, checks: readonly Check[]): Certainty {
  const start = kind === "descriptive" || assignment === "randomised" ? certainties.length - 1 : 1;
  return certainties[Math.max(0, start - failedDomains(checks).length)] ?? "very low";
}
