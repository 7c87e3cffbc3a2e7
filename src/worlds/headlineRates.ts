/**
 * How often the report's first line names a gain or a loss in simulated studies of a kind.
 *
 * Model      names ~ Binomial(worlds, rate); the upper limit is exact, one-sided, at 99 %
 * Source     Clopper & Pearson (1934)
 */
import {proportion} from "../stats/proportion/proportion.js";
import type {World, WorldKind} from "./world.js";
import {worldKindNames} from "./world.js";

/** The rules are held to it where anyone or the better take part: selection on paths of their own is printed, not bounded. */
export const mostFalse = 0.08;

const bounded: ReadonlySet<WorldKind> = new Set(["pure", "selection"]);

export interface HeadlineRate {
  readonly kind: WorldKind;
  readonly worlds: number;
  readonly named: number;
  /** upper 99 % limit of the rate */
  readonly most: number;
  /** null where the kind has no bound */
  readonly kept: boolean | null;
}

export function headlineRates(worlds: readonly World[]): HeadlineRate[] {
  return worldKindNames.flatMap((kind) => {
    const made = worlds.filter((world) => world.kind === kind && world.headline !== undefined);
    if (made.length === 0) return [];
    const named = made.filter(
      ({headline}) => (headline?.better.length ?? 0) + (headline?.worse.length ?? 0) > 0
    ).length;
    const most =
      named === made.length ? 1 : proportion(named, made.length, {kind: "clopper-pearson", level: 0.98}).high;
    return [{kind, worlds: made.length, named, most, kept: bounded.has(kind) ? most <= mostFalse : null}];
  });
}
