import type {FindingId} from "../../src/evidence/finding.js";
import {findingIds} from "../../src/evidence/finding.js";
import type {WorldFinding} from "./simulateWorld.js";
import type {WorldKind} from "./worldKinds.js";
import {worldKinds} from "./worldKinds.js";

export interface World {
  readonly kind: WorldKind;
  readonly seed: number;
  readonly findings: readonly WorldFinding[];
}

export interface WorldSummary {
  readonly kind: WorldKind;
  readonly finding: FindingId;
  readonly worlds: number;
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
  return (Object.keys(worldKinds) as WorldKind[]).flatMap((kind) =>
    findingIds.flatMap((finding) => {
      const found = worlds
        .filter((world) => world.kind === kind)
        .flatMap((world) => world.findings.filter((one) => one.finding === finding));
      const naive = rateOf(found.map((one) => one.naive));
      const primary = rateOf(found.map((one) => one.primary));
      return naive && primary ? [{kind, finding, worlds: found.length, naive, primary}] : [];
    })
  );
}

function rateOf(estimates: readonly WorldFinding["primary"][]): Rate | null {
  const made = estimates.filter((one) => one !== null);
  if (made.length === 0) return null;
  const values = made.map(({estimate}) => estimate).toSorted((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const share = (side: number): number =>
    round(made.filter(({clear, estimate}) => clear && Math.sign(estimate) === side).length / made.length);
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
