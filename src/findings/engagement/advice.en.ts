import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({answer}: AdviceInput): readonly Advice[] {
  return answer === "clear"
    ? []
    : [
        {
          advice: "Keep the same questions, and follow up those who do not answer.",
          because: "Only the same questions, answered by most, can show a change."
        }
      ];
}
