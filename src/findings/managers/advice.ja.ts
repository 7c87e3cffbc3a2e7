import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({ratersKnew}: AdviceInput): readonly Advice[] {
  return ratersKnew
    ? [
        {
          advice: "参加の有無を知らない評価者を充ててください。",
          because: "知っている評価者は、期待どおりに評価することがあるためです。"
        }
      ]
    : [];
}
