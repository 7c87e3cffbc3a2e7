/** The findings' worker: the released values once, then what was chosen. */
import {evidenceContext} from "../../evidence/evidenceContext.js";
import {nameStudy} from "../../words/language.js";
import {planOf} from "../../evidence/planOf.js";
import {answerTo} from "../answerTo.js";
import type {AnsweringReply, AnsweringRequest, AnsweringSetup} from "../askWorker.js";

let setup: AnsweringSetup | null = null;

globalThis.addEventListener("message", ({data}: MessageEvent<AnsweringSetup | AnsweringRequest>) => {
  if ("about" in data) {
    setup = data;
    nameStudy(data.about.study);
  } else if (setup) void reply(setup, data);
});

async function reply({id, about, tables}: AnsweringSetup, {place, chosen}: AnsweringRequest): Promise<void> {
  const post = (message: AnsweringReply): void => globalThis.postMessage(message, {});
  try {
    const declared = about.study.plan.find(({finding}) => finding === id);
    if (!declared) throw new RangeError(`no plan for this finding: ${id}`);
    const input = {
      plan: planOf(declared),
      context: evidenceContext(about.study),
      tables: new Map(Object.entries(tables))
    };
    post({place, answer: await answerTo(id, chosen, input, about)});
  } catch (error) {
    post({place, refused: error instanceof Error ? error.message : String(error)});
  }
}
