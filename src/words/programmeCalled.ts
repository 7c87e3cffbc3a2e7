import {studyKept} from "./language.js";
import {say} from "./say.js";

interface Called {
  readonly programme: string;
}

const kindKept = (): string => studyKept().exposure?.kind ?? "share";

/** What there was, in a sentence: "the programme" where people take part, otherwise by its own name, "the beer tax". */
export function programmeCalled({programme}: Called): string {
  const kind = kindKept();
  return kind === "share" || kind === "sessions" ? say("the programme") : programme;
}

/** What comes after "before": what there was, or the years observed of an amount, which was there all along. */
export function startCalled(study: Called): string {
  const kind = kindKept();
  return kind === "amount" || kind === "money" ? say("the years observed") : programmeCalled(study);
}
