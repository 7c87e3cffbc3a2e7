/** What we recommend, and why: a piece of advice a finding, chosen by what it came to. */
import type {Answer, Noun} from "./words.js";

export interface Advice {
  readonly advice: string;
  readonly because: string;
}

export interface AdviceInput {
  readonly answer: Answer;
  readonly hoped: boolean;
  readonly drawn: boolean;
  readonly programme: string;
  readonly outcome: string;
  readonly person: Noun;
  /** too many sessions were not rated */
  readonly fewRated: boolean;
  /** raters knew who took part */
  readonly ratersKnew: boolean;
}
