import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({answer, hoped, programme}: AdviceInput): readonly Advice[] {
  if (answer === "clear" && !hoped)
    return [
      {
        advice: `Do not extend ${programme} before the reason is known.`,
        because: "Scores differed in the other direction from the one hoped for."
      }
    ];
  return answer === "clear"
    ? []
    : [
        {
          advice: "Keep the same questions, and follow up those who do not answer.",
          because: "Only the same questions, answered by most, can show a change."
        }
      ];
}
