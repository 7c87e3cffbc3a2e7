import type {FindingId} from "../evidence/finding.js";
import type {World, WorldEstimate, WorldKind} from "./world.js";

export type WorldLens = "naive" | "primary";

/** A finding's estimates over the worlds of a kind in which it could be made. */
export function estimatesOf(
  worlds: readonly World[],
  kind: WorldKind,
  finding: FindingId,
  lens: WorldLens
): WorldEstimate[] {
  return worlds
    .filter((world) => world.kind === kind)
    .flatMap((world) => world.findings.find((one) => one.finding === finding)?.[lens] ?? []);
}
