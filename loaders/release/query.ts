import type {DuckDBValue} from "@duckdb/node-api";
import type {ReleaseContext} from "./releaseModule.js";

/** Asks one of this folder's questions by its path: `tables/mixing`. */
export function query<Row>(
  {warehouse}: ReleaseContext,
  name: string,
  values: Readonly<Record<string, DuckDBValue>> = {}
): Promise<Row[]> {
  return warehouse.query<Row>(new URL(`./${name}.sql`, import.meta.url), values);
}
