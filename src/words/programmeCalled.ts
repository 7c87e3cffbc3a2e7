import {studyKept} from "./language.js";
import {say} from "./say.js";

/** What there was, in a sentence: "the programme" where people take part, otherwise by its own name, "the beer tax". */
export function programmeCalled({programme}: {readonly programme: string}): string {
  const kind = studyKept().exposure?.kind ?? "share";
  return kind === "share" || kind === "sessions" ? say("the programme") : programme;
}
