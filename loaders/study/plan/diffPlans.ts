import type {PlanDecided} from "./planHash.js";

/** What one plan decides otherwise than another: a line a finding and key, in the plan's own words. */
export function diffPlans(before: PlanDecided, after: PlanDecided): string[] {
  const findings = [...new Set([...before, ...after].map(({finding}) => String(finding)))].toSorted();
  return findings.flatMap((finding) => {
    const [old, now] = [before, after].map((plan) => plan.find((one) => one.finding === finding));
    if (!old) return [`${finding}: planned since, ${String(now?.specification)}`];
    if (!now) return [`${finding}: no longer planned, was ${String(old.specification)}`];
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].toSorted();
    return keys.flatMap((key) => {
      const [was, is] = [old[key], now[key]].map((value) => (value === undefined ? "not given" : show(value)));
      return was === is ? [] : [`${finding}: ${key} was ${was}, is ${is}`];
    });
  });
}

function show(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
