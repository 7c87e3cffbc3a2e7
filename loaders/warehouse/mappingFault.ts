import {databaseFault} from "../study/databaseFault.js";
import {StudyError} from "../study/studyError.js";

const remedies: Readonly<Record<string, string>> = {
  IO: "Make room, and run it again",
  "Out of Memory": "Make room, and run it again",
  Permission: "Declare the file as a resource",
  Conversion: "Correct the value at its source, or the cast"
};

/**
 * What the database says of a mapping that does not run. Its errors of syntax and names may be shown; those of conversion
 * quote values, and are not.
 */
export function mappingFault(error: unknown, when = "while it ran; a value does not convert") {
  const {kind = "Unknown", words = ""} = databaseFault(error) ?? {};
  if (kind === "IO" || kind === "Out of Memory") when = "while it ran; the disk or the memory is full";
  if (kind === "Permission") when = "as it reads a file that is not declared";
  const safe = ["Parser", "Binder", "Catalog"].includes(kind) ? words.split("\n")[0] : undefined;
  return {
    rule: `${kind} Error${safe === undefined ? ` ${when}` : `: ${safe}`}`,
    remedy: remedies[kind] ?? "Correct the SQL"
  };
}

/** @throws {StudyError} */
export function failMapping(file: string, error: unknown, when?: string): never {
  throw new StudyError([{file, ...mappingFault(error, when)}], "a mapping could not be run");
}
