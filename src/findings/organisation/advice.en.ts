import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({answer}: AdviceInput): readonly Advice[] {
  return answer === "clear"
    ? []
    : [{advice: "Leave company totals out of the argument.", because: "The years are too few to show a link."}];
}
