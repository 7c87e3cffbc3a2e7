/**
 * Raw files in which a person's key is a word. A file is clean only where all of it was looked through: what cannot be read,
 * or not to its end, is named, and its owner looks into it.
 */
import {createReadStream} from "node:fs";
import {readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {createGunzip} from "node:zlib";
import {DuckDBInstance} from "@duckdb/node-api";
import {literal} from "../study/quote.js";
import type {Resource} from "../study/rawResource.js";
import {collect} from "./openBytes.js";
import {unzip} from "./unzipEntry.js";

/** what raw files are written in; one that reads as nonsense finds nobody */
const encodings = ["utf-8", "utf-16le", "utf-16be", "shift_jis", "euc-jp", "windows-1252"];
const chunkBytes = 1 << 20;

export interface FilesNaming {
  /** files in which a word is the person's key, in whatever capitals, encoding and packing */
  readonly naming: readonly string[];
  /** files that could not be looked through */
  readonly unread: readonly string[];
}

type Packed = Pick<Resource, "path" | "format" | "compression" | "maximumBytes">;

export async function filesNaming(folder: string, resources: readonly Packed[], person: string): Promise<FilesNaming> {
  const key = keyOf(person);
  const [naming, unread]: [string[], string[]] = [[], []];
  for (const resource of resources) {
    const found = await names(join(folder, resource.path), resource, key).catch(isMissing);
    if (found === null) unread.push(resource.path);
    else if (found) naming.push(resource.path);
  }
  return {naming, unread};
}

/** A file that is not there names nobody; of any other that fails, null: nothing is known. */
const isMissing = (error: unknown): false | null =>
  error instanceof Error && "code" in error && error.code === "ENOENT" ? false : null;

interface Key {
  /** that it stands in a text as a word */
  readonly word: RegExp;
  /** characters that it may take as written, with escapes and accents of their own */
  readonly most: number;
}

function keyOf(person: string): Key {
  const escaped = fold(person).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return {word: new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u"), most: 64 + 24 * person.length};
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase();

async function names(path: string, resource: Packed, key: Key): Promise<boolean> {
  if (!(await stat(path)).isFile()) throw new Error("no file");
  if (resource.format === "parquet") return namesInRows(path, resource, key);
  for await (const file of unpacked(path, resource)) {
    const parts =
      resource.format === "xlsx"
        ? Array.from(everyEntry(await collect(file), resource), (part) => inOne(part))
        : [file];
    for (const part of parts) if (await namesInText(part, key, resource.format)) return true;
  }
  return false;
}

type Chunks = AsyncIterable<Buffer>;

/** The file without its packing: of an archive every file that it holds. */
async function* unpacked(path: string, resource: Packed): AsyncGenerator<Chunks> {
  if (resource.compression === "zip") {
    for (const entry of everyEntry(await readFile(path), resource)) yield inOne(entry);
    return;
  }
  const raw = createReadStream(path, {highWaterMark: chunkBytes});
  if (resource.compression === undefined) {
    yield raw as Chunks;
    return;
  }
  const grown = raw.pipe(createGunzip({chunkSize: chunkBytes}));
  raw.on("error", (error) => grown.destroy(error));
  yield grown as Chunks;
}

const everyEntry = (archive: Buffer, resource: Packed): Iterable<Buffer> =>
  unzip(archive, resource, () => true).values();

async function* inOne(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function namesInText(chunks: Chunks, key: Key, format: Resource["format"]): Promise<boolean> {
  const finders = encodings.map((encoding) => finderIn(encoding, key, plain[format] ?? ((text) => text)));
  for await (const chunk of chunks) if (finders.some((find) => find(chunk))) return true;
  return finders.some((find) => find(null));
}

/** a letter stands for what was before, or is still to come: no word begins or ends there that is not known to */
const more = "a";

/** Takes a text's chunks one after another, null being its end, and says when the key was in them. */
function finderIn(
  encoding: string,
  {word, most}: Key,
  read: (text: string) => string
): (chunk: Buffer | null) => boolean {
  const decoder = new TextDecoder(encoding);
  let kept = "";
  return (chunk) => {
    const text = kept + (chunk === null ? decoder.decode() : decoder.decode(chunk, {stream: true}));
    kept = text.length > most ? more + text.slice(-most) : text;
    return word.test(fold(read(chunk === null ? text : text + more)));
  };
}

const entities: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'"};
const character = (digits: string, base: number): string => {
  const code = Number.parseInt(digits, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
};

/** Texts as a reader sees them, in formats that may write them otherwise. */
const plain: Partial<Record<Resource["format"], (text: string) => string>> = {
  jsonl: unescaped,
  ndjson: unescaped,
  // a cell's text is cut where its style changes (ECMA-376, Part 1, 18.4)
  xlsx: (text) =>
    text
      .replaceAll(/<rPr>[^]*?<\/rPr>|<\/?(?:r|t)(?:\s[^>]*)?>/g, "")
      .replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
        if (hex !== undefined) return character(hex, 16);
        return decimal === undefined ? (entities[name ?? ""] ?? whole) : character(decimal, 10);
      })
};

function unescaped(text: string): string {
  return text.replaceAll(/\\u([\da-f]{4})/gi, (_, digits: string) => character(digits, 16));
}

async function namesInRows(path: string, {compression}: Packed, {word}: Key): Promise<boolean> {
  if (compression !== undefined) throw new Error("packed twice");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const rows = await connection.stream(`SELECT COLUMNS(*)::VARCHAR FROM read_parquet(${literal(path)})`);
    if (word.test(fold(rows.columnNames().join("\n")))) return true;
    for await (const chunk of rows.yieldRows())
      if (chunk.some((row) => word.test(fold(row.map((value) => String(value ?? "")).join("\n"))))) return true;
    return false;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
