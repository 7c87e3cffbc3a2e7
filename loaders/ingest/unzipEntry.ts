import {crc32} from "node:zlib";
import {unzipSync} from "fflate";
import type {Resource} from "../study/rawResource.js";
import {refuseFile} from "./refuseFile.js";

const mostEntries = 10_000;

/**
 * A zip archive's file: the one that innerPath names, or the only one.
 *
 * @throws {StudyError} if it is not there, too large, damaged, or a name leads out of the archive
 */
export function unzipEntry(archive: Buffer, resource: Resource): Buffer {
  const {path: file, innerPath} = resource;
  const names = [...checksums(archive).keys()].filter((name) => !name.endsWith("/"));
  const name = innerPath ?? (names.length === 1 ? names[0] : undefined);
  if (names.length === 0) return refuseFile(file, "no file in the archive; is it cut?", "Export it again");
  if (name === undefined) return refuseFile(file, `${names.length} files in the archive`, "Name one by innerPath");
  if (!names.includes(name)) return refuseFile(file, "its innerPath is not in the archive", "Name one that is");
  const entry = unzip(archive, resource, (other) => other === name).get(name);
  return entry ?? refuseFile(file, "its innerPath can't be unpacked", "Make the archive again");
}

/** The wanted entries of an archive, by name, within the resource's caps and true to their checksums. */
export function unzip(
  archive: Buffer,
  {path: file, maximumBytes}: Pick<Resource, "path" | "maximumBytes">,
  wanted: (name: string) => boolean
): Map<string, Buffer> {
  const declared = checksums(archive);
  if (declared.size === 0) refuseFile(file, "a damaged or cut zip archive", "Export it again");
  if (declared.size > mostEntries) refuseFile(file, `more than ${mostEntries} files in the archive`, "Pack fewer");
  for (const name of declared.keys()) {
    if (/^([a-zA-Z]:|[/\\])|(^|[/\\])\.\.([/\\]|$)/.test(name)) {
      refuseFile(file, "the archive holds a name that leads out of it", "Make the archive again");
    }
  }
  let grown = 0;
  const filter = ({name, originalSize}: {name: string; originalSize: number}): boolean => {
    if (!wanted(name)) return false;
    grown += originalSize;
    if (grown > maximumBytes)
      refuseFile(file, `it unpacks to more than ${maximumBytes} bytes`, "Declare maximumBytes if it should");
    return true;
  };
  const entries = new Map<string, Buffer>();
  for (const [name, bytes] of Object.entries(unpacked(archive, filter, file))) {
    const entry = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (crc32(entry) !== declared.get(name))
      refuseFile(file, "a file in it differs from its checksum", "Export it again");
    entries.set(name, entry);
  }
  return entries;
}

type Filter = NonNullable<NonNullable<Parameters<typeof unzipSync>[1]>["filter"]>;

function unpacked(archive: Buffer, filter: Filter, file: string): ReturnType<typeof unzipSync> {
  try {
    return unzipSync(archive, {filter});
  } catch (error) {
    if (error instanceof Error && error.name === "StudyError") throw error;
    return refuseFile(file, "a damaged or encrypted zip archive", "Export it again, without a password");
  }
}

/** Checksums by name out of the central directory, which fflate does not look at (APPNOTE.TXT 4.3.12). */
function checksums(archive: Buffer): Map<string, number> {
  const found = new Map<string, number>();
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 20 > archive.length) return found;
  let at = archive.readUInt32LE(end + 16);
  for (let i = archive.readUInt16LE(end + 10); i > 0 && at + 46 <= archive.length; i--) {
    if (archive.readUInt32LE(at) !== 0x02014b50) return new Map();
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number
    ];
    const utf8 = (archive.readUInt16LE(at + 8) & 0x800) !== 0;
    const name = archive.toString(utf8 ? "utf8" : "latin1", at + 46, at + 46 + nameLength);
    found.set(name, archive.readUInt32LE(at + 16));
    at += 46 + nameLength + extra + comment;
  }
  return found;
}
