import type {FindingId} from "../evidence/finding.js";
import {findingIds, registry} from "../findings/registry.js";
import {isClear} from "../evidence/isClear.js";
import type {WorldLens} from "./estimatesOf.js";
import type {World, WorldKind} from "./world.js";

/** The findings of the article that the default study is built around. */
export const articleFindings: readonly FindingId[] = findingIds.filter((id) => registry[id].simulated?.article);

/** In how many worlds of a kind all of the article's findings would have been read as good news, each with a clear interval. */
export function allAtOnce(
  worlds: readonly World[],
  kind: WorldKind,
  lens: WorldLens
): {readonly worlds: number; readonly all: number} {
  const made = worlds.filter((world) => world.kind === kind && world.failed === undefined);
  const good = ({findings}: World, id: FindingId): boolean => {
    const found = findings.find(({finding}) => finding === id)?.[lens];
    return found != null && isClear(found) && found.estimate > 0;
  };
  return {worlds: made.length, all: made.filter((world) => articleFindings.every((id) => good(world, id))).length};
}
