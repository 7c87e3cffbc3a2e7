import type {DuckDBConnection} from "@duckdb/node-api";
import type {Resource} from "../../study/rawResource.js";
import {folded} from "./folded.js";
import {functionsListed} from "./functionsListed.js";
import {nodesOf} from "./nodesOf.js";
import type {Node} from "./parseMapping.js";

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
  const inconstant = await functionsListed(connection, "inconstant");
  const call = nodes.find((node) => inconstant.has(folded(String(node.function_name ?? ""))));
  if (call) return `${folded(String(call.function_name))}()`;
  const fields = new Set(resources.flatMap(({schema}) => schema.fields.map(({name}) => folded(name))));
  const words = nodes.flatMap(({column_names}) => {
    const [word, more] = Array.isArray(column_names) ? (column_names as readonly string[]) : [];
    return word !== undefined && more === undefined ? [folded(word)] : [];
  });
  return words.find((word) => clock.test(word) && !fields.has(word)) ?? null;
}
