import type {FigureOptions} from "../components/parts/figure.js";
import type {Mark} from "../components/parts/mark.js";
import type {PageInput} from "../components/parts/pageInput.js";
import type {Plan} from "../evidence/context.js";
import type {Finding} from "../evidence/finding.js";

export interface FindingInput<Derived = unknown> extends PageInput {
  readonly finding: Finding;
  readonly plan: Plan;
  /** what the finding's `derive` estimated */
  readonly derived: Derived;
}

/** What is a finding's own on its page and on its card; null where its table is not there. */
export interface FindingPage<Derived = unknown> {
  /** the first figure, its title what is seen in it, in a sentence */
  lead(input: FindingInput<Derived>): Element | null;
  /** the drawing on the claim card, no taller than six lines of text */
  small(input: FindingInput<Derived>, options: FigureOptions): Element | null;
  /** whatever else stands on the page, by the name of its mark without the finding's */
  exhibits(input: FindingInput<Derived>): Readonly<Record<string, Mark>>;
}
