import {sources} from "../disclosure/publishedRecord.js";
import {type Act, addAct} from "./acts.js";
import {boundOf} from "./boundOf.js";
import {openStudy} from "./openStudy.js";

export interface ReviseOptions {
  readonly study: string;
  readonly source: string;
  readonly because: string;
}

/**
 * `revise`: has the closed figures of a source made anew with the next release, all of them. Refused, and nothing is
 * recorded, where a cell differs from what was published in one to nine persons.
 */
export async function runRevise(values: ReviseOptions): Promise<number> {
  const source = sources.find((one) => one === values.source);
  if (!source) throw new RangeError(`invalid --source; one of ${sources.join(", ")}: ${values.source}`);
  if (!values.because) throw new RangeError("missing --because; say in a sentence for readers why figures are revised");
  const act: Act = {act: "revise", source, on: new Date().toISOString().slice(0, 10), because: values.because};
  const bound = await openStudy(values.study, (context) => boundOf(context, {acts: [act]}));
  if (!bound?.standing.record) {
    process.stdout.write("nothing is on record that could be revised\n");
    return 0;
  }
  if (!bound.revising.includes(source)) {
    process.stderr.write(`${bound.notes.filter((note) => note.includes(source)).join("\n")}\nNothing is revised.\n`);
    return 1;
  }
  await addAct(values.study, act);
  process.stdout.write(`the next release makes the figures of ${source} anew\n`);
  return 0;
}
