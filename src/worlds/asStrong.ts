import type {Evidence, FindingId} from "../evidence/finding.js";
import {estimatesOf} from "./estimatesOf.js";
import type {WorldLens} from "./estimatesOf.js";
import type {World, WorldKind} from "./world.js";

/** In how many worlds of a kind a finding's estimate lies as far on the same side of no difference as one, or farther. */
export function asStrong(
  worlds: readonly World[],
  kind: WorldKind,
  finding: FindingId,
  lens: WorldLens,
  {estimate}: Pick<Evidence, "estimate">
): {readonly worlds: number; readonly as: number} {
  const side = estimate < 0 ? -1 : 1;
  const made = estimatesOf(worlds, kind, finding, lens);
  return {worlds: made.length, as: made.filter((one) => side * one.estimate >= side * estimate).length};
}
