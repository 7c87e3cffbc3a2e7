import type {TableName} from "../../study/contract.js";
import type {Study} from "../../study/readStudy.js";

/** What makes a canonical table: its mapping, or the file that bears its name. */
export function fileOf({mappings, resources}: Pick<Study, "mappings" | "resources">, table: TableName): string {
  if (mappings.has(table)) return `sql/${table}.sql`;
  return resources.find(({name}) => name === table)?.path ?? table;
}
