/**
 * A study's raw files -> typed, checked rows in DuckDB: `staged.<resource>` as declared, `audit.rejections` and
 * `audit.resources` for what was left out and why. Rows in = accepted + rejected + deduplicated.
 */
import type {DuckDBConnection, DuckDBValue} from "@duckdb/node-api";
import {canonicalTable, type TableName} from "../study/contract.js";
import {fillTemplate} from "../study/fillTemplate.js";
import {identifier} from "../study/quote.js";
import type {Resource} from "../study/rawResource.js";
import type {Study} from "../study/readStudy.js";
import {StudyError} from "../study/studyError.js";
import type {Violation} from "../study/violation.js";
import {readRows} from "./readRows.js";
import {dropRejected, settleTable, stageRows, stagedTable, type StagedRows} from "./stageRows.js";
import {tellProgress} from "./tellProgress.js";

const template = (name: string, parts: Record<string, string>): string =>
  fillTemplate(new URL(`./sql/${name}.sql`, import.meta.url), parts);

/**
 * @param scratch folder for checked copies
 * @throws {StudyError} with every rejected row, if a file rejects more than its declared tolerance
 */
export async function ingestStudy(connection: DuckDBConnection, study: Study, scratch: string): Promise<void> {
  await connection.run(template("create_audit", {}));
  const violations: Violation[] = [];
  const collect = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof StudyError)) throw error;
      for (const one of error.violations) violations.push(one);
    }
  };
  const staged: StagedRows[] = [];
  for (const resource of study.resources) {
    await collect(async () => {
      staged.push(await stageResource(connection, study, resource, scratch));
    });
  }
  const resources = staged.map(({resource}) => resource);
  for (const resource of resources) await rejectOrphans(connection, resources, resource);
  for (const one of staged) await collect(() => settleRows(connection, one));
  if (violations.length) throw new StudyError(violations, "rows were rejected; nothing was released");
}

async function stageResource(
  connection: DuckDBConnection,
  study: Study,
  resource: Resource,
  scratch: string
): Promise<StagedRows> {
  await checkPatterns(connection, resource);
  const read = await readRows(connection, study, resource, scratch);
  const key = resource.schema.primaryKey ?? canonicalKey(study, resource.name);
  const staged = await stageRows(connection, resource, read, {key, timeZone: study.timeZone});
  if (key) await keepKey(connection, staged, key);
  const {fields, uniqueKeys} = resource.schema;
  const unique = fields.filter((field) => field.constraints.unique).map((field) => [field.name]);
  for (const columns of [...uniqueKeys, ...unique]) await refuseRepeated(connection, staged, columns);
  return staged;
}

/** @throws {StudyError} naming the field whose pattern DuckDB's regular expressions don't know */
async function checkPatterns(connection: DuckDBConnection, {name, schema}: Resource): Promise<void> {
  const violations: Violation[] = [];
  for (const {name: field, constraints} of schema.fields) {
    const {pattern} = constraints;
    if (pattern === undefined) continue;
    await connection.run("SELECT regexp_full_match('', $pattern)", {pattern}).catch(() => {
      const rule = "its pattern is no regular expression of RE2, which has no look-around and no back-references";
      violations.push({file: "datapackage.json", column: `${name}.${field}`, rule, remedy: "Write it without them"});
    });
  }
  if (violations.length) throw new StudyError(violations, "a constraint can't be held against values");
}

function canonicalKey(study: Study, name: string): readonly string[] | undefined {
  return study.mappings.has(name as TableName) ? undefined : canonicalTable(name)?.key;
}

/** Rows that are alike in every column count once; those of one key that differ are rejected. */
async function keepKey(connection: DuckDBConnection, staged: StagedRows, key: readonly string[]): Promise<void> {
  if (!(await isRepeated(connection, staged, key))) return;
  const {resource} = staged;
  await settleTable(connection, resource.name);
  const columns = resource.schema.fields.map((field) => identifier(field.name)).join(", ");
  await connection.run(template("drop_duplicates", {staged: stagedTable(resource.name), columns}));
  await rejectRepeated(connection, resource, key);
}

async function refuseRepeated(connection: DuckDBConnection, staged: StagedRows, key: readonly string[]): Promise<void> {
  if (await isRepeated(connection, staged, key)) await rejectRepeated(connection, staged.resource, key);
}

/** rows whose hashes the memory that a build may take holds at once */
const atOnce = 20_000_000;

async function isRepeated(connection: DuckDBConnection, {resource, read}: StagedRows, key: readonly string[]) {
  const {name, path: file} = resource;
  const parts = Math.ceil(read / atOnce);
  for (let part = 0; part < parts; part++) {
    const looked = {staged: stagedTable(name), ...keyParts(key), parts: String(parts), part: String(part)};
    const [row] = await tellProgress(connection, {file, doing: `comparing ${key.join(", ")}`}, () =>
      rows(connection, template("count_repeated", looked), {})
    );
    if (row?.repeated === true) return true;
  }
  return false;
}

async function rejectRepeated(connection: DuckDBConnection, {name, path}: Resource, key: readonly string[]) {
  const sql = template("reject_key_conflicts", {staged: stagedTable(name), ...keyParts(key)});
  await connection.run(sql, {resource: name, file: path, key: key.join(", ")});
}

const keyParts = (key: readonly string[]): {key: string; present: string} => ({
  key: key.map(identifier).join(", "),
  present: key.map((column) => `${identifier(column)} IS NOT NULL`).join(" AND ")
});

/** A file that refers to one which could not be read is not held against it: that one is told already. */
async function rejectOrphans(
  connection: DuckDBConnection,
  read: readonly Resource[],
  resource: Resource
): Promise<void> {
  for (const {fields, reference} of resource.schema.foreignKeys) {
    const to = reference.resource || resource.name;
    const parent = read.find((other) => other.name === to);
    if (!parent) continue;
    const parts = {
      child: stagedTable(resource.name),
      parent: stagedTable(to),
      present: fields.map((field) => `child.${identifier(field)} IS NOT NULL`).join(" AND "),
      matched: fields
        .map((field, i) => `parent.${identifier(reference.fields[i] ?? field)} = child.${identifier(field)}`)
        .join(" AND ")
    };
    const rule = `no such ${reference.fields.join(", ")} in ${parent.path}`;
    const values = {resource: resource.name, file: resource.path, columns: fields.join(", "), rule};
    await connection.run(template("reject_orphans", parts), values);
  }
}

async function settleRows(
  connection: DuckDBConnection,
  {resource, rows: {bytes, extra, encoding = ""}, read}: StagedRows
) {
  const {name, path: file, tolerance, minimumRows, maximumRows} = resource;
  const listed = await rows(connection, template("list_rejections", {}), {resource: name});
  if (listed.length > 0) await dropRejected(connection, name);
  const [counts] = await rows(connection, template("count_rows", {staged: stagedTable(name)}), {resource: name});
  const [accepted, rejected] = [Number(counts?.accepted), Number(counts?.rejected)];
  const recorded = {read, accepted, rejected, deduplicated: read - accepted - rejected, extra: extra.join("\n")};
  await connection.run(template("record_resource", {}), {resource: name, file, bytes, encoding, ...recorded});
  if (rejected > tolerance) throw new StudyError((listed as unknown as Violation[]).map(sayBroken));
  if (accepted < minimumRows) {
    const rule = `${accepted} rows accepted; at least ${minimumRows} expected`;
    throw new StudyError([{file, rule, remedy: "Export it again, or declare minimumRows"}]);
  }
  if (maximumRows !== undefined && read > maximumRows) {
    const rule = `${read} rows read; at most ${maximumRows} expected`;
    throw new StudyError([{file, rule, remedy: "Export it again, or declare maximumRows"}]);
  }
  await checkTotals(connection, resource);
}

/** A rule is kept as what must hold, and said as what does not. */
const sayBroken = (violation: Violation): Violation =>
  /^(an? |one of|of |at |above|below)/.test(violation.rule) ? {...violation, rule: `not ${violation.rule}`} : violation;

/** Sums are held against the declared ones to the ninth digit, which is all that the order of adding can move. */
async function checkTotals(connection: DuckDBConnection, {name, path: file, totals}: Resource): Promise<void> {
  const violations: Violation[] = [];
  for (const [column, declared] of Object.entries(totals)) {
    const sql = template("sum_column", {staged: stagedTable(name), column: identifier(column)});
    const [row] = await rows(connection, sql, {});
    if (Math.abs(Number(row?.total) - declared) <= 1e-9 * Math.max(1, Math.abs(declared))) continue;
    const remedy = "Export the file again, or declare the source's new total";
    violations.push({file, column, rule: "its sum is not the declared total", remedy});
  }
  if (violations.length) throw new StudyError(violations, "a control total differs");
}

async function rows(connection: DuckDBConnection, sql: string, values: Record<string, DuckDBValue>) {
  return (await connection.runAndReadAll(sql, values)).getRowObjectsJS();
}
