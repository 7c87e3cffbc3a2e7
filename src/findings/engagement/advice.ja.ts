import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({answer, hoped, programme}: AdviceInput): readonly Advice[] {
  if (answer === "clear" && !hoped)
    return [
      {
        advice: `${programme}を広げる前に、その理由を調べてください。`,
        because: "スコアが期待と逆の方向に動いたためです。"
      }
    ];
  return answer === "clear"
    ? []
    : [
        {
          advice: "質問項目を変えず、無回答者への働きかけを続けてください。",
          because: "同じ質問に大半の人が回答してはじめて、変化を示せるためです。"
        }
      ];
}
