/**
 * How raw rows are found again where a mapping selects columns, or computes them of one row, from one file or from files that
 * it joins. Of joined files those are found that tell every column of the table's key, themselves or by what the join says is
 * equal. Others are looked up in, unless something is counted in them: what they lack is missing from rows that are found.
 */
import type {DuckDBConnection} from "@duckdb/node-api";
import type {Resource} from "../../study/rawResource.js";
import {folded} from "./folded.js";
import {functionsListed} from "./functionsListed.js";
import {equalIn, hasField, hasParts, type Leaf, leavesOf} from "./leavesOf.js";
import {ofRaw} from "./ofRaw.js";
import {nodesOf} from "./nodesOf.js";
import type {Node} from "./parseMapping.js";
import {writeExpressions} from "./writeExpressions.js";

export interface PlainUse {
  /** canonical column -> what it is of the raw row, as SQL */
  readonly columns: Readonly<Record<string, string>>;
  /** whether the key is selected from another file, to which the join makes it equal */
  readonly joined: boolean;
}

export interface PlainUses {
  readonly found: ReadonlyMap<string, PlainUse>;
  /** raw files in which the mapping looks something up */
  readonly lookedUp: ReadonlySet<string>;
}

interface Asked {
  readonly files: ReadonlyMap<string, Resource>;
  /** of the table that the mapping makes */
  readonly key: readonly string[];
}

/** Types that a column may be cast to without more words, and compared as. */
const simple = /^(VARCHAR|BOOLEAN|DATE|TIMESTAMP|(TINY|SMALL|BIG)INT|INTEGER|DOUBLE)$/;
/** What an expression may consist of, so that its value is of one row alone. */
const ofOneRow: ReadonlySet<unknown> = new Set(
  "COLUMN_REF CONSTANT CAST FUNCTION OPERATOR COMPARISON CONJUNCTION CASE BETWEEN".split(" ")
);

export async function plainUses(connection: DuckDBConnection, parsed: Node, asked: Asked): Promise<PlainUses> {
  const found = new Map<string, PlainUse>();
  const lookedUp = new Set<string>();
  const [{node} = {}] = (parsed.statements ?? []) as readonly {node?: Node}[];
  const aggregates = await functionsListed(connection, "aggregate");
  const selects = selectsOf(node);
  for (const select of selects) {
    const uses = usesOf(select, asked, aggregates);
    for (const name of uses.lookedUp) lookedUp.add(name);
    for (const {name, given, joined} of uses.told) {
      const written = await writeExpressions(
        connection,
        given.map((one) => one.node)
      );
      const columns = Object.fromEntries(given.map(({column}, i) => [column, written[i] ?? ""]));
      // a row that one part of the query leaves out may be in another part's
      const isAlone = selects.filter((one) => readsFile(one, name)).length === 1;
      if (given.length > 0 && isAlone) found.set(name, {columns, joined});
    }
  }
  return {found, lookedUp};
}

const readsFile = (select: Node, file: string): boolean =>
  nodesOf(select).some(({table_name}) => folded(String(table_name)) === file);

/** The SELECTs whose rows are put together, by the names of their columns, or the one that there is. */
function selectsOf(node: Node | undefined): Node[] {
  if (!node) return [];
  const {type, setop_type, left, right, from_table, select_list, where_clause} = node;
  if (type === "SET_OPERATION_NODE")
    return setop_type === "UNION_BY_NAME" && !hasParts(node)
      ? [...selectsOf(left as Node), ...selectsOf(right as Node)]
      : [];
  const [only, more] = (select_list ?? []) as readonly Node[];
  const {type: from, subquery} = (from_table ?? {}) as Node;
  const isWhole = only?.class === "STAR" && more === undefined && where_clause === null && from === "SUBQUERY";
  return isWhole && !hasParts(node) ? selectsOf((subquery as {node: Node}).node) : [node];
}

interface Given {
  readonly column: string;
  readonly node: Node;
  /** whether it is selected from this file, and not from another with an equal one */
  readonly own: boolean;
}

interface Uses {
  readonly told: readonly {readonly name: string; readonly given: readonly Given[]; readonly joined: boolean}[];
  readonly lookedUp: readonly string[];
}

function usesOf(select: Node, {files, key}: Asked, aggregates: ReadonlySet<string>): Uses {
  const made = partsOfNoFile(select, files);
  const joined = made && leavesOf(select.from_table, {files, made});
  const raw = joined?.leaves.flatMap((leaf) => (leaf.resource ? [{leaf, name: leaf.resource.name}] : [])) ?? [];
  if (!joined || new Set(raw.map(({name}) => name)).size < raw.length) return {told: [], lookedUp: []};
  const items = (select.select_list ?? []) as readonly Node[];
  const read: Read = {leaves: joined.leaves, equal: [...joined.equal, ...equalIn(select.where_clause)], aggregates};
  const found = raw
    .filter(({leaf}) => leaf.gives)
    .map((one) => {
      const given = givenBy(one.leaf, items, read);
      const ofKey = key
        .filter((column) => !items.some((item) => isConstant(item, column)))
        .map((column) => given.find((of) => of.column === column));
      const own = raw.length === 1 || ofKey.every((of) => of?.own === true);
      return {...one, given, own, tells: own || ofKey.every((of) => of !== undefined)};
    });
  const anyOwn = found.some(({own}) => own);
  const told = found.filter(({tells}) => tells).map(({name, given, own}) => ({name, given, joined: anyOwn && !own}));
  const others = found.filter(({leaf, tells}) => !tells && !items.some((item) => countsIn(leaf, item, read)));
  return {told, lookedUp: told.length > 0 ? others.map(({name}) => name) : []};
}

/** Names of a query's own parts, where none is made of a raw file; else null. */
function partsOfNoFile({cte_map}: Node, files: Asked["files"]): ReadonlySet<string> | null {
  const {map = []} = (cte_map ?? {}) as {map?: readonly {key: string; value: unknown}[]};
  const reads = map.some(({value}) => nodesOf(value).some(({table_name}) => files.has(folded(String(table_name)))));
  return reads ? null : new Set(map.map(({key}) => folded(key)));
}

interface Read {
  readonly leaves: readonly Leaf[];
  readonly equal: readonly (readonly [Node, Node])[];
  readonly aggregates: ReadonlySet<string>;
}

/** The result's columns that one file tells, and what each is of its row. */
function givenBy(leaf: Leaf, items: readonly Node[], read: Read): Given[] {
  return items.flatMap((item) => {
    const column = resultName(item);
    if (isOf(leaf, item, read)) return [{column, node: ofRaw(item), own: isFirst(leaf, item, read)}];
    const shape = shapeOf(item, read.leaves);
    const equals = read.equal.flatMap(([one, other]) => [
      ...(shapeOf(one, read.leaves) === shape ? [other] : []),
      ...(shapeOf(other, read.leaves) === shape ? [one] : [])
    ]);
    const told = equals.find((node) => isOf(leaf, node, read));
    return told ? [{column, node: ofRaw(told), own: false}] : [];
  });
}

/** Whether the first file with an expression's columns is this one, where a join says that they are another's too. */
const isFirst = (leaf: Leaf, item: Node, {leaves}: Read): boolean =>
  nodesOf(item).every((node) => node.class !== "COLUMN_REF" || ownersOf(node, leaves)[0] === leaf);

/** Whether an expression is computed of one row of one file. */
function isOf(leaf: Leaf, node: Node, {leaves, aggregates}: Read): boolean {
  const parts = nodesOf(node).filter((part) => part.class !== undefined);
  const columns = parts.filter((part) => part.class === "COLUMN_REF");
  return (
    columns.length > 0 &&
    columns.every((column) => ownersOf(column, leaves).includes(leaf)) &&
    parts.every(
      (part) =>
        ofOneRow.has(part.class) &&
        !aggregates.has(String(part.function_name)) &&
        (part.class !== "CAST" || simple.test(String((part.cast_type as Node).id)))
    )
  );
}

/** The files that have a column: two of them where the join says that theirs are one. */
function ownersOf(column: Node, leaves: readonly Leaf[]): Leaf[] {
  const [first = "", second, more] = column.column_names as readonly string[];
  const named = second === undefined ? leaves : leaves.filter(({called}) => called === folded(first));
  return more === undefined ? named.filter(({resource}) => resource && hasField(resource, second ?? first)) : [];
}

/** An expression as a text that is the same wherever it is: however its columns are named, and whatever it is called. */
function shapeOf(node: unknown, leaves: readonly Leaf[]): string {
  return JSON.stringify(node, (property, value: unknown) => {
    if (property === "alias" || property === "query_location") return undefined;
    const {class: of} = (value ?? {}) as Node;
    if (of !== "COLUMN_REF") return value;
    const owners = ownersOf(value as Node, leaves).map(({called}) => called);
    return [owners.length > 0 ? owners[0] : null, folded(nameOf(value as Node))];
  });
}

/** Whether something of more than one row is computed in a file, or of all rows. */
function countsIn(leaf: Leaf, item: Node, {leaves, aggregates}: Read): boolean {
  const calls = nodesOf(item).filter((node) => aggregates.has(String(node.function_name)) || node.class === "WINDOW");
  return calls.some((call) => {
    const columns = nodesOf(call).filter((node) => node.class === "COLUMN_REF");
    return columns.length === 0 || columns.some((column) => ownersOf(column, leaves).includes(leaf));
  });
}

const resultName = (item: Node): string => String(item.alias || (item.class === "COLUMN_REF" ? nameOf(item) : ""));

const isConstant = (item: Node, column: string): boolean => item.class === "CONSTANT" && item.alias === column;

const nameOf = (column: Node): string => (column.column_names as readonly string[]).at(-1) ?? "";
