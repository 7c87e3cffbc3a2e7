import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({answer, hoped, fewRated}: AdviceInput): readonly Advice[] {
  const keep = {
    advice: "Keep the modules on reflection, and review the lowest rated.",
    because: "Modules on reflection were rated higher than the others."
  };
  const ask = {advice: "Ask everyone after each session.", because: "Too few attended sessions were rated."};
  const review = {
    advice: "Review the modules on reflection.",
    because: "They were rated lower than the others."
  };
  return [...(answer === "clear" ? [hoped ? keep : review] : []), ...(fewRated ? [ask] : [])];
}
