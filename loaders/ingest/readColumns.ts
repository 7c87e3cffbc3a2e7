/**
 * A text file that no data package describes -> its columns as text, by the names in its header. It is read as a
 * study's raw files are, and more strictly where a description would say what is meant: every column has a name of its
 * own, and no quote is inside a value that is not quoted.
 */
import {mkdtemp, realpath, rm} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {z} from "zod";
import {clearAbandoned, warehouses} from "../study/clearAbandoned.js";
import {fillTemplate} from "../study/fillTemplate.js";
import {privateFolder} from "../study/privateFolder.js";
import {identifier} from "../study/quote.js";
import {rawResource, type Resource} from "../study/rawResource.js";
import {StudyError} from "../study/studyError.js";
import {tellError} from "../study/tellError.js";
import {headerRules, namedTwice} from "./headerRules.js";
import {openText, type OpenedText} from "./openText.js";
import {refuseFile} from "./refuseFile.js";
import {textRecords} from "./textRecords.js";
import {unreadable} from "./unreadable.js";

export type TextColumns = Readonly<Record<string, readonly string[]>>;

const {format, encoding, compression, innerPath, maximumBytes, dialect} = rawResource.shape;

/** What may be said of such a file: what a data package says of one, but for what it says of its columns. */
export const textFile = z.strictObject({
  path: z.string(),
  format: z.optional(format.unwrap().extract(["csv", "tsv"])),
  dialect: dialect
    .unwrap()
    .omit({header: true, nullSequence: true, sheetName: true, sheetNumber: true, range: true, formulas: true})
    .optional(),
  encoding,
  compression,
  innerPath,
  maximumBytes
});

export type TextFile = z.input<typeof textFile>;

/** @throws {StudyError} naming file, row and rule, never a value; {Error} if there is no such file */
export async function readColumns(given: TextFile): Promise<TextColumns> {
  const place = await realpath(given.path).catch((error: unknown) => {
    throw new Error(tellError(error), {cause: error});
  });
  const file = {format: place.endsWith(".tsv") ? "tsv" : "csv", ...given, path: basename(place)} as const;
  await clearAbandoned();
  const scratch = await mkdtemp(join(await privateFolder(join(warehouses, "columns")), `building-${process.pid}-`));
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await instance.connect();
  try {
    return await columnsOf(connection, dirname(place), file, scratch);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(scratch, {recursive: true, force: true});
  }
}

async function columnsOf(
  connection: DuckDBConnection,
  folder: string,
  file: TextFile,
  scratch: string
): Promise<TextColumns> {
  const {path} = file;
  const opened = await openText(folder, described(file, ["any"]), scratch);
  const {names, rows} = opened.header;
  checkNames(names, path, rows);
  const {strayQuote} = opened.copy;
  if (strayQuote !== null)
    refuseFile(path, "a quote that does not close, or stands inside a value", "Write it twice, in quotes", strayQuote);
  const columns = await textOf(connection, described(file, names.map(numbered)), opened, scratch);
  if (columns[0]!.length === 0) refuseFile(path, "no rows below the header", "Export it again");
  return Object.fromEntries(names.map((name, i) => [name, columns[i]!]));
}

/** Names that the database keeps apart, as it does not x and X. */
const numbered = (_: unknown, i: number): string => `column ${i + 1}`;

const described = (file: TextFile, names: readonly string[]): Resource =>
  rawResource.parse({...file, name: "columns", schema: {fields: names.map((name) => ({name}))}});

async function textOf(
  connection: DuckDBConnection,
  resource: Resource,
  opened: OpenedText,
  scratch: string
): Promise<readonly (readonly string[])[]> {
  const names = resource.schema.fields.map(({name}) => name);
  const {from, checkShape} = await textRecords(connection, resource, opened, names, scratch);
  const sql = fillTemplate(new URL("./sql/read_columns.sql", import.meta.url), {
    columns: names.map(identifier).join(", "),
    from
  });
  const reader = await connection.runAndReadAll(sql).catch((error: unknown) => unreadable(error, resource.path));
  await checkShape?.();
  const columns = reader.getColumnsJS() as string[][];
  return columns.length === 0 ? names.map(() => []) : columns;
}

function checkNames(names: readonly string[], file: string, row: number): void {
  const nameless = names.some((name) => name === "") ? [{file, row, ...headerRules.nameless}] : [];
  const twice = namedTwice(names.filter((name) => name !== ""));
  const violations = [...nameless, ...twice.map(({name}) => ({file, row, column: name, ...headerRules.twice}))];
  if (violations.length > 0) throw new StudyError(violations, "a raw file can't be read");
}
