import {type FindingId, findingIds, registry} from "../../src/findings/registry.js";
import type {WorldKind} from "../../src/worlds/world.js";

/** What is true in every kind of world, so that no null tries it: who met whom, and how the modules differ. */
export const leftOut = (kind: WorldKind): readonly FindingId[] =>
  kind === "truth" ? [] : findingIds.filter((id) => registry[id].simulated?.always);
