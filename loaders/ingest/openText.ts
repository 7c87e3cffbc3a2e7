/** A text file of separated values, its bytes checked and copied, and what stands in its header. */
import {open} from "node:fs/promises";
import {parse} from "csv-parse/sync";
import type {Resource} from "../study/rawResource.js";
import {copyText, type TextCopy} from "./copyText.js";
import {csvOptions, type Parsed} from "./csvOptions.js";
import {joinHeader} from "./joinHeader.js";
import {refuseFile} from "./refuseFile.js";

export interface OpenedText {
  readonly copy: TextCopy;
  readonly header: TextHeader;
}

export interface TextHeader {
  readonly names: readonly string[];
  /** records above the first row of data, and the lines that they take */
  readonly rows: number;
  readonly lines: number;
}

/**
 * @param scratch folder for the copy
 * @throws {StudyError} if the file is no text of the declared dialect
 */
export async function openText(folder: string, resource: Resource, scratch: string): Promise<OpenedText> {
  const copy = await copyText(folder, resource, scratch);
  const header = readHeader(await readStart(copy.path), resource);
  if (copy.empty !== null && header.names.length > 1)
    refuseFile(resource.path, "an empty line before the last row", "Remove it", copy.empty);
  return {copy, header};
}

const most = 1 << 18;

function readHeader(start: string, resource: Resource): TextHeader {
  const {dialect, schema, path: file} = resource;
  const names = schema.fields.map((field) => field.name);
  if (!dialect.header) return {names, rows: 0, lines: 0};
  const headerRows = dialect.headerRows ?? [1];
  const rows = Math.max(...headerRows);
  const options = {...csvOptions(resource), comment: null, skip_empty_lines: false, to: rows};
  const commented = dialect.commentChar;
  let records: Parsed[];
  try {
    records = parse(start, commented ? {...csvOptions(resource), to: rows} : options) as unknown as Parsed[];
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
