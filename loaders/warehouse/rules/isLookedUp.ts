import type {DuckDBConnection} from "@duckdb/node-api";
import {contract, type TableName} from "../../study/contract.js";
import {fillTemplate} from "../../study/fillTemplate.js";
import {identifier} from "../../study/quote.js";
import type {Study} from "../../study/readStudy.js";
import {castColumn} from "../buildCanonical.js";
import type {Mapping} from "../openMapping.js";
import {folded} from "./folded.js";
import {overParts} from "./overParts.js";
import {nodesOf} from "./nodesOf.js";
import type {Node} from "./parseMapping.js";

const template = (name: string, parts: Record<string, string>): string =>
  fillTemplate(new URL(`./sql/${name}.sql`, import.meta.url), parts);

export interface LookUp {
  /** a table of persons */
  readonly table: TableName;
  readonly mapping: Mapping;
  /** a raw file that the mapping reads */
  readonly name: string;
}

/**
 * Whether a persons' mapping only looks something up in a file, such as a unit's name in its accounts: persons' keys come
 * from another file, and what is taken of it is the same for two persons or more. What can't be told is no look-up.
 */
export async function isLookedUp(connection: DuckDBConnection, study: Study, look: LookUp): Promise<boolean> {
  const {table, mapping, name} = look;
  const resource = study.resources.find((one) => one.name === name);
  const key = ["manager_id", "respondent_id"].find((column) => column in contract[table].columns);
  if (!resource || key === undefined) return false;
  const read = study.resources.filter((one) => mapping.read.includes(one.name));
  const origins = originsOf(mapping.parsed, key, read);
  const taken = takenOf(mapping.parsed, resource);
  if (origins === null || origins.has(name) || taken.length === 0) return false;
  // a raw row's number, which goes along with all columns, is the table's own
  const given = mapping.columns.filter((column) => column !== "_row");
  const ask = async (): Promise<boolean> => {
    const parts = {
      table: `canonical.${identifier(table)}`,
      source: mapping.statement,
      columns: given.map(identifier).join(", "),
      cast: given.map((column) => `${castColumn(study, table, column)} AS ${identifier(column)}`).join(", "),
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
  const open = [folded(key)];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const column = name;
    const having = files.filter(({schema}) => schema.fields.some((field) => folded(field.name) === column));
    const made = items.filter((item) => folded(String(item.alias)) === column);
    if (having.length === 0 && made.length === 0) return null;
    for (const file of having) origins.add(file.name);
    for (const item of made) {
      const parts = nodesOf(item);
      const columns = parts.filter((part) => part.class === "COLUMN_REF");
      if (columns.length === 0 || parts.some((part) => part.class === "WINDOW")) return null;
      for (const one of columns) open.push(folded((one.column_names as readonly string[]).at(-1) ?? ""));
    }
  }
  return origins;
}

/** A file's columns that a mapping names anywhere; all of them where it takes what there is. */
function takenOf(parsed: Node, {name, schema}: Named): string[] {
  const nodes = nodesOf(parsed);
  const fields = schema.fields.map((field) => field.name);
  const reads = (from: unknown): boolean => nodesOf(from).some(({table_name}) => folded(String(table_name)) === name);
  const isWhole = ({type, ref_type, select_list, from_table, source}: Node): boolean =>
    (nodesOf(select_list).some((item) => item.class === "STAR") && reads(from_table)) ||
    (type === "PIVOT" && reads(source)) ||
    ref_type === "NATURAL";
  if (nodes.some(isWhole)) return fields;
  const words = new Set(nodes.flatMap((node) => Object.values(node).flat()).map((one) => folded(String(one))));
  return fields.filter((field) => words.has(folded(field)));
}
