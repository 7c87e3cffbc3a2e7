import type {Estimate} from "../../src/stats/estimate.js";
import type {HiddenCells} from "./audit/pinnedCells.js";

/** An estimate as it was printed, and what it must not tell. */
export interface ReleasedEstimate {
  readonly printed: Estimate;
  /** cells among its rows that are published nowhere, where the others are known */
  readonly over?: HiddenCells;
}
