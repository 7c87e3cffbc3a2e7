import type {FigureOptions} from "../../../src/components/parts/figure.js";
import type {Plan} from "../../../src/evidence/context.js";
import type {Finding} from "../../../src/evidence/finding.js";
import type {Mark} from "../marks/mark.js";
import type {MarkInput} from "../marks/markInput.js";

export interface FindingInput extends MarkInput {
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
