import type {FindingId} from "../../src/evidence/finding.js";
import type {WorldKind} from "../../src/evidence/worlds/world.js";

/** What is true in every kind of world, so that no null tries it: who met whom, and how the modules differ. */
export const leftOut = (kind: WorldKind): readonly FindingId[] => (kind === "truth" ? [] : ["purpose", "sessions"]);
