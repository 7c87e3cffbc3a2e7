import type {Finding} from "../evidence/finding.js";
import type {Robustness} from "../evidence/robustness/robustnessOf.js";
import type {Worlds} from "../worlds/world.js";
import type {PageInput} from "../components/parts/pageInput.js";

/** What the page on robustness is made of: all of it was estimated before. */
export interface RobustnessInput extends PageInput {
  readonly robustness: Robustness;
  readonly findings: readonly Finding[];
  readonly worlds: Worlds | null;
}
