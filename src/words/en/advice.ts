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

export const adviceFor: Readonly<Record<string, (input: AdviceInput) => readonly Advice[]>> = {
  purpose: ({answer}) =>
    answer === "clear"
      ? [
          {
            advice: "Keep forming groups across the lines, and record joint projects.",
            because: "Meetings across the lines rose."
          }
        ]
      : [{advice: "Form groups across the lines.", because: "Meetings did not clearly rise."}],
  departments: (input) => [departmentsAdvice(input)],
  organisation: ({answer}) =>
    answer === "clear"
      ? []
      : [{advice: "Leave company totals out of the argument.", because: "The years are too few."}],
  sessions: ({answer, hoped, fewRated}) => [
    ...(answer === "clear" && hoped
      ? [
          {
            advice: "Keep the modules on reflection, and review the lowest rated.",
            because: "They were rated higher than the others."
          }
        ]
      : []),
    ...(fewRated
      ? [{advice: "Ask everyone after each session.", because: "Too few attended sessions were rated."}]
      : [])
  ],
  managers: ({ratersKnew}) =>
    ratersKnew
      ? [
          {
            advice: "Use raters who do not know who took part.",
            because: "Raters who know may rate what they expect to see."
          }
        ]
      : [],
  engagement: ({answer}) =>
    answer === "clear"
      ? []
      : [
          {
            advice: "Keep the same questions, and follow up those who do not answer.",
            because: "Only the same questions, answered by most, can show a change."
          }
        ]
};

function departmentsAdvice({answer, hoped, drawn, programme, outcome}: AdviceInput): Advice {
  if (drawn) return {advice: "Decide on the size of the effect.", because: "The start was drawn at random."};
  if (answer === "clear" && !hoped)
    return {
      advice: `Look into the ${outcome} before adding places.`,
      because: "They moved the other way than hoped for."
    };
  if (answer === "small")
    return {
      advice: `Do not expect more of ${outcome} from ${programme}.`,
      because: "Any difference is too small to matter."
    };
  if (answer === "none" || answer === "impossible")
    return {
      advice: `Do not end ${programme} for lack of a clear result.`,
      because: "A gain that matters may have been missed."
    };
  return {
    advice: `Do not extend or end ${programme} on these figures alone.`,
    because: "They do not show that it is the reason."
  };
}
