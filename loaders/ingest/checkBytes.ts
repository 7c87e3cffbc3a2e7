/**
 * What must hold of a file before a parser may see it: it is there, not empty, its declared size and digest are right,
 * its bytes are text in the declared encoding, and its lines end in one way. Streams, so that size is no limit.
 */
import {isUtf8} from "node:buffer";
import {createHash} from "node:crypto";
import {createReadStream, createWriteStream} from "node:fs";
import {stat} from "node:fs/promises";
import {once} from "node:events";
import {basename, join} from "node:path";
import type {Resource} from "../study/dataPackage.js";
import {StudyError} from "../study/studyError.js";

export interface CheckedFile {
  /** path of the text in UTF-8: the file itself, or a copy brought to UTF-8 */
  readonly path: string;
  readonly bytes: number;
  readonly digest: string;
  /** whether its last line has an end, as one that was cut has not */
  readonly ended: boolean;
}

const NUL = 0;
const LF = 10;
const CR = 13;

/**
 * @param scratch folder for a copy brought to UTF-8, when the encoding is another
 * @throws {StudyError} naming the file and the rule
 */
export async function checkBytes(folder: string, resource: Resource, scratch: string): Promise<CheckedFile> {
  const fail = (rule: string, row?: number): never => {
    throw new StudyError([{file: resource.path, row, rule}], "a raw file can't be read");
  };
  const path = join(folder, resource.path);
  const info = await stat(path).catch(() => fail("the file is missing"));
  if (!info.isFile()) fail("not a file");
  if (info.size === 0) fail("the file is empty");
  if (resource.bytes !== undefined && info.size !== resource.bytes) {
    fail(`${info.size} bytes where the data package declares ${resource.bytes}; the file may be cut`);
  }
  const decoder = decoderFor(resource.encoding, fail);
  const copy = decoder && join(scratch, `${resource.name}.${basename(resource.path)}`);
  const output = copy ? createWriteStream(copy) : null;
  const hash = createHash("sha256");
  const lines = seeLines(resource.dialect);
  let offset = 0;
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20}) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (decoder) {
      const text = decode(decoder, chunk, () => fail(`not ${resource.encoding} near byte ${offset}`));
      if (text.includes("\0")) fail(`a NUL character near byte ${offset}`);
      lines.see(Buffer.from(text));
      if (output && !output.write(text)) await once(output, "drain");
    } else {
      const nul = chunk.indexOf(NUL);
      if (nul >= 0) fail(`a NUL character at byte ${offset + nul}`);
      tail = checkUtf8(Buffer.concat([tail, chunk]), (at) => fail(`not utf-8 near byte ${offset - tail.length + at}`));
      lines.see(chunk);
    }
    offset += chunk.length;
  }
  if (tail.length) fail(`not utf-8 near byte ${offset - tail.length}`);
  if (decoder) decode(decoder, undefined, () => fail(`not ${resource.encoding} near byte ${offset}`));
  if (output) {
    output.end();
    await once(output, "finish");
  }
  if (lines.mixed()) fail("lines end in more than one way (LF, CR LF, CR); save the file with one of LF or CR LF");
  const empty = lines.empty();
  if (empty !== null && resource.schema.fields.length > 1) fail("an empty line before the last row; remove it", empty);
  const digest = `sha256:${hash.digest("hex")}`;
  if (resource.hash !== undefined && resource.hash !== digest) fail("its SHA-256 is not the declared one");
  return {path: copy ?? path, bytes: info.size, digest, ended: lines.ended()};
}

function decoderFor(encoding: string, fail: (rule: string) => never): TextDecoder | null {
  const name = encoding.toLowerCase();
  if (name === "utf-8" || name === "utf8") return null;
  try {
    return new TextDecoder(name === "cp932" ? "windows-31j" : name, {fatal: true});
  } catch {
    return fail(`unknown encoding: ${encoding}`);
  }
}

function decode(decoder: TextDecoder, chunk: Buffer | undefined, fail: () => never): string {
  try {
    return decoder.decode(chunk, {stream: chunk !== undefined});
  } catch {
    return fail();
  }
}

/** Checks all but a character cut at the end, which it returns. */
function checkUtf8(bytes: Buffer, fail: (at: number) => never): Buffer {
  for (let cut = 0; cut <= 3 && cut <= bytes.length; cut++) {
    const end = bytes.length - cut;
    if (isUtf8(bytes.subarray(0, end))) return Buffer.from(bytes.subarray(end));
  }
  let low = 0;
  let high = bytes.length;
  while (high - low > 4) {
    const middle = (low + high) >> 1;
    if ([0, 1, 2, 3].some((cut) => middle >= cut && isUtf8(bytes.subarray(0, middle - cut)))) low = middle;
    else high = middle;
  }
  return fail(low);
}

interface Lines {
  see(chunk: Buffer): void;
  /** whether they end in more than one way */
  mixed(): boolean;
  /** whether the last one has an end */
  ended(): boolean;
  /** number of the first empty line that another follows, or null */
  empty(): number | null;
}

/** Sees the lines that end outside quotes, and which of them below the header are empty. */
function seeLines({quoteChar, delimiter, header, headerRows = [1]}: Resource["dialect"]): Lines {
  const quote = quoteChar.charCodeAt(0);
  const before = new Set([-1, LF, CR, quote, delimiter.charCodeAt(0)]);
  const above = header ? Math.max(...headerRows) : 0;
  const ways = {lf: false, crlf: false, cr: false};
  let byByte = false;
  let quoted = false;
  let previous = -1;
  let filled = false;
  let line = 0;
  let empty: number | null = null;
  let followed = false;
  const end = (): void => {
    line += 1;
    if (filled) followed ||= empty !== null;
    else if (line > above) empty ??= line;
    filled = false;
  };
  const seeByte = (byte: number): void => {
    if (byte === quote && (quoted || before.has(previous))) quoted = !quoted;
    if (!quoted && previous === CR && byte !== LF) ways.cr = true;
    if (!quoted && byte === LF) {
      ways[previous === CR ? "crlf" : "lf"] = true;
      end();
    } else if (byte !== CR) filled = true;
    previous = quoted ? -1 : byte;
  };
  const seeLineFeeds = (chunk: Buffer): void => {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      ways.lf = true;
      filled ||= at > from;
      end();
      from = at + 1;
    }
    filled ||= from < chunk.length;
    previous = chunk.at(-1) ?? previous;
  };
  return {
    see(chunk) {
      byByte ||= chunk.includes(CR) || chunk.includes(quote);
      if (byByte) for (const byte of chunk) seeByte(byte);
      else seeLineFeeds(chunk);
    },
    mixed: () => ways.cr || previous === CR || (ways.lf && ways.crlf),
    ended: () => previous === LF,
    empty: () => (followed || (filled && empty !== null) ? empty : null)
  };
}
