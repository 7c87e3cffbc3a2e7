import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({ratersKnew}: AdviceInput): readonly Advice[] {
  return ratersKnew
    ? [
        {
          advice: "Use raters who do not know who took part.",
          because: "Raters who know may rate what they expect to see."
        }
      ]
    : [];
}
