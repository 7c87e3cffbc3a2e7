import type {EvidenceContext} from "../../evidence/context.js";
import type {ReleasedTable} from "../../released/table.js";

/** What every page's figures and tables are made of. */
export interface PageInput {
  readonly context: EvidenceContext;
  /** the released tables, by name */
  readonly tables: ReadonlyMap<string, ReleasedTable>;
  /** what a figure names as its source */
  readonly source: string;
  readonly document: Document;
}
