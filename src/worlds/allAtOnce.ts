import type {FindingId} from "../evidence/finding.js";
import {findingIds, registry} from "../findings/registry.js";
import {isClear} from "../evidence/isClear.js";
import type {WorldLens} from "./estimatesOf.js";
import type {World, WorldKind} from "./world.js";

/** The findings of the article that the default study is built around. */
export const articleFindings: readonly FindingId[] = findingIds.filter((id) => registry[id].simulated?.article);

/** Those of them that the simulated studies without effect have: what is so in any study is not asked of them. */
export function askedOf(worlds: readonly World[]): FindingId[] {
  const nulls = worlds.filter(({kind, failed}) => kind !== "truth" && failed === undefined);
  return articleFindings.filter(
    (id) => nulls.length === 0 || nulls.some(({findings}) => findings.some(({finding}) => finding === id))
  );
}

/** In how many worlds of a kind all findings that are asked of them would have been read as good news, each with a clear interval. */
export function allAtOnce(
  worlds: readonly World[],
  kind: WorldKind,
  lens: WorldLens
): {readonly worlds: number; readonly all: number} {
  const asked = askedOf(worlds);
  const made = worlds.filter((world) => world.kind === kind && world.failed === undefined);
  const good = ({findings}: World, id: FindingId): boolean => {
    const found = findings.find(({finding}) => finding === id)?.[lens];
    return found != null && isClear(found) && found.estimate > 0;
  };
  return {worlds: made.length, all: made.filter((world) => asked.every((id) => good(world, id))).length};
}
