/**
 * What is declared of the organisation and computed from rows of persons is of persons, whatever it is called. A mapping is
 * run again over half the rows of every file of persons: a measure that moves was made of them.
 */
import type {DuckDBConnection} from "@duckdb/node-api";
import {contract} from "../../study/contract.js";
import {fillTemplate} from "../../study/fillTemplate.js";
import {identifier} from "../../study/quote.js";
import type {Study} from "../../study/readStudy.js";
import type {Violation} from "../../study/violation.js";
import {failMapping} from "../mappingFault.js";
import type {Mapping, Mappings} from "../openMapping.js";
import type {FilesOfPersons, PersonsReason} from "./filesOfPersons.js";
import {overParts} from "./overParts.js";

const template = (name: string, parts: Record<string, string>): string =>
  fillTemplate(new URL(`./sql/${name}.sql`, import.meta.url), parts);

const tables = ["department_years", "organisation_years"] as const;

interface Traced {
  /** names of raw files whose rows are persons', each with why */
  readonly theirs: FilesOfPersons["keyed"];
  readonly mappings: Mappings;
}

export async function traceMeasures(connection: DuckDBConnection, study: Study, traced: Traced): Promise<Violation[]> {
  if (study.public_microdata) return [];
  const violations: Violation[] = [];
  for (const table of tables)
    for (const violation of await traceTable(connection, study, table, traced)) violations.push(violation);
  return violations;
}

async function traceTable(
  connection: DuckDBConnection,
  study: Study,
  table: (typeof tables)[number],
  {theirs, mappings}: Traced
): Promise<Violation[]> {
  const mapping = mappings.get(table);
  const files = mapping?.read.filter((name) => theirs.has(name)) ?? [];
  if (!mapping || files.length === 0) return [];
  const declared = study.measures.filter((measure) => measure.table === table).map(({name}) => name);
  const moved = await movedBy(connection, study, {table, mapping, files, columns: declared});
  const alone = new Map<string, string[]>();
  if (moved.size > 0 && files.length > 1)
    for (const name of files)
      for (const column of await movedBy(connection, study, {table, mapping, files: [name], columns: declared}))
        alone.set(column, [...(alone.get(column) ?? []), name]);
  return Array.from(moved, (column) => refusal(table, column, alone.get(column) ?? files, theirs));
}

function refusal(table: string, column: string, files: readonly string[], theirs: FilesOfPersons["keyed"]): Violation {
  const reasons = files.flatMap((name) => {
    const reason = theirs.get(name);
    return reason ? [`${name} counts as theirs as ${inWords(name, reason)}`] : [];
  });
  const isMade = files.some((name) => "table" in (theirs.get(name) ?? {}));
  const out = isMade
    ? "Where a file's rows are units', and persons' SQL only looks a unit up in it, look it up in a file with a row a unit"
    : "Where a file's rows are units', and only say who heads each, leave that column out of its fields";
  return {
    file: `sql/${table}.sql`,
    column,
    rule: `declared as a measure of the organisation, and computed from rows of persons in ${files.join(", ")}; ${reasons.join(", ")}`,
    remedy: `Leave it out; what is of persons is published from the tables of persons, by their rules. ${out}`
  };
}

function inWords(name: string, reason: PersonsReason): string {
  if ("column" in reason) return `its column ${reason.column} has their keys`;
  return name === reason.table ? "it is a table of theirs" : `sql/${reason.table}.sql makes rows of theirs of it`;
}

interface Halved {
  readonly table: (typeof tables)[number];
  readonly mapping: Mapping;
  /** of which half the rows are kept */
  readonly files: readonly string[];
  readonly columns: readonly string[];
}

async function movedBy(connection: DuckDBConnection, study: Study, halved: Halved): Promise<Set<string>> {
  const moved = new Set<string>();
  for (const half of [0, 1]) {
    const kept = (name: string): string => (halved.files.includes(name) ? `_row % 2 = ${half}` : "true");
    const found = await overParts(connection, study, {kept}, () => movedIn(connection, halved)).catch(
      (error: unknown) => failMapping(halved.mapping.file, error, "while it ran over half the rows of persons")
    );
    for (const column of found) moved.add(column);
  }
  return moved;
}

/** Revenue and profit are traced as what a study declares is. */
async function movedIn(connection: DuckDBConnection, {table, mapping, columns}: Halved): Promise<string[]> {
  const traced = ["revenue", "profit", ...columns].filter((column) => mapping.columns.includes(column));
  if (traced.length === 0) return [];
  const key = contract[table].key.map(identifier).join(", ");
  const source = mapping.statement;
  const parts = {table: `canonical.${identifier(table)}`, source, key, moved: traced.map(countMoved).join(", ")};
  const read = await connection.runAndReadAll(template("count_moved", parts));
  const [{compared, ...counts} = {compared: 0}] = read.getRowObjectsJS() as {compared: number}[];
  return traced.filter((column) => compared === 0 || Number((counts as Record<string, number>)[column]) > 0);
}

/** A sum in another order may differ in its last digits. */
function countMoved(column: string): string {
  const [one, other] = ["made", "again"].map((of) => `${of}.${identifier(column)}::DOUBLE`);
  const same = `abs(${one} - ${other}) <= 1e-9 * greatest(abs(${one}), abs(${other}))`;
  return `count(*) FILTER (${one} IS DISTINCT FROM ${other} AND coalesce(NOT ${same}, true))::INTEGER AS ${identifier(column)}`;
}
