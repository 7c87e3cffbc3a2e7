import type {DuckDBConnection} from "@duckdb/node-api";
import {contract, type TableName} from "../../study/contract.js";
import {fillTemplate} from "../../study/fillTemplate.js";
import {identifier} from "../../study/quote.js";
import type {Study} from "../../study/readStudy.js";
import {overParts} from "./overParts.js";
import {type Node, nodesOf} from "./parseMapping.js";
import type {ReadMapping} from "./readMapping.js";

const template = (name: string, parts: Record<string, string>): string =>
  fillTemplate(new URL(`./sql/${name}.sql`, import.meta.url), parts);

export interface LookUp {
  /** a table of persons */
  readonly table: TableName;
  readonly text: string;
  readonly mapping: ReadMapping;
  /** a raw file that the mapping reads */
  readonly name: string;
}

/**
 * Whether a persons' mapping only looks something up in a file, such as a unit's name in its accounts: persons' keys come
 * from another file, and what is taken of it is the same for two persons or more. What can't be told is no look-up.
 */
export async function isLookedUp(connection: DuckDBConnection, study: Study, look: LookUp): Promise<boolean> {
  const {table, text, mapping, name} = look;
  const resource = study.resources.find((one) => one.name === name);
  const key = ["manager_id", "respondent_id"].find((column) => column in contract[table].columns);
  if (!resource || key === undefined) return false;
  const read = study.resources.filter((one) => mapping.read.includes(one.name));
  const origins = originsOf(mapping.parsed, key, read);
  const taken = takenOf(mapping.parsed, resource);
  if (origins === null || origins.has(name) || taken.length === 0) return false;
  const ask = async (): Promise<boolean> => {
    const source = text.replace(/;\s*(--[^\n]*\s*)*$/, "");
    const prepared = await connection.prepare(source);
    const columns = Array.from({length: prepared.columnCount}, (_, i) => identifier(prepared.columnName(i)));
    const parts = {
      table: `canonical.${identifier(table)}`,
      source,
      columns: columns.join(", "),
      person: identifier(key),
      resource: `staged.${identifier(name)}`,
      taken: taken.map(identifier).join(", ")
    };
    const counted = await connection.runAndReadAll(template("count_looked_up", parts));
    const [{persons, combinations} = none] = counted.getRowObjectsJS() as unknown as Counted[];
    return 2 * combinations <= persons;
  };
  const kept = (file: string): string => (file === name ? "false" : "true");
  return overParts(connection, study, {kept}, ask).catch(() => false);
}

interface Counted {
  readonly persons: number;
  readonly combinations: number;
}
const none: Counted = {persons: 0, combinations: Infinity};

interface Named {
  readonly name: string;
  readonly schema: {readonly fields: readonly {readonly name: string}[]};
}

/**
 * Files with a column of a name that a key is made of, through what it is called on the way; null where the key is made of
 * something else, such as a row's number.
 */
function originsOf(parsed: Node, key: string, files: readonly Named[]): Set<string> | null {
  const nodes = nodesOf(parsed);
  const items = nodes.flatMap((node) => (Array.isArray(node.select_list) ? (node.select_list as Node[]) : []));
  const origins = new Set<string>();
  const seen = new Set<string>();
  const open = [key.toLowerCase()];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const column = name;
    const having = files.filter(({schema}) => schema.fields.some((field) => field.name.toLowerCase() === column));
    const made = items.filter((item) => String(item.alias).toLowerCase() === column);
    if (having.length === 0 && made.length === 0) return null;
    for (const file of having) origins.add(file.name);
    for (const item of made) {
      const parts = nodesOf(item);
      const columns = parts.filter((part) => part.class === "COLUMN_REF");
      if (columns.length === 0 || parts.some((part) => part.class === "WINDOW")) return null;
      for (const one of columns) open.push(((one.column_names as readonly string[]).at(-1) ?? "").toLowerCase());
    }
  }
  return origins;
}

/** A file's columns that a mapping names anywhere; all of them where it takes what there is. */
function takenOf(parsed: Node, {name, schema}: Named): string[] {
  const nodes = nodesOf(parsed);
  const fields = schema.fields.map((field) => field.name);
  const reads = (from: unknown): boolean => nodesOf(from).some(({table_name}) => table_name === name);
  const isWhole = ({type, ref_type, select_list, from_table, source}: Node): boolean =>
    (nodesOf(select_list).some((item) => item.class === "STAR") && reads(from_table)) ||
    (type === "PIVOT" && reads(source)) ||
    ref_type === "NATURAL";
  if (nodes.some(isWhole)) return fields;
  const words = new Set(nodes.flatMap((node) => Object.values(node).flat()).map((one) => String(one).toLowerCase()));
  return fields.filter((field) => words.has(field.toLowerCase()));
}
