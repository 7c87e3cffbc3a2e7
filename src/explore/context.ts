import type {ReleasedTable} from "../released/table.js";
import type {Comparison} from "./comparison.js";
import type {Grain} from "./grain.js";
import type {Ledger} from "./ledger.js";
import type {WrittenFormula} from "./offeredEstimators.js";
import type {ExploredStudy} from "./study.js";
import type {Ask} from "./worker/ask.js";

/** What every view is given. */
export interface ExplorerContext {
  readonly document: Document;
  /** in pixels, of the place that a view has */
  readonly width: number;
  readonly study: ExploredStudy;
  readonly tables: Readonly<Record<string, ReleasedTable>>;
  readonly grains: readonly Grain[];
  readonly grain: Grain;
  readonly comparison: Comparison;
  readonly ledger: Ledger;
  /** "Planned on 2026-11-23", "Exploratory" */
  readonly badge: string;
  readonly source: string;
  /** that of the address; null where it is the comparison's own */
  readonly formula: WrittenFormula | null;
  /** puts one into the address, and estimates it */
  readonly write: (formula: WrittenFormula | null) => void;
  /** the comparison with some of its parts changed, in the address too */
  readonly change: (changed: Partial<Comparison>) => void;
  /** sums that would hold the page up */
  readonly ask: Ask;
  /** ends when the view is left */
  readonly signal: AbortSignal;
}
