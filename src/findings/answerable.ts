/** What a reader may change of a finding's comparison on its page, from released tables alone. */
export interface Answerable {
  /** the table whose measures, years and lines there are to choose from */
  readonly table: string;
  readonly choices: readonly ("definition" | "outcome" | "years" | "line" | "adjusted" | "comparison")[];
  /** its outcomes are measures of the survey, a row each */
  readonly surveyed?: true;
  /** its least difference that matters has no unit, as a correlation has none */
  readonly unitless?: true;
  /** why not more than that can be changed, in a sentence */
  readonly not?: string;
}
