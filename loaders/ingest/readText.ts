/**
 * A text file of separated values -> its records as text. DuckDB reads a plain dialect; comments, escapes and blanks after
 * delimiters go through csv-parse.
 */
import {createReadStream} from "node:fs";
import {open} from "node:fs/promises";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {parse} from "csv-parse";
import {parse as parseNow} from "csv-parse/sync";
import {fillTemplate} from "../study/fillTemplate.js";
import {identifier, literal} from "../study/quote.js";
import type {Resource} from "../study/rawResource.js";
import {StudyError} from "../study/studyError.js";
import {copyText} from "./copyText.js";
import {csvOptions, isPlain} from "./csvOptions.js";
import {delimiterOf} from "./delimiterOf.js";
import {joinHeader} from "./joinHeader.js";
import {matchHeader} from "./matchHeader.js";
import {numberedRecords, type NumberedRecord} from "./numberedRecords.js";
import type {RawRows} from "./rawRows.js";
import {refuseFile} from "./refuseFile.js";

/** @throws {StudyError} if the file is no text of the declared dialect, or its header is not the schema's */
export async function readText(
  connection: DuckDBConnection,
  folder: string,
  resource: Resource,
  scratch: string
): Promise<RawRows> {
  const copy = await copyText(folder, resource, scratch);
  const {bytes, encoding} = copy;
  const refuseCut = (): void => {
    if (copy.ended || resource.bytes !== undefined || resource.hash !== undefined) return;
    const rule = "its last line has no end; is the file cut?";
    refuseFile(resource.path, rule, "Give the line an end, or declare the file's bytes or hash");
  };
  const header = readHeader(await readStart(copy.path), resource);
  const extra = resource.dialect.header ? matchHeader(header.names, resource, header.rows) : [];
  // DuckDB skips lines of a header as it finds them, whose values may hold a line's end
  if (!isPlain(resource) || header.lines !== header.rows) {
    const fields = resource.schema.fields.map((field) => field.name);
    const records = parseRecords(copy.path, header, resource);
    const from = await numberedRecords(
      {path: join(scratch, `${resource.name}.csv`), file: resource.path},
      header.names,
      fields,
      records
    );
    refuseCut();
    return {from, above: null, extra, bytes, encoding};
  }
  await connection.run("DROP TABLE IF EXISTS malformed; DROP TABLE IF EXISTS malformed_scan;");
  const checkShape = async (): Promise<void> => {
    await refuseMalformed(connection, resource.path, header.rows - header.lines);
    refuseCut();
  };
  return {from: scan(copy.path, header, extra, resource), above: header.rows, extra, bytes, encoding, checkShape};
}

interface Header {
  readonly names: readonly string[];
  /** records above the first row of data, and the lines that they take */
  readonly rows: number;
  readonly lines: number;
}

const most = 1 << 18;

interface Parsed {
  readonly record: string[];
  readonly info: {
    readonly bytes: number;
    readonly records: number;
    readonly comment_lines: number;
    readonly empty_lines: number;
  };
}

function readHeader(start: string, resource: Resource): Header {
  const {dialect, schema, path: file} = resource;
  const names = schema.fields.map((field) => field.name);
  if (!dialect.header) return {names, rows: 0, lines: 0};
  const headerRows = dialect.headerRows ?? [1];
  const rows = Math.max(...headerRows);
  const options = {...csvOptions(resource), comment: null, skip_empty_lines: false, to: rows};
  const commented = dialect.commentChar;
  let records: Parsed[];
  try {
    records = parseNow(start, commented ? {...csvOptions(resource), to: rows} : options) as unknown as Parsed[];
  } catch {
    return refuseFile(file, "the header is not of the declared dialect", "Declare dialect.quoteChar and delimiter", 1);
  }
  if (records.length < rows) {
    return refuseFile(file, `${rows} header rows declared, ${records.length} found`, "Correct dialect.headerRows");
  }
  const end = records.at(-1)?.info.bytes ?? 0;
  const lines = Buffer.from(start).subarray(0, end).toString().split("\n").length - 1;
  return {
    names: joinHeader(
      records.map(({record}) => record),
      dialect
    ),
    rows,
    lines
  };
}

async function readStart(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(most), 0, most, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function scan(path: string, {names, lines}: Header, extra: readonly string[], resource: Resource): string {
  const renamed = names.map((name, i) => (extra.includes(name) ? `extra column ${i + 1}` : name));
  return fillTemplate(new URL("./sql/read_text.sql", import.meta.url), {
    headerLines: String(lines),
    columns: resource.schema.fields.map((field) => identifier(field.name)).join(", "),
    path: literal(path),
    delimiter: literal(delimiterOf(resource)),
    quote: literal(resource.dialect.quoteChar),
    types: `{${renamed.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ")}}`
  });
}

async function refuseMalformed(connection: DuckDBConnection, file: string, shift: number): Promise<void> {
  const sql = fillTemplate(new URL("./sql/find_malformed.sql", import.meta.url), {});
  const malformed = await connection.runAndReadAll(sql);
  const violations = malformed.getRowObjectsJS().map(({row, error}) => ({
    file,
    row: Number(row) + shift,
    ...(shapeRules[String(error)] ?? {rule: "not a record of the declared dialect", remedy: "Correct the source"})
  }));
  if (violations.length) throw new StudyError(violations, "a raw file is malformed");
}

const shapeRules: Readonly<Record<string, {rule: string; remedy: string}>> = {
  "MISSING COLUMNS": {rule: "fewer values than the header has columns; is the file cut?", remedy: "Export it again"},
  "TOO MANY COLUMNS": {
    rule: "more values than the header has columns",
    remedy: "Put quotes around values with delimiters"
  },
  "UNQUOTED VALUE": {
    rule: "a quote that does not close; is the file cut?",
    remedy: "Close it, or export the file again"
  },
  "LINE SIZE OVER MAXIMUM": {rule: "longer than 2,000,000 bytes", remedy: "Shorten the record"}
};

/** Each record below the header, its row counted with comments and empty lines, as an editor would. */
async function* parseRecords(path: string, {names, rows}: Header, resource: Resource): AsyncGenerator<NumberedRecord> {
  const {path: file, dialect} = resource;
  const left = new Set(dialect.commentRows);
  const escape = dialect.escapeChar;
  const parser = parse({
    ...csvOptions(resource),
    relax_quotes: false,
    cast: (value, {quoting}) => (escape && !quoting && value.includes(escape) ? refuseEscape(file) : value)
  });
  const input = createReadStream(path);
  input.on("error", (error) => parser.destroy(error));
  let row = 0;
  try {
    for await (const {record, info} of input.pipe(parser) as AsyncIterable<Parsed>) {
      row = info.records + info.comment_lines + info.empty_lines;
      if (info.records <= rows && dialect.header) continue;
      if (left.has(row)) continue;
      if (record.length !== names.length) {
        const fewer = record.length < names.length;
        const shape = shapeRules[fewer ? "MISSING COLUMNS" : "TOO MANY COLUMNS"];
        refuseFile(file, shape?.rule ?? "", shape?.remedy ?? "", row);
      }
      yield {row, values: record};
    }
  } catch (error) {
    if (error instanceof StudyError) throw error;
    const rule = "not a record of the declared dialect; a quote that does not close, or stands inside a value";
    refuseFile(file, rule, "Correct the source, or declare quoteChar, doubleQuote, escapeChar", row + 1);
  }
}

const refuseEscape = (file: string): never =>
  refuseFile(file, "an escape outside quotes", "Put quotes around the values that need one");
