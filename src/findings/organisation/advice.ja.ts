import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({answer}: AdviceInput): readonly Advice[] {
  return answer === "clear"
    ? []
    : [{advice: "全社の合計値を根拠に用いないでください。", because: "関連を示すには年数が少なすぎるためです。"}];
}
