import {createHash} from "node:crypto";
import {closeSync, openSync, readFileSync, readSync, statSync} from "node:fs";

interface Known {
  readonly state: string;
  readonly digest: Buffer;
}

const known = new Map<string, Known>();

/** read at once; a longer file is read in parts of so many bytes */
const part = 1 << 22;

/** milliseconds within which two changes may have one time, with room for a clock that is another's */
const together = 2_000;

/**
 * A digest of a file's bytes. A build asks for those of a thousand files again and again: while a file's size, place and
 * times are what they were when it was read, its digest is. A write changes the time of its last change, which nobody can
 * set; of a file that was changed just now, nothing is remembered.
 */
export function fileDigest(file: string): Buffer {
  const {ino, dev, size, mtimeNs, ctimeNs} = statSync(file, {bigint: true});
  const state = [dev, ino, size, mtimeNs, ctimeNs].join(" ");
  const before = known.get(file);
  if (before?.state === state) return before.digest;
  const digest = size <= part ? createHash("sha256").update(readFileSync(file)).digest() : inParts(file);
  if (Date.now() - Number(ctimeNs) / 1e6 > together) known.set(file, {state, digest});
  return digest;
}

function inParts(file: string): Buffer {
  const hash = createHash("sha256");
  const bytes = Buffer.allocUnsafe(part);
  const open = openSync(file, "r");
  try {
    for (let read = readSync(open, bytes); read > 0; read = readSync(open, bytes)) hash.update(bytes.subarray(0, read));
  } finally {
    closeSync(open);
  }
  return hash.digest();
}
