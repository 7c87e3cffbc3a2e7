import {AskedWrongly} from "../study/askedWrongly.js";
import {StudyError} from "../study/studyError.js";
import {tellError} from "../study/tellError.js";

/**
 * Says why a verb did nothing on standard error and, with `json`, on standard output as a line of data.
 *
 * @returns the exit code
 */
export function tellFailure(error: unknown, {json = false}: {readonly json?: boolean} = {}): number {
  const refused = tellError(error);
  process.stderr.write(`${refused}\n`);
  const violations = error instanceof StudyError ? error.violations : [];
  if (json) process.stdout.write(`${JSON.stringify({refused, violations})}\n`);
  return error instanceof AskedWrongly ? 2 : 1;
}
