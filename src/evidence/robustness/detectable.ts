import {noncentralTUpper} from "../../stats/distribution/noncentralT.js";
import {studentTQuantile} from "../../stats/distribution/studentT.js";
import {solveIncreasing} from "../../stats/optimise/solveIncreasing.js";
import {power} from "../../stats/power/power.js";
import type {Finding, FindingId} from "../finding.js";

export interface Detectable {
  readonly finding: FindingId;
  /** least difference found in four of five studies like this one */
  readonly least: number;
  readonly se: number | null;
  readonly df: number | null;
  readonly unit: string;
}

const wanted = 0.8;
const outside = 0.025;

/** The least difference that each planned estimate would have found with 80 % power, from its standard error and df. */
export function detectable(findings: readonly Finding[]): Detectable[] {
  return findings.flatMap(({id: finding, primary}): Detectable[] => {
    if (!primary || primary.low === null || primary.high === null) return [];
    const {unit} = primary;
    const df = primary.df ?? primary.effectiveDf ?? null;
    if (unit === "r") {
      if (df === null) return [];
      const least = power({kind: "correlation", n: df + 2, power: wanted, alpha: 2 * outside}).effect;
      return [{finding, least, se: null, df, unit}];
    }
    const critical = studentTQuantile(outside, df ?? 1e6, {upper: true});
    const se = (primary.high - primary.low) / (2 * critical);
    return [{finding, least: shift(critical, df ?? 1e6) * se, se, df, unit}];
  });
}

/**
 * The chance that an estimate is clear on the right side where the truth is just large enough to matter, by its standard
 * error and df; null where it has no interval.
 */
export function chanceToFind({primary, worthwhile}: Pick<Finding, "primary" | "worthwhile">): number | null {
  if (!primary || primary.low === null || primary.high === null || primary.unit === "r") return null;
  const df = primary.df ?? primary.effectiveDf ?? 1e6;
  const critical = studentTQuantile(outside, df, {upper: true});
  const se = (primary.high - primary.low) / (2 * critical);
  return se > 0 ? noncentralTUpper(critical, df, worthwhile / se) : null;
}

/** How many standard errors the truth must lie from none for the test to find it that often. */
function shift(critical: number, df: number): number {
  return solveIncreasing((by) => noncentralTUpper(critical, df, by) - wanted, 0, 4 * critical + 4) ?? Infinity;
}
