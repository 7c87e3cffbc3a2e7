import type {Assignment} from "./designLevel.js";
import {domains} from "./certainty.js";
import type {Domain} from "./certainty.js";
import type {Finding} from "./finding.js";

export type ThreatState = "open" | "no sign of it" | "cannot be tested" | "not checked" | "does not apply";

/** What each threat to a finding has come to. */
export function threats(
  {kind, doubts, checked}: Finding,
  assignment: Assignment
): Readonly<Record<Domain, ThreatState>> {
  const chosen = assignment !== "randomised" && assignment !== "externally assigned";
  return Object.fromEntries(
    (Object.keys(domains) as Domain[]).map((domain): [Domain, ThreatState] => {
      if (doubts.includes(domains[domain])) return [domain, "open"];
      if (domain === "selection")
        return [domain, kind === "descriptive" ? "does not apply" : chosen ? "cannot be tested" : "no sign of it"];
      return [domain, checked.includes(domain) ? "no sign of it" : "not checked"];
    })
  ) as Record<Domain, ThreatState>;
}

export const threatNames: Readonly<Record<Domain, string>> = {
  selection: "They chose",
  missing: "Some are missing",
  measurement: "The measure",
  precision: "Too few to tell",
  consistency: "Other comparisons",
  multiplicity: "Many looks"
};
