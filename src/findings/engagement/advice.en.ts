import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({answer, hoped, programme}: AdviceInput): readonly Advice[] {
  if (answer === "clear" && !hoped)
    return [
      {advice: `Find out why before extending ${programme}.`, because: "Scores moved the other way than hoped for."}
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
