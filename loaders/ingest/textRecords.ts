/**
 * The records of an opened text, each as long as the header, every quote closed. DuckDB reads a plain dialect; comments,
 * escapes and blanks after delimiters go through csv-parse.
 */
import {createReadStream} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {parse} from "csv-parse";
import {fillTemplate} from "../study/fillTemplate.js";
import {identifier, literal} from "../study/quote.js";
import type {Resource} from "../study/rawResource.js";
import {StudyError} from "../study/studyError.js";
import {csvOptions, isPlain, type Parsed} from "./csvOptions.js";
import {delimiterOf} from "./delimiterOf.js";
import {numberedRecords, type NumberedRecord} from "./numberedRecords.js";
import type {OpenedText, TextHeader} from "./openText.js";
import type {RawRows} from "./rawRows.js";
import {refuseFile} from "./refuseFile.js";

type Records = Pick<RawRows, "from" | "above" | "checkShape">;

/**
 * @param names what each of the file's columns is called, those of the schema's fields among them
 * @param scratch folder for records that DuckDB can't read from the copy
 */
export async function textRecords(
  connection: DuckDBConnection,
  resource: Resource,
  {copy, header}: OpenedText,
  names: readonly string[],
  scratch: string
): Promise<Records> {
  // DuckDB skips lines of a header as it finds them, whose values may hold a line's end
  if (!isPlain(resource) || header.lines !== header.rows) {
    const fields = resource.schema.fields.map((field) => field.name);
    const records = parseRecords(copy.path, header, resource);
    const output = {path: join(scratch, `${resource.name}.csv`), file: resource.path};
    return {from: await numberedRecords(output, names, fields, records), above: null};
  }
  await connection.run("DROP TABLE IF EXISTS malformed; DROP TABLE IF EXISTS malformed_scan;");
  return {
    from: scan(copy.path, header.lines, names, resource),
    above: header.rows,
    checkShape: () => refuseMalformed(connection, resource.path, header.rows - header.lines, copy.overlong)
  };
}

function scan(path: string, lines: number, names: readonly string[], resource: Resource): string {
  return fillTemplate(new URL("./sql/read_text.sql", import.meta.url), {
    headerLines: String(lines),
    columns: resource.schema.fields.map((field) => identifier(field.name)).join(", "),
    path: literal(path),
    delimiter: literal(delimiterOf(resource)),
    quote: literal(resource.dialect.quoteChar),
    types: `{${names.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ")}}`
  });
}

/** @param overlong a row with a value too many, since the database reads past one that is empty */
async function refuseMalformed(
  connection: DuckDBConnection,
  file: string,
  shift: number,
  overlong: number | null
): Promise<void> {
  const sql = fillTemplate(new URL("./sql/find_malformed.sql", import.meta.url), {});
  const malformed = await connection.runAndReadAll(sql);
  const violations = malformed.getRowObjectsJS().map(({row, error}) => ({
    file,
    row: Number(row) + shift,
    ...(shapeRules[String(error)] ?? {rule: "not a record of the declared dialect", remedy: "Correct the source"})
  }));
  if (violations.length === 0 && overlong !== null)
    violations.push({file, row: overlong, ...shapeRules["TOO MANY COLUMNS"]!});
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
async function* parseRecords(
  path: string,
  {names, rows}: TextHeader,
  resource: Resource
): AsyncGenerator<NumberedRecord> {
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
