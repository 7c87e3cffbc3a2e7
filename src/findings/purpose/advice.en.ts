import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({answer}: AdviceInput): readonly Advice[] {
  return answer === "clear"
    ? [
        {
          advice: "Keep forming groups across the lines, and record joint projects.",
          because: "Meetings across the lines rose."
        }
      ]
    : [{advice: "Form groups across the lines.", because: "Meetings did not clearly rise."}];
}
