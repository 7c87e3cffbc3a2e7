/** A described text file of separated values -> its records as text. */
import type {DuckDBConnection} from "@duckdb/node-api";
import type {Resource} from "../study/rawResource.js";
import {matchHeader} from "./matchHeader.js";
import {openText} from "./openText.js";
import type {RawRows} from "./rawRows.js";
import {refuseFile} from "./refuseFile.js";
import {textRecords} from "./textRecords.js";

/** @throws {StudyError} if the file is no text of the declared dialect, or its header is not the schema's */
export async function readText(
  connection: DuckDBConnection,
  folder: string,
  resource: Resource,
  scratch: string
): Promise<RawRows> {
  const opened = await openText(folder, resource, scratch);
  const {copy, header} = opened;
  const refuseCut = (): void => {
    if (copy.ended || resource.bytes !== undefined || resource.hash !== undefined) return;
    const rule = "its last line has no end; is the file cut?";
    refuseFile(resource.path, rule, "Give the line an end, or declare the file's bytes or hash");
  };
  const extra = resource.dialect.header ? matchHeader(header.names, resource, header.rows) : [];
  const names = header.names.map((name, i) => (extra.includes(name) ? `extra column ${i + 1}` : name));
  const {checkShape, ...records} = await textRecords(connection, resource, opened, names, scratch);
  if (!checkShape) refuseCut();
  const checkAll = async (): Promise<void> => {
    await checkShape?.();
    refuseCut();
  };
  return {...records, extra, bytes: copy.bytes, encoding: copy.encoding, checkShape: checkAll};
}
