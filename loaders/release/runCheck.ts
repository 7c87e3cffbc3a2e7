import {dueDate} from "../study/dueDate.js";
import {printAnswer} from "../study/printAnswer.js";
import {readStudy} from "../study/readStudy.js";
import {showRow} from "../warehouse/showRow.js";
import {againstLast, type ProfileRow} from "./againstLast.js";
import {openStudy} from "./openStudy.js";
import {readProfile} from "./profiles.js";
import {query} from "./query.js";

export interface CheckOptions {
  readonly study: string;
  /** a canonical table and the number of a row, to print that alone */
  readonly row?: string;
  readonly json?: boolean;
}

interface CheckedFile {
  readonly file: string;
  readonly read: number;
  readonly rejected: number;
  readonly asOf: string | null;
  /** day by which a newer one should be there */
  readonly due: string | null;
  readonly late: boolean;
}

/**
 * `check`: reads every file and holds it to its rules, says what a build would warn of, which should have been renewed, and
 * whether personal data are due for deletion. Counts are exact: they are for whoever has the files.
 *
 * @param today  ISO 8601
 * @throws {StudyError} if a rule is broken
 */
export async function runCheck(
  {study: folder, row, json = false}: CheckOptions,
  today = new Date().toISOString().slice(0, 10)
): Promise<number> {
  if (row !== undefined) {
    const shown = await showRow(await readStudy(folder), row);
    const lines = Object.entries(shown).map(
      ([column, value]) => `${column}: ${value === null ? "no value" : String(value)}`
    );
    printAnswer(shown, lines.join("\n"), {json});
    return 0;
  }
  const {files, overdue, warnings} = await openStudy(folder, async (context) => {
    const counted = await query<{resource: string; file: string; read: number; rejected: number}>(
      context,
      "sql/resources"
    );
    const until = context.study.personalData?.until;
    const checked = counted.map(({resource, file, read, rejected}): CheckedFile => {
      const declared = context.study.resources.find(({name}) => name === resource);
      const due = declared ? dueDate(declared) : null;
      return {file, read, rejected, asOf: declared?.asOf ?? null, due, late: due !== null && due < today};
    });
    const told = [
      ...(await query<{message: string}>(context, "sql/warnings")).map(({message}) => message),
      ...againstLast(context.study, await readProfile(context.study), await query<ProfileRow>(context, "sql/profile"))
    ];
    return {files: checked, overdue: until !== undefined && until < today ? until : null, warnings: told};
  });
  const due = overdue === null ? [] : [`personal data were to be deleted by ${overdue}: npx longview purge --help`];
  printAnswer({files, warnings, deletionDue: overdue}, [...files.map(inWords), ...warnings, ...due].join("\n"), {json});
  return overdue !== null || files.some(({rejected, late}) => rejected > 0 || late) ? 3 : 0;
}

function inWords({file, read, rejected, asOf, due, late}: CheckedFile): string {
  const fresh = due === null ? "" : late ? `; late: a newer one was due on ${due}` : `; the next is due on ${due}`;
  return `${file}: ${read} rows, ${rejected} rejected${asOf === null ? "" : `, as of ${asOf}`}${fresh}`;
}
