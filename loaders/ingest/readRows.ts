import type {DuckDBConnection} from "@duckdb/node-api";
import type {Study} from "../study/readStudy.js";
import type {Resource} from "../study/rawResource.js";
import type {RawRows} from "./rawRows.js";

/** A resource's records as text, through the reader of its format; each reader is loaded when it is needed. */
export async function readRows(
  connection: DuckDBConnection,
  {folder}: Pick<Study, "folder">,
  resource: Resource,
  scratch: string
): Promise<RawRows> {
  switch (resource.format) {
    case "xlsx":
      return (await import("./readWorkbook.js")).readWorkbook(folder, resource, scratch);
    case "parquet":
      return (await import("./readParquet.js")).readParquet(connection, folder, resource, scratch);
    case "jsonl":
    case "ndjson":
      return (await import("./readJsonLines.js")).readJsonLines(folder, resource, scratch);
    default:
      return (await import("./readText.js")).readText(connection, folder, resource, scratch);
  }
}
