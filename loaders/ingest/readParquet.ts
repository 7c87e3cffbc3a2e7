/**
 * Parquet -> records as text. A column's own type must be the declared one: nothing is converted. Damage that leaves the
 * file readable shows only against a declared hash.
 */
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {identifier, literal} from "../study/quote.js";
import type {Field, Resource} from "../study/rawResource.js";
import {StudyError} from "../study/studyError.js";
import {matchHeader} from "./matchHeader.js";
import {openBytes} from "./openBytes.js";
import type {RawRows} from "./rawRows.js";
import {refuseFile} from "./refuseFile.js";
import {scratchFile} from "./scratchFile.js";

const integers = /^U?(TINY|SMALL|BIG)?INT(EGER)?$/;

/** The columns of a Parquet file that a field of each type may be read from. */
export const fitting: Readonly<Record<Field["type"], RegExp>> = {
  string: /^VARCHAR$/,
  integer: integers,
  year: integers,
  number: /^(U?(TINY|SMALL|BIG)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL\(.*\))$/,
  boolean: /^BOOLEAN$/,
  date: /^DATE$/,
  datetime: /^TIMESTAMP/
};

/** @throws {StudyError} if the file is damaged, or a column is missing or of another type */
export async function readParquet(
  connection: DuckDBConnection,
  folder: string,
  resource: Resource,
  scratch: string
): Promise<RawRows> {
  const {path: file, name, schema} = resource;
  const {size, chunks} = await openBytes(folder, resource);
  const copy = join(scratch, `${name}.parquet`);
  const output = await scratchFile(copy, file);
  try {
    for await (const chunk of chunks) await output.write(chunk);
  } finally {
    await output.close();
  }
  const described = await connection
    .runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${literal(copy)})`)
    .catch(() => refuseFile(file, "a damaged or cut Parquet file", "Export it again"));
  const types = new Map(described.getRowsJS().map(([column, type]) => [String(column), String(type)]));
  const extra = matchHeader([...types.keys()], resource);
  const violations = schema.fields.flatMap(({name: column, type}) => {
    const given = types.get(column) ?? "";
    if (fitting[type].test(given)) return [];
    return [
      {file, column, rule: `of the type ${given} in the file, ${type} in the schema`, remedy: "Declare the file's"}
    ];
  });
  if (violations.length) throw new StudyError(violations, "a raw file is not of the declared types");
  const columns = schema.fields.map((field) => `${textOf(field, types)} AS ${identifier(field.name)}`);
  const from = `(SELECT file_row_number + 1 AS _row, ${columns.join(", ")}
    FROM read_parquet(${literal(copy)}, file_row_number = true))`;
  return {from, above: null, extra, bytes: size};
}

/** DOUBLE and FLOAT print what reads back as the same number; a moment with a zone prints its offset. */
function textOf({name}: Field, types: ReadonlyMap<string, string>): string {
  const column = identifier(name);
  return types.get(name) === "BOOLEAN"
    ? `CASE WHEN ${column} THEN 'true' WHEN NOT ${column} THEN 'false' END`
    : `${column}::VARCHAR`;
}
