import type {Resource} from "../../study/rawResource.js";
import {folded} from "./folded.js";
import type {Node} from "./parseMapping.js";

/** A table that a SELECT joins. */
export interface Leaf {
  /** as its columns are named by */
  readonly called: string;
  /** undefined where it is made of no raw file */
  readonly resource: Resource | undefined;
  /** whether each of its rows is to be in the result, as of the other side of a LEFT JOIN they need not be */
  readonly gives: boolean;
}

export interface Leaves {
  readonly leaves: readonly Leaf[];
  /** pairs of expressions that are equal in every row of the result */
  readonly equal: readonly (readonly [Node, Node])[];
}

interface Known {
  readonly files: ReadonlyMap<string, Resource>;
  /** parts of the query that are made of no raw file */
  readonly made: ReadonlySet<string>;
}

/** What stands after FROM, as raw files that are joined by conditions; null where it is something else. */
export function leavesOf(from: unknown, known: Known, gives = true): Leaves | null {
  const table = from as Node | undefined;
  if (table?.type !== "JOIN") return leafOf(table, known, gives);
  const {join_type, ref_type, condition, using_columns, left, right} = table;
  if ((join_type !== "INNER" && join_type !== "LEFT") || (ref_type !== "REGULAR" && ref_type !== "CROSS")) return null;
  const [one, other] = [leavesOf(left, known, gives), leavesOf(right, known, gives && join_type === "INNER")];
  if (!one || !other) return null;
  const shared = using_columns as readonly string[];
  const pairs =
    join_type === "INNER" ? [...equalIn(condition), ...shared.flatMap((name) => usedBy(name, one, other))] : [];
  return {leaves: [...one.leaves, ...other.leaves], equal: [...one.equal, ...(gives ? other.equal : []), ...pairs]};
}

/** Equalities that a condition consists of. */
export function equalIn(condition: unknown): (readonly [Node, Node])[] {
  const {type, children, left, right} = (condition ?? {}) as Node;
  if (type === "CONJUNCTION_AND") return (children as readonly Node[]).flatMap(equalIn);
  return type === "COMPARE_EQUAL" ? [[left as Node, right as Node]] : [];
}

const reference: Node = {class: "COLUMN_REF", type: "COLUMN_REF", alias: "", query_location: 0};

function usedBy(name: string, one: Leaves, other: Leaves): (readonly [Node, Node])[] {
  const columns = ({leaves}: Leaves): Node[] =>
    leaves.flatMap(({called, resource}) =>
      resource && hasField(resource, name) ? [{...reference, column_names: [called, name]}] : []
    );
  return columns(one).flatMap((left) => columns(other).map((right) => [left, right] as const));
}

export const hasField = ({schema}: Resource, name: string): boolean =>
  schema.fields.some((field) => folded(field.name) === folded(name));

function leafOf(from: Node | undefined, {files, made}: Known, gives: boolean): Leaves | null {
  const only = onlyTable(from);
  const [table, added] = only ?? [];
  const renamed = [from, table].some((one) => ((one?.column_name_alias ?? []) as readonly unknown[]).length > 0);
  if (!only || !table || renamed || table.type !== "BASE_TABLE") return null;
  const name = folded(String(table.table_name));
  const resource = made.has(name) ? undefined : files.get(name);
  if ((!resource && !made.has(name)) || added?.some((column) => resource && hasField(resource, column))) return null;
  return {leaves: [{called: folded(String(from?.alias || table.alias || name)), resource, gives}], equal: []};
}

/** The one table that is selected from, as it is or turned, in brackets or not, and the columns that are added to its own. */
function onlyTable(from: Node | undefined): readonly [Node, readonly string[]] | null {
  if (!from) return null;
  if (from.type === "PIVOT") return onlyTable(from.source as Node);
  if (from.type !== "SUBQUERY") return [from, []];
  const {node} = from.subquery as {node: Node};
  if (hasParts(node)) return null;
  const items = (node.select_list ?? []) as readonly Node[];
  const inside = onlyTable(node.from_table as Node | undefined);
  const isPlain = (one: Node): boolean =>
    one.class === "STAR" && [one.exclude_list, one.replace_list, one.rename_list].every((list) => isEmpty(list));
  const more = items.filter((one) => !isPlain(one));
  if (!inside || more.length !== items.length - 1 || more.some(({alias}) => !alias)) return null;
  return [inside[0], [...inside[1], ...more.map(({alias}) => String(alias))]];
}

const isEmpty = (list: unknown): boolean => !Array.isArray(list) || list.length === 0;

/** Whether a query names parts of itself, which may be called as a raw file is. */
export function hasParts({cte_map}: Node): boolean {
  const {map = []} = (cte_map ?? {}) as {map?: readonly unknown[]};
  return map.length > 0;
}
