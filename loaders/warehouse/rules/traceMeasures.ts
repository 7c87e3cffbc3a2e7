/**
 * What is declared of the organisation and computed from rows of persons is of persons, whatever it is called. A mapping is
 * run again over half the rows of every file of persons: a measure that moves was made of them.
 */
import {readFile} from "node:fs/promises";
import type {DuckDBConnection} from "@duckdb/node-api";
import {contract} from "../../study/contract.js";
import {fillTemplate} from "../../study/fillTemplate.js";
import {identifier} from "../../study/quote.js";
import type {Study} from "../../study/readStudy.js";
import type {Violation} from "../../study/violation.js";
import {parseMapping} from "./parseMapping.js";
import {readMapping} from "./readMapping.js";

const template = (name: string, parts: Record<string, string>): string =>
  fillTemplate(new URL(`./sql/${name}.sql`, import.meta.url), parts);

const tables = ["department_years", "organisation_years"] as const;

/** @param theirs  names of raw files whose rows are persons' */
export async function traceMeasures(
  connection: DuckDBConnection,
  study: Study,
  theirs: ReadonlySet<string>
): Promise<Violation[]> {
  const mapped = tables.filter((table) => study.tables.includes(table) && study.mappings.has(table));
  if (study.public_microdata || mapped.length === 0) return [];
  const violations: Violation[] = [];
  for (const table of mapped)
    for (const violation of await traceTable(connection, study, {table, theirs})) violations.push(violation);
  return violations;
}

interface Traced {
  readonly table: (typeof tables)[number];
  /** names of raw files whose rows are persons' */
  readonly theirs: ReadonlySet<string>;
}

async function traceTable(connection: DuckDBConnection, study: Study, {table, theirs}: Traced): Promise<Violation[]> {
  const text = await readFile(study.mappings.get(table) ?? "", "utf8");
  const {read} = readMapping(text, await parseMapping(connection, text), study.resources);
  const files = read.filter((name) => theirs.has(name));
  if (files.length === 0) return [];
  const file = `sql/${table}.sql`;
  const declared = study.measures.filter((measure) => measure.table === table).map(({name}) => name);
  const moved = new Set<string>();
  for (const half of [0, 1])
    for (const column of await movedBy(connection, study, {table, theirs, half, text, columns: declared}))
      moved.add(column);
  return [...moved].map((column) => ({
    file,
    column,
    rule: `declared as a measure of the organisation, and computed from rows of persons in ${files.join(", ")}`,
    remedy:
      "Leave it out; what is of persons is published from the tables of persons, by their rules. Where the file's rows are " +
      "units', and only say who heads each, leave that column out of its fields"
  }));
}

interface Halved extends Traced {
  readonly half: number;
  readonly text: string;
  readonly columns: readonly string[];
}

/** Revenue and profit are traced as what a study declares is. */
async function movedBy(
  connection: DuckDBConnection,
  study: Study,
  {table, theirs, half, text, columns}: Halved
): Promise<string[]> {
  await connection.run("CREATE SCHEMA IF NOT EXISTS halved");
  for (const {name} of study.resources) {
    const kept = theirs.has(name) ? `_row % 2 = ${half}` : "true";
    await connection.run(template("halve_resource", {resource: identifier(name), kept}));
  }
  await connection.run("SET search_path = 'halved'");
  try {
    const source = text.replace(/;\s*(--[^\n]*\s*)*$/, "");
    const given = await connection.prepare(source);
    const names = new Set(Array.from({length: given.columnCount}, (_, i) => given.columnName(i)));
    const traced = ["revenue", "profit", ...columns].filter((column) => names.has(column));
    if (traced.length === 0) return [];
    const key = contract[table].key.map(identifier).join(", ");
    const parts = {table: `canonical.${identifier(table)}`, source, key, moved: traced.map(countMoved).join(", ")};
    const read = await connection.runAndReadAll(template("count_moved", parts));
    const [{compared, ...counts} = {compared: 0}] = read.getRowObjectsJS() as {compared: number}[];
    return traced.filter((column) => compared === 0 || Number((counts as Record<string, number>)[column]) > 0);
  } finally {
    await connection.run("RESET search_path");
    await connection.run("DROP SCHEMA halved CASCADE");
  }
}

/** A sum in another order may differ in its last digits. */
function countMoved(column: string): string {
  const [one, other] = ["made", "again"].map((of) => `${of}.${identifier(column)}::DOUBLE`);
  const same = `abs(${one} - ${other}) <= 1e-9 * greatest(abs(${one}), abs(${other}))`;
  return `count(*) FILTER (${one} IS DISTINCT FROM ${other} AND coalesce(NOT ${same}, true))::INTEGER AS ${identifier(column)}`;
}
