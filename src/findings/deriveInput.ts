import type {EvidenceContext, Plan} from "../evidence/context.js";
import type {Finding} from "../evidence/finding.js";
import type {ReleasedTable} from "../released/table.js";

/** What a finding's further estimates are made of: released values alone. */
export interface DeriveInput {
  readonly finding: Finding;
  readonly plan: Plan;
  readonly context: EvidenceContext;
  /** the released tables, by name */
  readonly tables: ReadonlyMap<string, ReleasedTable>;
}
