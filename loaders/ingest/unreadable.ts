import {databaseFault} from "../study/databaseFault.js";
import {isNoRoom} from "../study/isNoRoom.js";
import {refuseFile} from "./refuseFile.js";

/** Says of a file what the database could not do with it. */
export function unreadable(error: unknown, file: string): never {
  if (isNoRoom(error) || databaseFault(error)?.kind === "Out of Memory") {
    refuseFile(file, "the disk or the memory is full", "Make room, and run it again");
  }
  return refuseFile(file, "not a file of the declared dialect", "Declare its dialect, or export it again");
}
