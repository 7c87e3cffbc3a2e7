/** Which raw files a mapping reads, and what else it reads from, by which rows of a file could not be followed. */
import {folded} from "./folded.js";
import {nodesOf} from "./nodesOf.js";
import type {Node} from "./parseMapping.js";

export interface TablesRead {
  /** names of raw files, each once */
  readonly read: readonly string[];
  readonly refused: readonly {readonly rule: string; readonly remedy: string}[];
}

/** Functions that make rows of their arguments alone. */
const makeRows: ReadonlySet<string> = new Set(["range", "generate_series", "unnest"]);
/** What may stand after FROM beside raw files and these functions. */
const ofTables: ReadonlySet<unknown> = new Set(["JOIN", "SUBQUERY", "EXPRESSION_LIST", "EMPTY", "PIVOT"]);

/** @param files  names of the study's raw files */
export function tablesRead(parsed: Node, files: readonly string[]): TablesRead {
  const nodes = nodesOf(parsed);
  const parts = new Set(nodes.flatMap(partsOf));
  const tables = nodes.filter((node) => "sample" in node && "alias" in node && node.class === undefined);
  const named = new Set(tables.map(({table_name}) => folded(String(table_name ?? ""))));
  const reasons = tables.flatMap((table) => reasonOf(table, new Set([...parts, ...files])) ?? []);
  return {
    read: [...named].filter((name) => files.includes(name)),
    refused: [...new Map(reasons.map((reason) => [reason.rule, reason])).values()]
  };
}

/** Names that a query gives to parts of itself. */
function partsOf({cte_map}: Node): string[] {
  const {map = []} = (cte_map ?? {}) as {map?: readonly {key: string}[]};
  return map.map(({key}) => folded(key));
}

function reasonOf(table: Node, known: ReadonlySet<string>): TablesRead["refused"][number] | null {
  const {type, table_name, schema_name, catalog_name} = table;
  if (type === "TABLE_FUNCTION") {
    const {function_name, schema} = (table.function ?? {}) as Node;
    const called = folded(String(function_name));
    if (makeRows.has(called) && !schema) return null;
    const rule = `it reads from the function ${called}(); a mapping reads raw files, and of functions ${[...makeRows].join(", ")}`;
    return {rule, remedy: "Name the raw file itself after FROM"};
  }
  if (type !== "BASE_TABLE")
    return ofTables.has(type)
      ? null
      : {rule: "it describes a table (DESCRIBE, SHOW or SUMMARIZE)", remedy: "Select columns of the raw file"};
  const name = String(table_name);
  const schemas = [catalog_name, schema_name].filter((one) => one !== "" && one !== undefined).map(String);
  if (schemas.length > 0)
    return {
      rule: `it reads ${[...schemas, name].join(".")}, a table with its schema`,
      remedy: `Name the raw file alone: FROM ${name}`
    };
  return known.has(folded(name))
    ? null
    : {rule: `it reads ${name}, which is no raw file of the study`, remedy: "Declare the file as a resource"};
}
