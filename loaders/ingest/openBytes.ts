/**
 * The bytes of a raw file as they come out of its packing, with caps on what a packed file may grow to. The digest is of
 * the file itself. A file is read once, so what was checked is what is used.
 */
import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {open} from "node:fs/promises";
import {Readable} from "node:stream";
import {createGunzip} from "node:zlib";
import type {Resource} from "../study/rawResource.js";
import {checkKind, kindBytes} from "./checkKind.js";
import {locateFile} from "./locateFile.js";
import {refuseFile} from "./refuseFile.js";
import {tellBytes} from "./tellProgress.js";
import {unzipEntry} from "./unzipEntry.js";

export interface OpenedBytes {
  /** bytes of the file itself */
  readonly size: number;
  readonly chunks: AsyncIterable<Buffer>;
}

const chunkBytes = 1 << 20;

/** @throws {StudyError} if the file is not what the data package says, now or while its chunks are read */
export async function openBytes(folder: string, resource: Resource): Promise<OpenedBytes> {
  const {path, size} = await locateFile(folder, resource);
  const handle = await open(path);
  try {
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(kindBytes), 0, kindBytes, 0);
    checkKind(buffer.subarray(0, bytesRead), resource);
  } finally {
    await handle.close();
  }
  return {size, chunks: unpack(path, size, resource)};
}

async function* unpack(path: string, size: number, resource: Resource): AsyncGenerator<Buffer> {
  const {path: file, compression, maximumBytes, hash} = resource;
  const digest = createHash("sha256");
  const bytes = tellBytes(createReadStream(path, {highWaterMark: chunkBytes}), {file, size});
  const raw = Readable.from(digested(bytes, digest));
  if (compression === undefined) yield* raw;
  else if (compression === "zip") yield unzipEntry(await collect(raw), resource);
  else {
    let grown = 0;
    const unpacked = raw.pipe(createGunzip({chunkSize: chunkBytes}));
    raw.on("error", (error) => unpacked.destroy(error));
    try {
      for await (const chunk of unpacked as AsyncIterable<Buffer>) {
        grown += chunk.length;
        if (grown > maximumBytes)
          refuseFile(file, `it unpacks to more than ${maximumBytes} bytes`, "Declare maximumBytes if it should");
        yield chunk;
      }
    } catch (error) {
      if (!isZlib(error)) throw error;
      refuseFile(file, "its gzip packing is damaged or cut", "Export it again");
    }
  }
  if (hash !== undefined && hash !== `sha256:${digest.digest("hex")}`) {
    refuseFile(file, "its SHA-256 is not the declared one", "Get the file again, or declare its new hash");
  }
}

const isZlib = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^(Z_|ERR_STREAM)/.test(String(error.code));

async function* digested(chunks: AsyncIterable<Buffer>, digest: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    digest.update(chunk);
    yield chunk;
  }
}

/** All of them in one. */
export async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
