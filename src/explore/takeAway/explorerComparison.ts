import type {Comparison} from "../comparison.js";
import type {ComparisonData} from "../comparisonData.js";
import type {LensEstimate} from "../lensEstimate.js";
import type {Exchange} from "../exchangeOf.js";
import type {Grain} from "../grain.js";
import type {LedgerState} from "../ledger.js";
import type {ExploredStudy} from "../study.js";

/** A comparison with all that its download says of it. */
export interface ExplorerComparison {
  readonly study: ExploredStudy;
  readonly version: string;
  readonly grain: Grain;
  readonly comparison: Comparison;
  readonly data: ComparisonData;
  readonly main: LensEstimate;
  readonly exchange: Exchange | null;
  readonly badge: string;
  readonly ledger: LedgerState;
}

/** Columns of data.csv: keys, what was measured, what was made of it. */
export function usedColumns({grain, comparison, data}: ExplorerComparison): string[] {
  const {exposure, outcome, controls, weights} = comparison;
  const used = [...grain.keys, exposure, outcome, ...controls, ...(weights === null ? [] : [weights]), data.x, data.y];
  return [...new Set(used)];
}
