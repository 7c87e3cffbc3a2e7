import {lineNoun} from "../../words/studyNouns.js";
import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({answer, hoped}: AdviceInput): readonly Advice[] {
  if (answer === "clear" && !hoped)
    return [
      {
        advice: `${lineNoun().many}をまたぐグループを編成してください。`,
        because: `${lineNoun().many}をまたぐ交流が減ったためです。`
      }
    ];
  return answer === "clear"
    ? [
        {
          advice: `${lineNoun().many}をまたぐグループ編成を続け、共同案件を記録してください。`,
          because: `${lineNoun().many}をまたぐ交流が増えたためです。`
        }
      ]
    : [
        {
          advice: `${lineNoun().many}をまたぐグループを編成してください。`,
          because: "交流が明確には増えていないためです。"
        }
      ];
}
