import {NotIdentified} from "../errors/notIdentified.js";
import {normalUpper} from "../distribution/normal.js";
import type {SumDistribution} from "../resampling/subsetSums.js";

export interface RankOptions {
  /** auto: as R, exact for few values without ties */
  readonly exact?: boolean | "auto";
  readonly continuity?: boolean;
  readonly level?: number;
}

export interface RankFit {
  readonly statistic: number;
  readonly p: number;
  readonly p_greater: number;
  readonly p_less: number;
  readonly exact: boolean;
}

export interface Tails {
  readonly two: number;
  readonly greater: number;
  readonly less: number;
}

/** Shares of a sum's distribution from a value on, and as far from its mean on either side. */
export function exactTails({sums, counts}: SumDistribution, at: number): Tails {
  let total = 0;
  let weighted = 0;
  for (let i = 0; i < sums.length; i++) {
    total += counts[i]!;
    weighted += counts[i]! * (sums[i]! - at);
  }
  const offset = weighted / total;
  const distance = Math.abs(offset) * (1 - 1e-9) - 1e-9;
  let above = 0;
  let below = 0;
  let far = 0;
  for (let i = 0; i < sums.length; i++) {
    const from = sums[i]! - at;
    if (from >= 0) above += counts[i]!;
    if (from <= 0) below += counts[i]!;
    if (Math.abs(from - offset) >= distance) far += counts[i]!;
  }
  return {two: Math.min(1, far / total), greater: above / total, less: below / total};
}

/** A centred statistic in standard deviations, half a unit nearer to 0 where asked. */
export function normalScore(centred: number, sd: number, continuity: boolean): number {
  return (centred - (continuity ? Math.sign(centred) / 2 : 0)) / sd;
}

/** Normal tails of a centred statistic, with half a unit's correction where asked. */
export function normalTails(centred: number, sd: number, continuity: boolean): Tails {
  if (!(sd > 0))
    throw new NotIdentified("not identified: all values are tied, so that ranks tell nothing", "no variation");
  const half = continuity ? 0.5 : 0;
  const two = (Math.abs(centred) - (centred === 0 ? 0 : half)) / sd;
  return {
    two: Math.min(1, 2 * normalUpper(Math.max(two, -40))),
    greater: normalUpper((centred - half) / sd),
    less: normalUpper(-(centred + half) / sd)
  };
}

/** least sum with at least p of the distribution at or below it */
export function lowerQuantile({sums, counts}: SumDistribution, p: number): number {
  const order = rising(sums) ? null : Array.from(sums, (_, i) => i).toSorted((a, b) => sums[a]! - sums[b]!);
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  let seen = 0;
  for (let k = 0; k < sums.length; k++) {
    const i = order ? order[k]! : k;
    seen += counts[i]!;
    if (seen >= p * total * (1 - 1e-14)) return sums[i]!;
  }
  return sums[order?.at(-1) ?? sums.length - 1]!;
}

function rising(sums: ArrayLike<number>): boolean {
  for (let i = 1; i < sums.length; i++) if (sums[i - 1]! > sums[i]!) return false;
  return true;
}
