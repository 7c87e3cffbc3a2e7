/**
 * A text file's bytes, checked and copied: text in the declared encoding, without NUL, its lines ending in one way. The
 * copy is UTF-8 without a byte order mark, under a name that no reader takes for a pattern. Streams, so that size is no
 * limit.
 */
import {isUtf8} from "node:buffer";
import {join} from "node:path";
import type {Resource} from "../study/rawResource.js";
import {openBytes} from "./openBytes.js";
import {refuseFile} from "./refuseFile.js";
import {scratchFile} from "./scratchFile.js";
import {seeLines, type SeenLines} from "./seeLines.js";

export interface TextCopy extends SeenLines {
  /** path of the copy */
  readonly path: string;
  /** bytes of the file itself */
  readonly bytes: number;
  readonly encoding: string;
}

const NUL = 0;

/**
 * @param scratch folder for the copy
 * @throws {StudyError} naming the file, the place and the rule
 */
export async function copyText(folder: string, resource: Resource, scratch: string): Promise<TextCopy> {
  const {path: file, name} = resource;
  const fail = (rule: string, remedy: string, row?: number): never => refuseFile(file, rule, remedy, row);
  const {size, chunks} = await openBytes(folder, resource);
  const path = join(scratch, `${name}.txt`);
  const output = await scratchFile(path, file);
  const lines = seeLines(resource);
  let decoder: Decoder | undefined;
  try {
    for await (const chunk of chunks) {
      decoder ??= decoderFor(resource, chunk, fail);
      const text = decoder.decode(chunk);
      lines.see(text);
      await output.write(text);
    }
    decoder?.end();
  } finally {
    await output.close();
  }
  const [way, ...others] = lines.wrongEnds();
  if (way !== undefined)
    fail(
      others.length === 0
        ? `lines end in ${way} alone`
        : `lines end in more than one way (${[way, ...others].join(", ")})`,
      "Save the file with one of LF or CR LF, or declare dialect.lineTerminator"
    );
  return {path, bytes: size, encoding: decoder?.encoding ?? "utf-8", ...lines.seen()};
}

interface Decoder {
  readonly encoding: string;
  /** checked bytes in UTF-8 */
  decode(chunk: Buffer): Buffer;
  /** checks that no character was cut at the end */
  end(): void;
}

type Fail = (rule: string, remedy: string) => never;

const marks = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]]
] as const;

/** The declared encoding, or the one that a byte order mark names. */
function decoderFor({encoding}: Resource, start: Buffer, fail: Fail): Decoder {
  const [marked] = marks.find(([, mark]) => start.subarray(0, mark.length).equals(Buffer.from(mark))) ?? [];
  const declared = encoding && (aliases[encoding.toLowerCase()] ?? encoding.toLowerCase());
  if (marked && declared && declared !== marked) {
    fail(`not ${encoding}: it begins with the byte order mark of ${marked}`, `Declare "encoding": "${marked}"`);
  }
  const name = declared ?? marked ?? "utf-8";
  return name === "utf-8" ? utf8(marked !== undefined, fail) : other(name, encoding ?? name, fail);
}

const aliases: Readonly<Record<string, string>> = {
  utf8: "utf-8",
  "utf-16": "utf-16le",
  cp932: "windows-31j",
  cp1252: "windows-1252"
};

function utf8(marked: boolean, fail: Fail): Decoder {
  let offset = 0;
  let tail: Buffer = Buffer.alloc(0);
  const wrong = (at: number): never =>
    fail(`not utf-8 near byte ${at}`, "Declare its encoding, such as cp932 or cp1252");
  return {
    encoding: "utf-8",
    decode(chunk) {
      const nul = chunk.indexOf(NUL);
      if (nul >= 0) fail(`a NUL character at byte ${offset + nul}`, "Declare its encoding, or remove the character");
      const bytes = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
      const start = offset - tail.length;
      tail = cutCharacter(bytes, (at) => wrong(start + at));
      const skipped = offset === 0 && marked ? 3 : 0;
      offset += chunk.length;
      return bytes.subarray(skipped, bytes.length - tail.length);
    },
    end() {
      if (tail.length > 0) wrong(offset - tail.length);
    }
  };
}

function other(name: string, declared: string, fail: Fail): Decoder {
  const decoder = fatalDecoder(name, declared, fail);
  let offset = 0;
  const decoded = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk, {stream: chunk !== undefined});
    } catch {
      return fail(`not ${declared} near byte ${offset}`, "Declare the encoding that it is in");
    }
  };
  return {
    encoding: name,
    decode(chunk) {
      const text = decoded(chunk);
      if (text.includes("\0")) fail(`a NUL character near byte ${offset}`, "Declare the encoding that it is in");
      if (undefinedCharacter.test(text))
        fail(`not ${declared} near byte ${offset}`, "Declare the encoding that it is in");
      offset += chunk.length;
      return Buffer.from(text);
    },
    end: () => void decoded()
  };
}

/** What a decoder of one byte a character makes of bytes that its encoding leaves open. */
const undefinedCharacter = /[\u0080-\u009F\uFFFD]/;

function fatalDecoder(name: string, declared: string, fail: Fail): TextDecoder {
  try {
    return new TextDecoder(name, {fatal: true});
  } catch {
    return fail(`unknown encoding: ${declared}`, "Declare one of utf-8, utf-16le, cp932, cp1252");
  }
}

/** Checks all but a character cut at the end, which it returns. */
function cutCharacter(bytes: Buffer, fail: (at: number) => never): Buffer {
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
