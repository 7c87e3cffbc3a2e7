import {sources} from "../disclosure/publishedRecord.js";
import {AskedWrongly} from "../study/askedWrongly.js";
import {printAnswer} from "../study/printAnswer.js";
import {type Act, addAct} from "./acts.js";
import {boundOf} from "./boundOf.js";
import {openStudy} from "./openStudy.js";

export interface ReviseOptions {
  readonly study: string;
  readonly source: string;
  readonly because: string;
  readonly json?: boolean;
}

/**
 * `revise`: has the closed figures of a source made anew with the next release, all of them. Refused, and nothing is
 * recorded, where a cell differs from what was published in one to nine persons.
 */
export async function runRevise(values: ReviseOptions): Promise<number> {
  const source = sources.find((one) => one === values.source);
  if (!source) throw new AskedWrongly(`invalid --source; one of ${sources.join(", ")}: ${values.source}`);
  if (values.because.trim() === "")
    throw new AskedWrongly("missing --because; say in a sentence for readers why figures are revised");
  const act: Act = {act: "revise", source, on: new Date().toISOString().slice(0, 10), because: values.because};
  const bound = await openStudy(values.study, (context) => boundOf(context, {acts: [act]}));
  if (!bound?.standing.record) {
    printAnswer({revised: null, blocked: []}, "nothing is on record that could be revised", values);
    return 0;
  }
  if (!bound.revising.includes(source)) {
    const blocked = bound.notes.filter((note) => note.source === source).map(({text}) => text);
    process.stderr.write(`${blocked.join("\n")}\nNothing is revised.\n`);
    if (values.json) printAnswer({revised: null, blocked}, "", values);
    return 1;
  }
  await addAct(values.study, act);
  printAnswer({revised: act}, `the next release makes the figures of ${source} anew`, values);
  return 0;
}
