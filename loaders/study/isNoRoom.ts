import {constants} from "node:os";
import {databaseFault} from "./databaseFault.js";

const {EDQUOT, EFBIG, ENOSPC} = constants.errno;

/** Whether what was written found the disk full, or the file as large as it may be. */
export function isNoRoom(error: unknown): boolean {
  const fault = databaseFault(error);
  // a checkpoint that could not be written is fatal, and loses its number
  if (fault?.kind === "FATAL") return true;
  if (fault) return fault.errno !== null && [EDQUOT, EFBIG, ENOSPC].includes(fault.errno);
  return error instanceof Error && "code" in error && ["EDQUOT", "EFBIG", "ENOSPC"].includes(String(error.code));
}
