import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {Resource} from "../../study/rawResource.js";
import {folded} from "./folded.js";
import {nodesOf} from "./nodesOf.js";
import type {Node} from "./parseMapping.js";

const listed = new URL("./sql/list_inconstant.sql", import.meta.url);

/** The clock, as standard SQL names it without brackets. */
const clock = /^(current_(date|time|timestamp)|localtime(stamp)?)$/;

/** What makes a mapping's result another one each time, such as a sample or today's date; null where nothing does. */
export async function chanceIn(
  connection: DuckDBConnection,
  parsed: Node,
  resources: readonly Resource[]
): Promise<string | null> {
  const nodes = nodesOf(parsed);
  if (nodes.some(({sample}) => sample !== null && sample !== undefined)) return "SAMPLE";
  const inconstant = await inconstantIn(connection);
  const call = nodes.find((node) => inconstant.has(folded(String(node.function_name ?? ""))));
  if (call) return `${folded(String(call.function_name))}()`;
  const fields = new Set(resources.flatMap(({schema}) => schema.fields.map(({name}) => folded(name))));
  const words = nodes.flatMap(({column_names}) => {
    const [word, more] = Array.isArray(column_names) ? (column_names as readonly string[]) : [];
    return word !== undefined && more === undefined ? [folded(word)] : [];
  });
  return words.find((word) => clock.test(word) && !fields.has(word)) ?? null;
}

const lists = new WeakMap<DuckDBConnection, Promise<ReadonlySet<string>>>();

/** The functions of a database that chance or the clock decides: it has over a thousand, so it is asked once. */
function inconstantIn(connection: DuckDBConnection): Promise<ReadonlySet<string>> {
  const known = lists.get(connection) ?? readInconstant(connection);
  lists.set(connection, known);
  return known;
}

async function readInconstant(connection: DuckDBConnection): Promise<ReadonlySet<string>> {
  const rows = (await connection.runAndReadAll(readFileSync(listed, "utf8"))).getRowObjectsJS();
  return new Set(rows.map((row) => String(row.inconstant)));
}
