import {readFile, readdir} from "node:fs/promises";
import {basename, join} from "node:path";
import type {ZodError} from "zod";
import {canonicalTable, contract, tableNames} from "./contract.js";
import type {TableName} from "./contract.js";
import {dataPackage} from "./dataPackage.js";
import type {DataPackage, Resource, StudyDescription} from "./dataPackage.js";
import {StudyError} from "./studyError.js";
import type {Violation} from "./violation.js";

/** A study as described by its folder, before any data are read. */
export interface Study extends StudyDescription {
  /** folder of the study */
  readonly folder: string;
  readonly name: string;
  readonly description: string;
  readonly licenses: NonNullable<DataPackage["licenses"]>;
  readonly sources: NonNullable<DataPackage["sources"]>;
  readonly resources: readonly Resource[];
  /** canonical table -> the study's own SQL that makes it from raw resources */
  readonly mappings: ReadonlyMap<TableName, string>;
  /** canonical tables that the study has, in the contract's order */
  readonly tables: readonly TableName[];
}

const file = "datapackage.json";

/**
 * Reads `datapackage.json` and the names of the mapping SQL, and checks both against the standard and the contract.
 *
 * @throws {StudyError} with every violation found
 */
export async function readStudy(folder: string): Promise<Study> {
  const parsed = dataPackage.safeParse(await readJson(join(folder, file)));
  if (!parsed.success) throw new StudyError(schemaViolations(parsed.error), `${basename(folder)} is no valid study`);
  const {study, resources, name, description = "", licenses = [], sources = []} = parsed.data;
  const mappings = await readMappings(folder);
  const violations = [...checkResources(resources, mappings, study), ...checkMeasures(study), ...checkPlan(study)];
  if (violations.length) throw new StudyError(violations, `${basename(folder)} is no valid study`);
  const tables = tableNames.filter((table) => mappings.has(table) || resources.some((raw) => raw.name === table));
  return {...study, folder, name, description, licenses, sources, resources, mappings, tables};
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new StudyError([{file, rule: "the file is missing; a study's folder needs one"}]);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new StudyError([{file, rule: "not valid JSON"}]);
  }
}

async function readMappings(folder: string): Promise<Map<TableName, string>> {
  const names = (await readdir(join(folder, "sql")).catch(() => [])).filter((name) => name.endsWith(".sql")).toSorted();
  const mappings = new Map<TableName, string>();
  for (const name of names) {
    const table = basename(name, ".sql");
    if (!canonicalTable(table)) {
      throw new StudyError([{file: `sql/${name}`, rule: `no canonical table; one of ${tableNames.join(", ")}`}]);
    }
    mappings.set(table as TableName, join(folder, "sql", name));
  }
  return mappings;
}

function schemaViolations(error: ZodError): Violation[] {
  return error.issues.map((issue) => ({file, column: issue.path.join(".") || undefined, rule: issue.message}));
}

function* checkResources(
  resources: readonly Resource[],
  mappings: ReadonlyMap<TableName, string>,
  study: StudyDescription
): Iterable<Violation> {
  for (const [i, {name, schema}] of resources.entries()) {
    const at = `resources.${i}`;
    if (resources.findIndex((other) => other.name === name) !== i) {
      yield {file, column: `${at}.name`, rule: `another resource is called ${name}`};
    }
    const fields = schema.fields.map((field) => field.name);
    for (const [j, field] of fields.entries()) {
      if (fields.indexOf(field) !== j) yield {file, column: `${at}.schema.fields.${j}`, rule: "two fields of one name"};
    }
    for (const column of schema.primaryKey ?? []) {
      if (!fields.includes(column)) yield {file, column: `${at}.schema.primaryKey`, rule: `no such field: ${column}`};
    }
    for (const {reference} of schema.foreignKeys) {
      if (reference.resource && !resources.some((other) => other.name === reference.resource)) {
        yield {file, column: `${at}.schema.foreignKeys`, rule: `no such resource: ${reference.resource}`};
      }
    }
    const table = canonicalTable(name);
    if (!table || mappings.has(name as TableName)) continue;
    const declared = study.measures.filter((measure) => measure.table === name).map((measure) => measure.name);
    for (const [column, {optional, type}] of Object.entries(table.columns)) {
      const field = schema.fields.find((candidate) => candidate.name === column);
      if (!field && !optional) {
        yield {file, column: `${at}.schema.fields`, rule: `the canonical table ${name} needs the column ${column}`};
      } else if (field && field.type !== type && !(field.type === "integer" && type === "number")) {
        yield {file, column: `${at}.schema.fields`, rule: `${name}.${column} is ${type} in the contract`};
      }
    }
    for (const column of fields) {
      if (!Object.hasOwn(table.columns, column) && !(table.measures && declared.includes(column))) {
        const remedy = table.measures ? "declare it in study.measures or map it by SQL" : "remove it or map it by SQL";
        yield {file, column: `${at}.schema.fields`, rule: `${name} has no column ${column} in the contract; ${remedy}`};
      }
    }
  }
}

function* checkMeasures({measures}: StudyDescription): Iterable<Violation> {
  for (const [i, {name, table}] of measures.entries()) {
    if (Object.hasOwn(contract[table].columns, name)) {
      yield {file, column: `study.measures.${i}.name`, rule: `${name} is a column of the contract already`};
    }
    if (measures.findIndex((other) => other.name === name && other.table === table) !== i) {
      yield {file, column: `study.measures.${i}.name`, rule: `another measure is called ${name}`};
    }
  }
}

function* checkPlan({plan}: StudyDescription): Iterable<Violation> {
  for (const [i, {finding}] of plan.entries()) {
    if (plan.findIndex((other) => other.finding === finding) !== i) {
      yield {file, column: `study.plan.${i}`, rule: `one primary specification for each finding: ${finding}`};
    }
  }
}
