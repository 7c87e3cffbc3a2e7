import type {Domain} from "./certainty.js";
import {domains} from "./certainty.js";
import type {Assignment} from "./designLevel.js";
import type {Finding} from "./finding.js";

export type ThreatState = "open" | "answered" | "cannot be tested" | "not checked" | "does not apply";

/** What each threat to a finding has come to. */
export function threats({kind, checks}: Finding, assignment: Assignment): Readonly<Record<Domain, ThreatState>> {
  const chosen = assignment !== "randomised" && assignment !== "externally assigned";
  const state = (domain: Domain): ThreatState => {
    const verdicts = checks.filter((check) => check.domain === domain).map(({verdict}) => verdict);
    if (verdicts.includes("failed")) return "open";
    if (domain === "selection" && kind === "descriptive") return "does not apply";
    if (domain === "selection" && chosen) return "cannot be tested";
    if (verdicts.length === 0) return "not checked";
    return verdicts.includes("unknown") ? "cannot be tested" : "answered";
  };
  return Object.fromEntries((Object.keys(domains) as Domain[]).map((domain) => [domain, state(domain)])) as Record<
    Domain,
    ThreatState
  >;
}

export const threatNames: Readonly<Record<Domain, string>> = {
  selection: "They chose",
  missing: "Some are missing",
  measurement: "The measure",
  precision: "Too few to tell",
  consistency: "Other comparisons",
  multiplicity: "Many looks"
};
