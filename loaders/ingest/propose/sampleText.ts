import {isUtf8} from "node:buffer";
import {parse} from "csv-parse/sync";
import {parsedOrNull} from "../../study/parsedOrNull.js";
import {refuseSample} from "./refuseSample.js";
import {mostSampled} from "./mostSampled.js";
import type {SampledRows} from "./sampledRows.js";

/**
 * A text's first rows: JSON lines, or values between delimiters.
 *
 * @param start the text's first bytes
 * @param most bytes at which a longer text was cut
 */
export function sampleText(start: Buffer, most: number, file: string): SampledRows {
  if (start.includes(0) && !hasMark(start)) {
    refuseSample(file, "none of the formats that can be looked at", "Export it as CSV, an Excel workbook or Parquet");
  }
  const encoding = encodingOf(start);
  const text = new TextDecoder(encoding === "cp932" ? "windows-31j" : encoding).decode(start);
  const whole = start.length < most ? text : text.slice(0, text.lastIndexOf("\n") + 1);
  if (/^\s*\{/.test(whole)) return {format: "jsonl", encoding, ...objects(whole, file)};
  if (/^\s*\[\s*[{[\]]/.test(whole)) refuseSample(file, "a list in JSON", "Write one object a line");
  const {delimiter, rows} = separate(whole);
  return {format: delimiter === "\t" ? "tsv" : "csv", encoding, delimiter, rows};
}

const hasMark = (start: Buffer): boolean => start.readUInt16BE(0) === 0xfffe || start.readUInt16BE(0) === 0xfeff;

function encodingOf(start: Buffer): string {
  if (start.length > 1 && hasMark(start)) return start[0] === 0xff ? "utf-16le" : "utf-16be";
  if ([0, 1, 2, 3].some((cut) => isUtf8(start.subarray(0, start.length - cut)))) return "utf-8";
  const japanese = new TextDecoder("windows-31j").decode(start);
  const broken = japanese.match(/\uFFFD/g)?.length ?? 0;
  return broken <= 1 && /[\u3041-\u30FF\u4E00-\u9FFF]{2}/.test(japanese) ? "cp932" : "windows-1252";
}

/** Objects, one a line: the names that any of them has, and each one's values. What holds others is no value. */
function objects(text: string, file: string): {rows: string[][]; notes: string[]} {
  const found = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, mostSampled)
    .map((line) => objectIn(line, file));
  const names = [...new Set(found.flatMap((object) => Object.keys(object)))];
  const valueOf = (object: Record<string, unknown>, name: string): unknown =>
    Object.hasOwn(object, name) ? (object[name] ?? null) : null;
  const deep = names.filter((name) =>
    found.some((object) => typeof valueOf(object, name) === "object" && valueOf(object, name) !== null)
  );
  const flat = names.filter((name) => !deep.includes(name));
  return {
    rows: [flat, ...found.map((object) => flat.map((name) => String(valueOf(object, name) ?? "")))],
    notes: deep.map(
      (name) => `${file}, ${name}: read past, as it holds an object or a list; write its parts as values of their own`
    )
  };
}

function objectIn(line: string, file: string): Record<string, unknown> {
  const value = parsedOrNull(line);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuseSample(file, "a line that is no object in JSON", "Write one object a line");
  return value as Record<string, unknown>;
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
    return parse(text, {delimiter, bom: true, relax_column_count: true, relax_quotes: true, to: mostSampled});
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
