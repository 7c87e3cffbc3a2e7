/**
 * The first rows of a file that nobody has described yet, and how it seems to be written. Guesses are for a person to
 * confirm: a study is only ever read as its data package declares.
 */
import {createReadStream} from "node:fs";
import {readFile} from "node:fs/promises";
import {basename, extname} from "node:path";
import {pipeline, type Readable} from "node:stream";
import {createGunzip} from "node:zlib";
import {unzip} from "../unzipEntry.js";
import {refuseSample} from "./refuseSample.js";
import type {SampledRows} from "./sampledRows.js";
import {sampleParquet} from "./sampleParquet.js";
import {sampleText} from "./sampleText.js";
import {sampleWorkbook} from "./sampleWorkbook.js";

export interface Sample extends SampledRows {
  readonly path: string;
  /** the file's name without folder and endings, as a resource is called */
  readonly name: string;
  readonly compression?: "gzip" | "zip";
}

const most = 1 << 20;
const mostArchive = 50_000_000;

/** @throws {StudyError} if the file is none of those that can be described from their first rows */
export async function sampleFile(path: string): Promise<Sample> {
  const file = basename(path);
  const name = slug(nameOf(file));
  const start = await startOf(path);
  if (start[0] === 0x1f && start[1] === 0x8b) {
    return {path, name, compression: "gzip", ...sampleText(await startOf(path, createGunzip()), most, file)};
  }
  if (start.subarray(0, 4).toString("latin1") === "PAR1") return {path, name, ...(await sampleParquet(path))};
  if (start.subarray(0, 2).toString("latin1") !== "PK") return {path, name, ...sampleText(start, most, file)};
  const archive = await readFile(path);
  if (archive.length > mostArchive) refuseSample(file, `larger than ${mostArchive} bytes`, "Export it as CSV");
  const parts = unzip(archive, {path: file, maximumBytes: 2 ** 30}, (part) => !part.startsWith("xl/"));
  if (parts.has("[Content_Types].xml")) return {path, name, ...sampleWorkbook(archive, file)};
  const files = [...parts].filter(([part]) => !part.endsWith("/"));
  const [one] = files;
  if (!one || files.length > 1)
    return refuseSample(file, `${files.length} files in the archive`, "Unpack it, and give each");
  return {path, name, compression: "zip", ...sampleText(one[1].subarray(0, most), most, file)};
}

/** A file's first bytes, as they come out of its packing. */
async function startOf(path: string, packing?: ReturnType<typeof createGunzip>): Promise<Buffer> {
  const file = basename(path);
  const chunks: Buffer[] = [];
  const bytes = createReadStream(path);
  const source: Readable = packing ? pipeline(bytes, packing, () => undefined) : bytes;
  try {
    for await (const chunk of source) {
      chunks.push(chunk as Buffer);
      if (chunks.reduce((sum, {length}) => sum + length, 0) >= most) break;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EISDIR")
      refuseSample(file, "this is a folder", "Give each of its files");
    if (packing) refuseSample(file, "its gzip packing is damaged or cut", "Export it again");
    refuseSample(file, "the file is missing", "Give the path of a file");
  }
  return Buffer.concat(chunks).subarray(0, most);
}

function nameOf(file: string): string {
  const inner = file.replace(/\.(gz|zip)$/i, "");
  return inner.slice(0, inner.length - extname(inner).length);
}

const slug = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "") || "extract";
