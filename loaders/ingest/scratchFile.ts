import {open} from "node:fs/promises";
import {refuseFile} from "./refuseFile.js";

export interface ScratchFile {
  write(chunk: Buffer | string): Promise<void>;
  close(): Promise<void>;
}

/**
 * A file for us alone that is written from its start to its end.
 *
 * @param file the raw file that it is made from, which a message names
 */
export async function scratchFile(path: string, file: string): Promise<ScratchFile> {
  const handle = await open(path, "w", 0o600).catch((error: unknown) => full(error, file));
  return {
    async write(chunk) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      for (let at = 0; at < bytes.length;) {
        const {bytesWritten} = await handle.write(bytes, at).catch((error: unknown) => full(error, file));
        at += bytesWritten;
      }
    },
    close: () => handle.close()
  };
}

function full(error: unknown, file: string): never {
  if (error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT")) {
    refuseFile(file, "the disk is full, so it can't be copied", "Make room, and run it again");
  }
  throw error;
}
