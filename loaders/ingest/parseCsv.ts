/**
 * A plain CSV text -> its columns as text, under the rules that hold for a study's raw files: every quote closes, every
 * row is as long as the header, no column is there twice, lines end in one way. A place without text is null.
 */
import {parse} from "csv-parse/sync";
import {StudyError} from "../study/studyError.js";

export type TextColumns = Readonly<Record<string, readonly (string | null)[]>>;

/**
 * @param file what its errors call it
 * @throws {StudyError} naming file, row and rule, never a value
 */
export function parseCsv(bytes: Uint8Array, file: string): TextColumns {
  const text = decode(bytes, file);
  if (text.includes("\0")) refuse(file, "a NUL character; export the file anew");
  checkLineEnds(text, file);
  const [header = [], ...rows] = recordsOf(text, file);
  checkHeader(header, file);
  if (rows.length === 0) refuse(file, "no rows below the header");
  rows.forEach((row, i) => {
    if (row.length < header.length) refuse(file, "fewer values than the header has columns; is the file cut?", i + 2);
    if (row.length > header.length)
      refuse(file, "more values than the header has columns; put quotes around values with commas", i + 2);
  });
  return Object.fromEntries(header.map((name, j) => [name, rows.map((row) => (row[j] === "" ? null : row[j]!))]));
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    return refuse(file, "not utf-8; save it as UTF-8");
  }
}

function checkLineEnds(text: string, file: string): void {
  const outside = text.replaceAll(/"[^"]*"/g, "");
  const [crlf, lf, cr] = [/\r\n/, /(^|[^\r])\n/, /\r(?!\n)/].map((way) => way.test(outside));
  if (cr || (crlf && lf))
    refuse(file, "lines end in more than one way, or in CR; save the file with one of LF or CR LF");
}

function recordsOf(text: string, file: string): string[][] {
  let rows = 0;
  try {
    return parse(text, {
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n"],
      on_record: (record: string[]) => {
        rows += 1;
        return record;
      }
    });
  } catch {
    return refuse(file, "a quote that does not close, or stands inside a value; write it twice, in quotes", rows + 1);
  }
}

function checkHeader(header: readonly string[], file: string): void {
  if (header.length === 0) refuse(file, "the file is empty");
  if (header.some((name) => name.trim() === "")) refuse(file, "a column without a name; name it", 1);
  // names that look alike: full-width letters, blanks about them
  const alike = header.map((name) => name.normalize("NFKC").trim());
  const twice = header.find((_, j) => alike.indexOf(alike[j]!) < j);
  if (twice !== undefined)
    throw new StudyError([{file, row: 1, column: twice, rule: "in the header twice; keep one"}], unread);
}

const unread = "a file can't be read";

function refuse(file: string, rule: string, row?: number): never {
  throw new StudyError([{file, row, rule}], unread);
}
