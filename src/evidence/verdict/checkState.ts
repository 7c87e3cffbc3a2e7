import type {Domain} from "../domains.js";

/**
 * What a check came to. answered: what it looks for is too small to matter, or the estimate holds. open: the data cannot
 * tell. failed: it is there, or the estimate does not hold. unmade: what the check reads is missing.
 */
export const checkStates = ["answered", "open", "failed", "unmade"] as const;

export type CheckState = (typeof checkStates)[number];

/** A check by its name and domain, before it is made. */
export interface CheckNamed {
  readonly id: string;
  readonly domain: Domain;
}

export interface CheckMade extends CheckNamed {
  readonly state: CheckState;
}
