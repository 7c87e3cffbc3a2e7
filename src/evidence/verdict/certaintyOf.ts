/**
 * How sure a reader may be that a difference lies on the stated side, whatever its reason.
 *
 * One step down for each domain in which a required check failed or was not made; where the design allows more than low,
 * one more, once, for a domain that is left open. So that nothing is gained by leaving evidence out: an answer turned
 * into no check never raises it, and an answer gained never lowers it.
 *
 * Source     steps and domains after GRADE: Guyatt et al. (2008), BMJ 336, 924-926
 */
import type {Domain} from "../domains.js";
import type {CheckMade, CheckNamed, CheckState} from "./checkState.js";
import type {DesignLevel} from "./designLevel.js";

export const certainties = ["very low", "low", "moderate", "high"] as const;

export type Certainty = (typeof certainties)[number];

export interface CertaintyReached {
  readonly certainty: Certainty;
  /** the most that the design allows */
  readonly ceiling: Certainty;
  /** domains that took a step off */
  readonly lowered: readonly Domain[];
  /** those of them in which nothing failed, but a check could not be made */
  readonly unchecked?: readonly Domain[];
  readonly answered: number;
  readonly of: number;
}

/** Nothing that was observed rules out that those who were about to improve joined: a chosen start allows low at most. */
export function certaintyCeiling(kind: "descriptive" | "association" | "effect", level: DesignLevel): Certainty {
  if (kind === "descriptive" || level === 5) return "high";
  return level === 4 ? "moderate" : "low";
}

/**
 * @param required  the finding's checks; one that is not among those made counts as not made
 * @param made      the checks made; one beyond the required counts like them
 */
export function certaintyOf(
  ceiling: Certainty,
  required: readonly CheckNamed[],
  made: readonly CheckMade[]
): CertaintyReached {
  const checks = withUnmade(required, made);
  const domains = [...new Set(checks.map(({domain}) => domain))];
  const has = (domain: Domain, ...states: readonly CheckState[]): boolean =>
    checks.some((check) => check.domain === domain && states.includes(check.state));
  const off = domains.filter((domain) => has(domain, "failed", "unmade"));
  const open = domains.filter((domain) => !off.includes(domain) && has(domain, "open"));
  const most = certainties.indexOf(ceiling);
  const unresolved = ceiling === "moderate" || ceiling === "high" ? open.slice(0, 1) : [];
  const lowered = [...off, ...unresolved];
  return {
    certainty: certainties[Math.max(0, most - lowered.length)] ?? "very low",
    ceiling,
    lowered,
    unchecked: lowered.filter((domain) => !has(domain, "failed") && has(domain, "unmade")),
    answered: checks.filter(({state}) => state === "answered").length,
    of: checks.length
  };
}

/** The checks made, and after them each required one that was not, as unmade. */
export function withUnmade(required: readonly CheckNamed[], made: readonly CheckMade[]): CheckMade[] {
  const missing = required.filter(({id}) => !made.some((check) => check.id === id));
  return [...made, ...missing.map(({id, domain}) => ({id, domain, state: "unmade" as const}))];
}
