import type {FigureOptions} from "../components/parts/figure.js";
import type {Mark} from "../components/parts/mark.js";
import type {EvidenceContext, Plan} from "../evidence/context.js";
import type {Finding} from "../evidence/finding.js";
import type {ReleasedTable} from "../released/table.js";

/** What every page's figures and tables are made of. */
export interface PageInput {
  readonly context: EvidenceContext;
  /** the released tables, by name */
  readonly tables: ReadonlyMap<string, ReleasedTable>;
  /** what a figure names as its source */
  readonly source: string;
  readonly document: Document;
}

export interface FindingInput extends PageInput {
  readonly finding: Finding;
  readonly plan: Plan;
}

/** What is a finding's own on its page and on its card; null where its table is not there. */
export interface FindingPage {
  /** the first figure, its title what is seen in it, in a sentence */
  lead(input: FindingInput): Element | null;
  /** the drawing on the claim card, no taller than six lines of text */
  small(input: FindingInput, options: FigureOptions): Element | null;
  /** whatever else stands on the page, by the name of its mark without the finding's */
  exhibits(input: FindingInput): Readonly<Record<string, Mark>>;
}
