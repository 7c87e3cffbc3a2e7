import {startCalled} from "../programmeCalled.js";
import {say} from "../say.js";

/** "開始前"; of a law or an amount "ビール税より前" and "観察期間より前" */
export function beforeStart(study: {readonly programme: string}): string {
  const called = startCalled(study);
  return called === say("the programme") ? "開始前" : `${called}より前`;
}
