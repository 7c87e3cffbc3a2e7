import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({answer}: AdviceInput): readonly Advice[] {
  return answer === "clear"
    ? [
        {
          advice: "事業ラインをまたぐグループ編成を続け、共同案件を記録してください。",
          because: "事業ラインをまたぐ交流が増えたためです。"
        }
      ]
    : [{advice: "事業ラインをまたぐグループを編成してください。", because: "交流が明確には増えていないためです。"}];
}
