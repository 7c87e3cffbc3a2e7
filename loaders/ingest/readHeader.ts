import {open} from "node:fs/promises";
import {dsvFormat} from "d3";
import type {Resource} from "../study/dataPackage.js";
import {StudyError} from "../study/studyError.js";

export interface Header {
  /** names as they stand in the file, in its order */
  readonly names: readonly string[];
  /** rows before the first record */
  readonly rows: number;
  /** columns that the schema does not know: read past, never published */
  readonly extra: readonly string[];
}

const most = 1 << 18;

/**
 * Reads the header rows and holds them against the schema. Order is free; a field may be neither missing nor double.
 *
 * @throws {StudyError} naming what is missing, double or unknown
 */
export async function readHeader(path: string, {path: file, dialect, schema}: Resource): Promise<Header> {
  const fields = schema.fields.map((field) => field.name);
  if (!dialect.header) return {names: fields, rows: 0, extra: []};
  const headerRows = dialect.headerRows ?? [1];
  const rows = Math.max(...headerRows);
  const records = dsvFormat(dialect.delimiter).parseRows(await readStart(path));
  if (records.length < rows)
    throw new StudyError([{file, rule: `${rows} header rows declared, ${records.length} found`}]);
  const width = Math.max(...headerRows.map((row) => records[row - 1]?.length ?? 0));
  const names = Array.from({length: width}, (_, column) =>
    headerRows
      .map((row) => records[row - 1]?.[column]?.trim() ?? "")
      .filter((part) => part !== "")
      .join(dialect.headerJoin)
  );
  const missing = fields.filter((field) => !names.includes(field));
  const double = names.filter((name, i) => names.indexOf(name) !== i && fields.includes(name));
  const extra = names.filter((name) => !fields.includes(name));
  if (missing.length === fields.length) {
    throw new StudyError([{file, row: rows, rule: "no column of the schema in the header; is the header row there?"}]);
  }
  const unknown = extra.length === 0 ? "" : `; it has ${extra.length} that the schema does not know, one renamed?`;
  const violations = [
    ...missing.map((column) => ({file, row: rows, column, rule: `the header lacks this column${unknown}`})),
    ...double.map((column) => ({file, row: rows, column, rule: "the header has this column twice"}))
  ];
  if (violations.length) throw new StudyError(violations, "a header is not as declared");
  return {names, rows, extra};
}

async function readStart(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(most), 0, most, 0);
    return buffer.toString("utf8", 0, bytesRead).replace(/^\uFEFF/, "");
  } finally {
    await handle.close();
  }
}
