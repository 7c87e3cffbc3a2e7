/**
 * Staged resources -> canonical tables, by the contract: as they are where a resource bears a table's name, else by the
 * study's mapping SQL. A table that the study lacks is there and empty, so that every mart can be built and tested.
 */
import type {DuckDBConnection} from "@duckdb/node-api";
import {calculated, contract, tableNames} from "../study/contract.js";
import type {CanonicalTable, Column, ColumnType, TableName} from "../study/contract.js";
import {fillTemplate} from "../study/fillTemplate.js";
import {identifier, literal} from "../study/quote.js";
import type {Study} from "../study/readStudy.js";
import {StudyError} from "../study/studyError.js";
import {correctItsSource, type Violation} from "../study/violation.js";
import {failMapping} from "./mappingFault.js";
import {type Mapping, type Mappings, openMapping} from "./openMapping.js";
import {fileOf} from "./rules/fileOf.js";
import {toRawRows} from "./toRawRows.js";

export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  string: "VARCHAR",
  integer: "BIGINT",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE"
};

const template = (name: string, parts: Record<string, string>): string =>
  fillTemplate(new URL(`./sql/${name}.sql`, import.meta.url), parts);

/** @throws {StudyError} naming file or mapping, row, column and rule of everything that breaks the contract */
export async function buildCanonical(connection: DuckDBConnection, study: Study): Promise<Mappings> {
  await createCanonical(connection, study);
  const mappings = new Map<TableName, Mapping>();
  // files of a table's own name are the large ones: several threads fill it, until a mapping is met
  for (const table of study.tables.toSorted((a, b) => Number(study.mappings.has(a)) - Number(study.mappings.has(b)))) {
    const mapping = await fillCanonical(connection, study, table);
    if (mapping) mappings.set(table, mapping);
  }
  const violations: Violation[] = [];
  for (const table of study.tables) {
    const found = await checkCanonical(connection, study, table);
    for (const one of await toRawRows(connection, study, {table, mapping: mappings.get(table)}, found))
      violations.push(one);
  }
  if (violations.length) throw new StudyError(violations, "the canonical tables break the contract");
  await listMeasures(connection, study);
  return mappings;
}

/** Makes every canonical table, empty. */
export async function createCanonical(connection: DuckDBConnection, study: Study): Promise<void> {
  const [firstYear, lastYear] = study.programmeYears;
  const settings = {
    fiscalYearStart: literal(study.fiscalYearStart),
    firstYear: String(firstYear),
    lastYear: String(lastYear),
    sessions: String(study.sessionsInProgramme ?? "NULL")
  };
  await connection.run(template("set_up", settings));
  for (const table of tableNames) {
    const columns = Object.entries(columnsOf(study, table));
    const listed = columns.map(([name, {type}]) => `${identifier(name)} ${sqlTypes[type]}`).join(", ");
    await connection.run(template("create_canonical", {table: place(table), columns: listed}));
  }
  await listMeasures(connection, study);
}

function columnsOf(study: Study, table: TableName): Record<string, Column> {
  const columns: Record<string, Column> = {...contract[table].columns};
  if (!("measures" in contract[table])) return columns;
  for (const measure of study.measures) {
    if (measure.table !== table) continue;
    const values = measure.unit === "0 or 1" ? {values: ["0", "1"]} : {};
    columns[measure.name] = {type: "number", description: measure.label, optional: true, ...values};
  }
  return columns;
}

/** A column as the canonical table of a study has it, by what it is cast to. */
export const castColumn = (study: Study, table: TableName, column: string): string =>
  `${identifier(column)}::${sqlTypes[columnsOf(study, table)[column]?.type ?? "string"]}`;

const place = (table: TableName): string => `canonical.${identifier(table)}`;

/** Has one thread go on, so that sums have the same last digits, and a result's rows the same numbers, each time. */
export const oneThread = "SET threads = 1";

/** Fills a canonical table from its mapping, which it gives back, or from the file that bears its name. */
export async function fillCanonical(
  connection: DuckDBConnection,
  study: Study,
  table: TableName
): Promise<Mapping | undefined> {
  const mapping = await openMapping(connection, study, table);
  const columns = columnsOf(study, table);
  const resource = study.resources.find((candidate) => candidate.name === table);
  const file = fileOf(study, table);
  const given = mapping?.columns ?? (resource?.schema.fields ?? []).map((field) => field.name);
  const violations = columnViolations(file, given, columns, table);
  if (violations.length) throw new StudyError(violations, "a mapping does not give the contract's columns");
  const present = Object.keys(columns).filter((column) => given.includes(column));
  const parts = {
    table: place(table),
    columns: present.map(identifier).join(", "),
    values: present.map((column) => `source.${castColumn(study, table, column)}`).join(", "),
    row: mapping ? "row_number() OVER ()" : "source._row",
    source: mapping?.statement ?? `SELECT * FROM staged.${identifier(table)}`
  };
  if (mapping) await connection.run(oneThread);
  await connection.run("SET search_path = 'staged'");
  try {
    await connection.run(template("fill_canonical", parts)).catch((error: unknown) => failMapping(file, error));
  } finally {
    await connection.run("RESET search_path");
  }
  return mapping;
}

function* columnViolationsOf(
  file: string,
  given: readonly string[],
  columns: Readonly<Record<string, Column>>,
  table: TableName
): Iterable<Violation> {
  for (const [column, {optional}] of Object.entries(columns)) {
    if (!optional && !given.includes(column))
      yield {file, column, rule: `the canonical table ${table} needs it`, remedy: "Select it"};
  }
  for (const column of given) {
    if (!Object.hasOwn(columns, column) && column !== "_row") {
      const source = calculated[column as keyof typeof calculated];
      yield source === undefined
        ? {file, column, rule: `not a column of ${table}`, remedy: "Declare it in study.measures, or leave it out"}
        : {file, column, rule: `it is calculated already, ${source}`, remedy: "Leave it out, or call it otherwise"};
    }
  }
}

const columnViolations = (...parts: Parameters<typeof columnViolationsOf>): Violation[] => [
  ...columnViolationsOf(...parts)
];

async function checkCanonical(connection: DuckDBConnection, study: Study, table: TableName): Promise<Violation[]> {
  const file = fileOf(study, table);
  const {key, consecutive}: CanonicalTable = contract[table];
  const columns = columnsOf(study, table);
  const found: Violation[] = [];
  const check = async (sql: string, column: string, rule: string, remedy = correctItsSource): Promise<void> => {
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
    for (const one of rows.map(({row}) => ({file, row: Number(row), column, rule, remedy}))) found.push(one);
  };
  for (const [column, rules] of Object.entries(columns)) {
    for (const {broken, rule} of brokenRules(column, rules)) {
      await check(template("check_column", {table: place(table), broken}), column, rule);
    }
    if (rules.references) {
      const missing = lacking(study, file, column, rules);
      if (missing && (await holds(connection, table, column))) found.push(missing);
      else await check(...referenceCheck(table, column, rules.references as TableName));
    }
    if (rules.within) await check(...rangeCheck(table, column, rules.within));
  }
  const keyed = {table: place(table), key: key.map(identifier).join(", ")};
  // which row is the later one takes longer to find than whether there is any
  if ((await connection.runAndReadAll(template("find_repeated", keyed))).currentRowCount > 0)
    await check(template("check_key", keyed), key.join(", "), "the key stands in an earlier row", "Keep one");
  if (consecutive) {
    const series = key.filter((column) => column !== "fiscal_year").map(identifier);
    const by = series.length > 0 ? `PARTITION BY ${series.join(", ")}` : "";
    const rule = "the year before it is missing from its series, which began earlier";
    await check(template("check_consecutive", {table: place(table), series: by}), "fiscal_year", rule, "Fill the gap");
  }
  return found;
}

function brokenRules(column: string, rules: Column): {broken: string; rule: string}[] {
  const {optional, minimum, maximum, values, type} = rules;
  const name = identifier(column);
  const broken: {broken: string; rule: string}[] = [];
  if (!optional) broken.push({broken: `${name} IS NULL`, rule: "required"});
  if (minimum !== undefined) broken.push({broken: `${name} < ${minimum}`, rule: `at least ${minimum}`});
  if (maximum !== undefined) broken.push({broken: `${name} > ${maximum}`, rule: `at most ${maximum}`});
  if (type === "number") broken.push({broken: `NOT isfinite(${name})`, rule: "a finite number"});
  if (values) {
    broken.push({broken: `${name} NOT IN (${values.map(literal).join(", ")})`, rule: `one of ${values.join(", ")}`});
  }
  return broken;
}

/** Said once, and not of every row, where a column refers to a table that the study does not have. */
function lacking(study: Study, file: string, column: string, {references = "", optional}: Column): Violation | null {
  if (study.tables.includes(references as TableName)) return null;
  const rule = `it refers to ${references}, a table that the study does not have`;
  return {file, column, rule, remedy: `Bring ${references}${optional ? ", or leave the column out" : ""}`};
}

async function holds(connection: DuckDBConnection, table: TableName, column: string): Promise<boolean> {
  const sql = template("check_column", {table: place(table), broken: `${identifier(column)} IS NOT NULL`});
  return (await connection.runAndReadAll(sql)).currentRowCount > 0;
}

function referenceCheck(table: TableName, column: string, parent: TableName): [string, string, string, string] {
  const key = identifier(contract[parent].key[0]);
  const parts = {table: place(table), parent: place(parent), column: identifier(column), key};
  const rule = `no such ${contract[parent].key[0]} in ${parent}`;
  return [template("check_reference", parts), column, rule, `Correct it, add it to ${parent}, or translate it in SQL`];
}

function rangeCheck(table: TableName, column: string, reference: string): [string, string, string] {
  const columns: Readonly<Record<string, Column>> = contract[table].columns;
  const parent = columns[reference]?.references as TableName;
  const parts = {
    table: place(table),
    parent: place(parent),
    column: identifier(column),
    reference: identifier(reference),
    key: identifier(contract[parent].key[0])
  };
  return [template("check_range", parts), column, `between the minimum and maximum that ${parent} declares`];
}

/** Yearly measures in long form, so that a study's own measures need no SQL of their own. */
export async function listMeasures(connection: DuckDBConnection, study: Study): Promise<void> {
  for (const table of ["department_years", "organisation_years"] as const) {
    const {key} = contract[table];
    const columns = Object.entries(columnsOf(study, table)).filter(
      ([name]) => !(key as readonly string[]).includes(name)
    );
    const parts = {
      into: `canonical.${identifier(`${table.slice(0, table.indexOf("_"))}_measures`)}`,
      table: place(table),
      key: key.map(identifier).join(", "),
      measures: columns.map(([name]) => `${identifier(name)}::DOUBLE AS ${identifier(name)}`).join(", "),
      names: columns.map(([name]) => identifier(name)).join(", ")
    };
    await connection.run(template("list_measures", parts));
  }
}
