import {identifier, literal} from "../study/quote.js";
import {scratchFile} from "./scratchFile.js";

export interface NumberedRecord {
  /** the record's row in its file, as a spreadsheet shows it */
  readonly row: number;
  /** a text, or null where there is no value, for each name */
  readonly values: readonly (string | null)[];
}

/** Writes records that a reader made into a file that DuckDB reads, and gives the SQL that reads it. */
export async function numberedRecords(
  {path, file}: {path: string; file: string},
  names: readonly string[],
  fields: readonly string[],
  records: AsyncIterable<NumberedRecord> | Iterable<NumberedRecord>
): Promise<string> {
  const output = await scratchFile(path, file);
  let lines: string[] = [];
  const flush = async (): Promise<void> => {
    await output.write(lines.join(""));
    lines = [];
  };
  try {
    for await (const {row, values} of records) {
      lines.push(`${row},${values.map(quoted).join(",")}\n`);
      if (lines.length === 1000) await flush();
    }
    await flush();
  } finally {
    await output.close();
  }
  const columns = [...names.keys()].map((i) => `c${i}: 'VARCHAR'`).join(", ");
  const taken = fields.map((field) => `c${names.indexOf(field)} AS ${identifier(field)}`).join(", ");
  return `(SELECT _row, ${taken} FROM read_csv(${literal(path)}, auto_detect = false, header = false, delim = ',',
    quote = '"', escape = '"', columns = {_row: 'BIGINT', ${columns}}, nullstr = [chr(0)], strict_mode = true,
    max_line_size = 8000000))`;
}

const quoted = (value: string | null): string => (value === null ? "\0" : `"${value.replaceAll('"', '""')}"`);
