import type {Claim, FindingId} from "../evidence/finding.js";
import {findingIds} from "../findings/registry.js";
import {isClear} from "../evidence/isClear.js";
import {estimatesOf} from "./estimatesOf.js";
import type {World, WorldEstimate, WorldKind} from "./world.js";
import {worldKindNames} from "./world.js";

export interface WorldSummary {
  readonly kind: WorldKind;
  readonly finding: FindingId;
  readonly worlds: number;
  /** worlds whose title claims it, by what it claims */
  readonly claims: Readonly<Record<Exclude<Claim, "none">, number>>;
  readonly naive: Rate;
  readonly primary: Rate;
}

export interface Rate {
  readonly mean: number;
  readonly sd: number;
  /** share of worlds in which the interval lies above no difference, and below it */
  readonly above: number;
  readonly below: number;
  /** estimates of a tenth, the middle and nine tenths of the worlds */
  readonly deciles: readonly [number, number, number];
}

/** How often each finding would have been found in worlds of each kind. */
export function summariseWorlds(worlds: readonly World[]): WorldSummary[] {
  return worldKindNames.flatMap((kind) =>
    findingIds.flatMap((finding) => {
      const found = worlds
        .filter((world) => world.kind === kind)
        .flatMap((world) => world.findings.filter((one) => one.finding === finding));
      const claimed = (claim: Claim): number => found.filter((one) => one.claim === claim).length;
      const naive = rateOf(estimatesOf(worlds, kind, finding, "naive"));
      const primary = rateOf(estimatesOf(worlds, kind, finding, "primary"));
      const claims = {difference: claimed("difference"), change: claimed("change")};
      return naive && primary ? [{kind, finding, worlds: found.length, claims, naive, primary}] : [];
    })
  );
}

function rateOf(made: readonly WorldEstimate[]): Rate | null {
  if (made.length === 0) return null;
  const values = made.map(({estimate}) => estimate).toSorted((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const share = (side: number): number =>
    round(made.filter((one) => isClear(one) && Math.sign(one.estimate) === side).length / made.length);
  const at = (part: number): number => round(values[Math.round(part * (values.length - 1))] ?? NaN);
  return {
    mean: round(mean),
    sd: round(values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0),
    above: share(1),
    below: share(-1),
    deciles: [at(0.1), at(0.5), at(0.9)]
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
