import {lineNoun} from "../../words/studyNouns.js";
import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice({answer, hoped}: AdviceInput): readonly Advice[] {
  if (answer === "clear" && !hoped)
    return [{advice: `Form groups across the ${lineNoun().many}.`, because: "Meetings across them became fewer."}];
  return answer === "clear"
    ? [
        {
          advice: `Keep forming groups across the ${lineNoun().many}, and record joint projects.`,
          because: `Meetings across the ${lineNoun().many} rose.`
        }
      ]
    : [{advice: `Form groups across the ${lineNoun().many}.`, because: "Meetings did not clearly rise."}];
}
