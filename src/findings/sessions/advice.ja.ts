import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({answer, hoped, fewRated}: AdviceInput): readonly Advice[] {
  const keep = {
    advice: "内省のモジュールを続け、評価の低いモジュールを見直してください。",
    because: "内省のモジュールは、他のモジュールより評価が高いためです。"
  };
  const ask = {
    advice: "毎回のセッション後に全員に尋ねてください。",
    because: "評価のあるセッションが少なすぎるためです。"
  };
  const review = {
    advice: "内省のモジュールを見直してください。",
    because: "他のモジュールより評価が低いためです。"
  };
  return [...(answer === "clear" ? [hoped ? keep : review] : []), ...(fewRated ? [ask] : [])];
}
