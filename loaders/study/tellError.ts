import {databaseFault} from "./databaseFault.js";
import {isNoRoom} from "./isNoRoom.js";
import {documentation, paragraphOf} from "./paragraphOf.js";
import {StudyError} from "./studyError.js";

/**
 * What may be printed of an error. Those that are thrown here name places and rules; the database's may quote a value, so
 * of them only the kind is told, and where they arose.
 */
export function tellError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const {message, stack = message} = error;
  const frames = Array.from(stack.replace(message, "").matchAll(/\n {4}at .*:\d+:\d+\)?$/gm), ([frame]) => frame).join(
    ""
  );
  const fault = databaseFault(error);
  if (fault) return `${fault.kind} Error in the database; what it says may quote a value and is not shown${frames}`;
  const {code = "", path = "", dest = path}: NodeJS.ErrnoException & {readonly dest?: string} = error;
  const refused = isNoRoom(error) ? full : Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  const {port}: {readonly port?: unknown} = error as {readonly port?: unknown};
  if (code === "EADDRINUSE" && port !== undefined) return `port ${String(port)} is taken; give another with --port`;
  if (refused !== undefined) return `${dest && `${dest}: `}${refused}`;
  const unforeseen = (error instanceof TypeError || error instanceof ReferenceError) && !("code" in error);
  if (unforeseen) return stack;
  return error instanceof StudyError ? `${message}\n${more(error)}` : message;
}

/** What the system refuses, by its own code. */
const refusals: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder; name one that is there",
  ENOTDIR: "a part of this path is a file; name a folder",
  EISDIR: "this is a folder; name a file",
  EEXIST: "this is there already; name another",
  ENOTEMPTY: "this folder is not empty; name another",
  EACCES: "it may not be opened; ask its owner for the right to",
  EPERM: "it may not be changed; ask its owner for the right to",
  EMFILE: "too many files are open; close other programs, and run it again",
  EADDRINUSE: "the port is taken; give another with --port",
  EROFS: "it can only be read; run it where files can be written. What was published last is unchanged"
};
const full = "the disk is full; make room, and run it again. What was published last is unchanged";

const paragraphs = 3;

/** Where to read on: the paragraphs of what was found first. */
function more({violations}: StudyError): string {
  const anchors = [...new Set(violations.map(paragraphOf))].slice(0, paragraphs);
  const places = anchors.map((anchor) => `${documentation.page}#${anchor}`).join(", ");
  return `More in ${documentation.file}; on a built site: ${places}`;
}
