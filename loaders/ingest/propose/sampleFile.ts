/**
 * The first rows of a file that nobody has described yet, and how it seems to be written. Guesses are for a person to
 * confirm: a study is only ever read as its data package declares.
 */
import {isUtf8} from "node:buffer";
import {open, readFile} from "node:fs/promises";
import {basename, extname} from "node:path";
import {read, utils} from "@e965/xlsx";
import {parse} from "csv-parse/sync";
import {StudyError} from "../../study/studyError.js";
import {cellText} from "../cellText.js";

export interface Sample {
  readonly path: string;
  /** the file's name without folder and ending, as a resource is called */
  readonly name: string;
  readonly format: "csv" | "tsv" | "xlsx";
  readonly encoding?: string;
  readonly delimiter?: string;
  /** the first rows, titles and headers included */
  readonly rows: readonly (readonly string[])[];
}

const most = 1 << 20;
const mostRows = 2000;

/** @throws {StudyError} if the file is none of those that can be described from their first rows */
export async function sampleFile(path: string): Promise<Sample> {
  const file = basename(path);
  const name = slug(file.slice(0, file.length - extname(file).length));
  const start = await readStart(path);
  if (start.subarray(0, 2).toString("latin1") === "PK") {
    return {path, name, format: "xlsx", rows: workbookRows(await readFile(path), file)};
  }
  if (start.includes(0) && !hasMark(start)) {
    const remedy = "Describe it in datapackage.json by hand, or export it as CSV";
    throw new StudyError([{file, rule: "neither a text nor an Excel workbook", remedy}], "no study can be proposed");
  }
  const encoding = encodingOf(start);
  const text = new TextDecoder(encoding === "cp932" ? "windows-31j" : encoding).decode(start);
  const whole = start.length < most ? text : text.slice(0, text.lastIndexOf("\n") + 1);
  const {delimiter, rows} = separate(whole);
  return {path, name, format: delimiter === "\t" ? "tsv" : "csv", encoding, delimiter, rows};
}

async function readStart(path: string): Promise<Buffer> {
  const file = basename(path);
  const handle = await open(path).catch(() => {
    throw new StudyError(
      [{file, rule: "the file is missing", remedy: "Give the path of a file"}],
      "no study can be proposed"
    );
  });
  try {
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const slug = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "") || "extract";

const hasMark = (start: Buffer): boolean => start.readUInt16BE(0) === 0xfffe || start.readUInt16BE(0) === 0xfeff;

function encodingOf(start: Buffer): string {
  if (hasMark(start)) return start[0] === 0xff ? "utf-16le" : "utf-16be";
  if ([0, 1, 2, 3].some((cut) => isUtf8(start.subarray(0, start.length - cut)))) return "utf-8";
  const japanese = new TextDecoder("windows-31j").decode(start);
  const broken = japanese.match(/\uFFFD/g)?.length ?? 0;
  return broken <= 1 && /[\u3041-\u30FF\u4E00-\u9FFF]{2}/.test(japanese) ? "cp932" : "windows-1252";
}

/** The delimiter under which most rows are of one width over one, and of these the one that makes most columns. */
function separate(text: string): {delimiter: string; rows: string[][]} {
  const tried = [",", "\t", ";", "|"].map((delimiter) => {
    const rows = rowsUnder(text, delimiter);
    const width = usualWidth(rows);
    const alike = width < 2 ? 0 : rows.filter(({length}) => length === width).length / rows.length;
    return {delimiter, rows, width, alike};
  });
  return tried.reduce((best, other) =>
    other.alike > best.alike || (other.alike === best.alike && other.width > best.width) ? other : best
  );
}

function rowsUnder(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {delimiter, bom: true, relax_column_count: true, relax_quotes: true, to: mostRows});
  } catch {
    return [];
  }
}

/** The number of columns that most rows have. */
export function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const {length} of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

function workbookRows(bytes: Buffer, file: string): string[][] {
  if (bytes.length > 50_000_000) {
    throw new StudyError(
      [{file, rule: "larger than 50,000,000 bytes", remedy: "Export it as CSV"}],
      "no study can be proposed"
    );
  }
  const book = read(bytes, {type: "buffer", dense: true, cellNF: true, sheetRows: mostRows});
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  if (!sheet?.["!ref"]) return [];
  const {s, e} = utils.decode_range(sheet["!ref"]);
  const epoch = book.Workbook?.WBProps?.date1904 ? 1904 : 1900;
  const cells = sheet["!data"] ?? [];
  return Array.from({length: e.r - s.r + 1}, (_, i) =>
    Array.from({length: e.c - s.c + 1}, (_cell, j) => cellText(cells[s.r + i]?.[s.c + j], "string", epoch) ?? "")
  );
}
