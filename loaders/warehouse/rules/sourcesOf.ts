import type {Resource} from "../../study/rawResource.js";
import {folded} from "./folded.js";
import {nodesOf} from "./nodesOf.js";
import type {Node} from "./parseMapping.js";
import type {ReadMapping} from "./readMapping.js";

/**
 * Columns of a raw file that columns of a mapping's result are made of. A column that is named beside another file's table is
 * none of them.
 */
export function sourcesOf(
  {parsed, read}: Pick<ReadMapping, "parsed" | "read">,
  columns: readonly string[],
  {name, schema}: Pick<Resource, "name" | "schema">
): string[] {
  const nodes = nodesOf(parsed);
  const others = new Set(
    nodes.flatMap(({type, alias, table_name}) => {
      const file = folded(String(table_name));
      return type === "BASE_TABLE" && file !== name && read.includes(file) ? [folded(String(alias || file))] : [];
    })
  );
  const isOfIt = ({column_names}: Node): boolean => {
    const [table, column] = column_names as readonly string[];
    return column === undefined || table === undefined || !others.has(folded(table));
  };
  const items = nodes.flatMap(({select_list}) => (Array.isArray(select_list) ? (select_list as Node[]) : []));
  const wanted = items.filter((item) => columns.includes(String(item.alias || nameOf(item))));
  const named = wanted.flatMap(nodesOf).filter((node) => node.class === "COLUMN_REF" && isOfIt(node));
  // what is taken with all others keeps its name
  const whole = items.some((item) => item.class === "STAR" && !others.has(folded(String(item.relation_name ?? ""))));
  const kept = whole ? columns.filter((column) => wanted.every((item) => (item.alias || nameOf(item)) !== column)) : [];
  const sources = new Set([...named.map(nameOf), ...kept].map(folded));
  return schema.fields.flatMap((field) => (sources.has(folded(field.name)) ? [field.name] : []));
}

const nameOf = ({column_names}: Node): string => (Array.isArray(column_names) ? String(column_names.at(-1)) : "");
