import type {EvidenceContext} from "../../../src/evidence/context.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import type {StudyRelease} from "../../release/releaseStudy.js";
import type {Page} from "../pages.js";

/** What every page's marks are made of. */
export interface MarkInput {
  readonly release: StudyRelease;
  readonly context: EvidenceContext;
  /** the released tables, by name */
  readonly tables: ReadonlyMap<string, ReleasedTable>;
  readonly pages: readonly Page[];
  readonly document: Document;
}
