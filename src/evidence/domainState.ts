import type {Domain} from "./domains.js";
import type {Finding} from "./finding.js";
import type {CheckState} from "./verdict/checkState.js";
import {withUnmade} from "./verdict/certaintyOf.js";

const worstFirst: readonly CheckState[] = ["failed", "unmade", "open", "answered"];

/** What a possible problem came to over all of its checks: the worst of them; not made, where nothing was looked at. */
export function domainState({required, checks}: Pick<Finding, "required" | "checks">, domain: Domain): CheckState {
  const states = withUnmade(required, checks).flatMap((check) => (check.domain === domain ? [check.state] : []));
  return worstFirst.find((state) => states.includes(state)) ?? "unmade";
}

/** The check made that a problem's state comes from; undefined where none was. */
export function deciding({required, checks}: Pick<Finding, "required" | "checks">, domain: Domain): string | undefined {
  const state = domainState({required, checks}, domain);
  const made = checks.filter((check) => check.domain === domain);
  return (made.find((check) => check.state === state) ?? made[0])?.id;
}
