import type {DuckDBConnection} from "@duckdb/node-api";
import type {TableName} from "../study/contract.js";
import {fillTemplate} from "../study/fillTemplate.js";
import {identifier} from "../study/quote.js";
import type {Study} from "../study/readStudy.js";
import {correctItsSource, type Violation} from "../study/violation.js";
import type {Mapping} from "./openMapping.js";
import {madeOf} from "./rules/madeOf.js";
import type {RowUse} from "./rules/readMapping.js";
import {sourcesOf} from "./rules/sourcesOf.js";

const listRaw = new URL("./sql/list_raw_rows.sql", import.meta.url);

/**
 * What is wrong with rows of a mapping's result, said of the raw rows that they are made of: those can be looked up. Where
 * they can't be found again it stays said of the result, with how to see its row.
 */
export async function toRawRows(
  connection: DuckDBConnection,
  study: Study,
  {table, mapping}: {readonly table: TableName; readonly mapping: Mapping | undefined},
  violations: readonly Violation[]
): Promise<readonly Violation[]> {
  if (!mapping || violations.every(({row}) => row === undefined)) return violations;
  const groups = new Map<string, Violation[]>();
  for (const one of violations) {
    const name = JSON.stringify([one.column, one.rule, one.row === undefined]);
    const group = groups.get(name) ?? [];
    group.push(one);
    groups.set(name, group);
  }
  const traced: Violation[] = [];
  for (const group of groups.values())
    for (const one of await traceGroup(connection, study, {table, mapping, group})) traced.push(one);
  return traced;
}

interface Group {
  readonly table: TableName;
  readonly mapping: Mapping;
  /** of one column and rule */
  readonly group: readonly Violation[];
}

async function traceGroup(
  connection: DuckDBConnection,
  study: Study,
  {table, mapping, group}: Group
): Promise<readonly Violation[]> {
  const rows = group.flatMap(({row}) => (row === undefined ? [] : [row]));
  const [first] = group;
  if (!first || rows.length === 0) return group;
  const asked = `--study ${study.folder} --row ${table}:${rows.reduce((least, row) => Math.min(least, row), Infinity)}`;
  const files = mapping.uses.flatMap((use) => {
    const resource = study.resources.find(({name}) => name === use.resource);
    const columns = resource ? sourcesOf(mapping, first.column?.split(", ") ?? [], resource) : [];
    // of several files, one that is found again need not be the one that is wrong
    return resource && (columns.length > 0 || mapping.read.length === 1) ? [{use, resource, columns}] : [];
  });
  const [file, more] = files;
  const raw = file && !more ? await rawRows(connection, table, file.use, rows) : [];
  if (!file || raw.length === 0) return group.map((one) => ofResult(one, asked));
  const rule = `${first.column} of ${table} that is made of it: ${first.rule}`;
  const remedy = first.remedy === correctItsSource ? `Correct it, or mend ${mapping.file}` : first.remedy;
  const column = file.columns.join(", ") || undefined;
  return raw.map((row) => ({file: file.resource.path, row, column, rule, remedy}));
}

async function rawRows(
  connection: DuckDBConnection,
  table: TableName,
  {resource, columns}: RowUse,
  rows: readonly number[]
): Promise<number[]> {
  const parts = {
    table: `canonical.${identifier(table)}`,
    staged: `staged.${identifier(resource)}`,
    matched: madeOf(columns),
    rows: rows.join(", ")
  };
  const read = await connection.runAndReadAll(fillTemplate(listRaw, parts)).catch(() => null);
  return (read?.getRowObjectsJS() ?? []).map(({row}) => Number(row));
}

function ofResult({remedy = "", ...one}: Violation, asked: string): Violation {
  const see = `rows are of the SQL's result; to print the first: npx longview check ${asked}`;
  return {...one, remedy: `${remedy}; ${see}`};
}
