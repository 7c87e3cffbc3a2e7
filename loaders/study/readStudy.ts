import {readFile, readdir, stat} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {canonicalTable, tableNames} from "./contract.js";
import type {TableName} from "./contract.js";
import {dataPackage, type DataPackage, type Resource, type StudyDescription} from "./dataPackage.js";
import {checkMeasures} from "./checkMeasures.js";
import {checkPublic} from "./checkPublic.js";
import {nearestName} from "../../src/stats/errors/nearestName.js";
import type {Language} from "../../src/words/language.js";
import {checkPlan} from "./plan/checkPlan.js";
import {jsonIn} from "./jsonIn.js";
import {inOurWords, schemaViolations, strayPrototypes} from "./schemaViolations.js";
import {StudyError} from "./studyError.js";
import {unfinished} from "./unfinished.js";
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
 * @param options.language  in place of the one that the study declares
 * @throws {StudyError} with every violation found
 */
export async function readStudy(folder: string, {language}: {readonly language?: Language} = {}): Promise<Study> {
  const written = await readJson(join(folder, file));
  const mappings = await readMappings(folder);
  const open = await unfinished(written, file, mappings.values());
  const parsed = dataPackage.safeParse(written, inOurWords);
  const stray = strayPrototypes(written, file);
  if (!parsed.success || stray.length > 0) {
    const broken = parsed.success ? [] : schemaViolations(parsed.error, file);
    const violations = open.length > 0 ? open : broken.length > 0 ? broken : stray;
    throw new StudyError(violations, `${basename(folder)} is no valid study`);
  }
  const {study, resources, name, description = "", licenses = [], sources = []} = parsed.data;
  const violations = [
    ...open,
    ...checkResources(resources, mappings, study),
    ...checkMeasures(study),
    ...(await checkPublic(study, resources, mappings)),
    ...checkPlan(study)
  ];
  if (violations.length) throw new StudyError(violations, `${basename(folder)} is no valid study`);
  const tables = tableNames.filter((table) => mappings.has(table) || resources.some((raw) => raw.name === table));
  return {
    ...study,
    language: language ?? study.language,
    folder,
    name,
    description,
    licenses,
    sources,
    resources,
    mappings,
    tables
  };
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch(async () => {
    throw new StudyError([{file, ...(await whyMissing(dirname(path)))}]);
  });
  return jsonIn(file, text);
}

async function whyMissing(folder: string): Promise<Omit<Violation, "file">> {
  const remedy = "Name the study's folder";
  const there = await stat(folder).catch(() => null);
  if (there === null) return {rule: `there is no folder ${folder}`, remedy};
  if (!there.isDirectory()) return {rule: `${folder} is a file`, remedy};
  return {rule: "the file is missing; a study's folder needs one"};
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

function* checkResources(
  resources: readonly Resource[],
  mappings: ReadonlyMap<TableName, string>,
  study: StudyDescription
): Iterable<Violation> {
  for (const [i, resource] of resources.entries()) {
    const {name, schema} = resource;
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
    for (const column of schema.uniqueKeys.flat()) {
      if (!fields.includes(column)) yield {file, column: `${at}.schema.uniqueKeys`, rule: `no such field: ${column}`};
    }
    for (const column of Object.keys(resource.totals)) {
      const summed = schema.fields.some((field) => field.name === column && /^(integer|number)$/.test(field.type));
      if (!summed) yield {file, column: `${at}.totals.${column}`, rule: "no field of numbers", remedy: "Name one"};
    }
    yield* checkForeignKeys(resource, resources, at);
    yield* checkReading(resource, at);
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

function* checkForeignKeys({name, schema}: Resource, resources: readonly Resource[], at: string): Iterable<Violation> {
  const column = `${at}.schema.foreignKeys`;
  for (const {fields, reference} of schema.foreignKeys) {
    const parent = resources.find((other) => other.name === (reference.resource || name));
    if (!parent) {
      const near = nearestName(
        reference.resource,
        resources.map((other) => other.name)
      );
      yield {file, column, rule: `no such resource: ${reference.resource}`, remedy: near && `Did you mean ${near}?`};
      continue;
    }
    if (fields.length !== reference.fields.length) yield {file, column, rule: "as many fields on either side"};
    const known = (of: Resource): string[] => of.schema.fields.map((field) => field.name);
    for (const field of fields.filter((one) => !known({...parent, schema}).includes(one))) {
      yield {file, column, rule: `no such field: ${field}`};
    }
    for (const field of reference.fields.filter((one) => !known(parent).includes(one))) {
      yield {file, column, rule: `no such field in ${parent.name}: ${field}`};
    }
  }
}

/** What each way of reading has no use for. */
const unread: readonly [keyof Resource["dialect"], (resource: Resource) => boolean, string][] = [
  ["sheetName", isWorkbook, "workbooks"],
  ["sheetNumber", isWorkbook, "workbooks"],
  ["range", isWorkbook, "workbooks"],
  ["formulas", isWorkbook, "workbooks"],
  ["commentRows", isText, "text files"],
  ["commentChar", isText, "text files"],
  ["delimiter", isText, "text files"],
  ["lineTerminator", isText, "text files"],
  ["escapeChar", isText, "text files"]
];

function isWorkbook({format}: Resource): boolean {
  return format === "xlsx";
}

function isText({format}: Resource): boolean {
  return format === "csv" || format === "tsv";
}

function* checkReading(resource: Resource, at: string): Iterable<Violation> {
  for (const [property, fits, kind] of unread) {
    if (resource.dialect[property] !== undefined && !fits(resource)) {
      yield {file, column: `${at}.dialect.${property}`, rule: `only for ${kind}`, remedy: "Leave it out"};
    }
  }
  if (resource.compression !== undefined && (isWorkbook(resource) || resource.source)) {
    yield {file, column: `${at}.compression`, rule: "workbooks and queries are not packed", remedy: "Leave it out"};
  }
  if ((resource.source === undefined) !== (resource.query === undefined)) {
    yield {file, column: `${at}.source`, rule: "source and query go together", remedy: "Declare both, or neither"};
  }
  if (resource.source && resource.format !== "csv") {
    yield {file, column: `${at}.format`, rule: "an extract is a CSV file", remedy: "Leave it out"};
  }
  if (resource.innerPath !== undefined && resource.compression !== "zip") {
    yield {file, column: `${at}.innerPath`, rule: "only for zip archives", remedy: 'Declare "compression": "zip"'};
  }
}
