/**
 * A study's raw files -> typed, checked rows in DuckDB: `raw.<resource>` as text, `staged.<resource>` as declared,
 * `audit.rejections` and `audit.resources` for what was left out and why. Rows in = accepted + rejected + deduplicated.
 */
import type {DuckDBConnection, DuckDBValue} from "@duckdb/node-api";
import {canonicalTable} from "../study/contract.js";
import type {TableName} from "../study/contract.js";
import type {Resource} from "../study/dataPackage.js";
import {fillTemplate} from "../study/fillTemplate.js";
import {identifier, literal} from "../study/quote.js";
import type {Study} from "../study/readStudy.js";
import {StudyError} from "../study/studyError.js";
import type {Violation} from "../study/violation.js";
import {checkBytes} from "./checkBytes.js";
import {fieldRules} from "./fieldRules.js";
import {readHeader} from "./readHeader.js";

const template = (name: string, parts: Record<string, string>): string =>
  fillTemplate(new URL(`./sql/${name}.sql`, import.meta.url), parts);

/**
 * @param scratch folder for copies brought to UTF-8
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
      violations.push(...error.violations);
    }
  };
  const read = new Map<Resource, FileFacts>();
  for (const resource of study.resources) {
    await collect(async () => {
      read.set(resource, await stageFile(connection, study, resource, scratch));
    });
  }
  for (const resource of read.keys()) await rejectOrphans(connection, [...read.keys()], resource);
  for (const [resource, facts] of read) await collect(() => settleRows(connection, resource, facts));
  if (violations.length) throw new StudyError(violations, "rows were rejected; nothing was released");
}

interface FileFacts {
  readonly bytes: number;
  readonly extra: readonly string[];
}

async function stageFile(
  connection: DuckDBConnection,
  study: Study,
  resource: Resource,
  scratch: string
): Promise<FileFacts> {
  const {name, path: file, schema} = resource;
  const checked = await checkBytes(study.folder, resource, scratch);
  const header = await readHeader(checked.path, resource);
  const raw = `raw.${identifier(name)}`;
  const staged = `staged.${identifier(name)}`;
  await readText(connection, resource, checked.path, header, raw);
  if (!checked.ended && resource.bytes === undefined && resource.hash === undefined) {
    const rule = "its last line has no end; is the file cut? Give the line an end, or declare the file's bytes or hash";
    throw new StudyError([{file, rule}], "a raw file may be cut");
  }
  await checkPatterns(connection, resource);

  const fields = schema.fields.map((field) => ({name: field.name, ...fieldRules(field, schema)}));
  const rules = fields.flatMap((field) => field.rules.map((rule) => ({column: field.name, ...rule})));
  const breaches = rules.map(
    ({column, broken, rule}) => `CASE WHEN ${broken} THEN {column_name: ${literal(column)}, rule: ${literal(rule)}} END`
  );
  const anyBroken = rules.map(({broken}) => `(${broken})`).join(" OR ");
  const rejecting = template("reject_values", {raw, breaches: breaches.join(", "), anyBroken});
  await connection.run(rejecting, {resource: name, file});
  const typed = fields.map((field) => `${field.typed} AS ${identifier(field.name)}`).join(", ");
  await connection.run(template("stage_typed", {staged, raw, typed, resource: literal(name)}));

  const key = schema.primaryKey ?? canonicalKey(study, name);
  if (key) {
    const columns = fields.map((field) => identifier(field.name)).join(", ");
    await connection.run(template("drop_duplicates", {staged, columns}));
    const conflicting = template("reject_key_conflicts", {staged, key: key.map(identifier).join(", ")});
    await connection.run(conflicting, {resource: name, file, key: key.join(", ")});
  }
  return {bytes: checked.bytes, extra: header.extra};
}

/** @throws {StudyError} naming the field whose pattern DuckDB's regular expressions don't know */
async function checkPatterns(connection: DuckDBConnection, {name, schema}: Resource): Promise<void> {
  const violations: Violation[] = [];
  for (const {name: field, constraints} of schema.fields) {
    const {pattern} = constraints;
    if (pattern === undefined) continue;
    await connection.run("SELECT regexp_full_match('', $pattern)", {pattern}).catch(() => {
      const rule = "its pattern is no regular expression of RE2, which has no look-around and no back-references";
      violations.push({file: "datapackage.json", column: `${name}.${field}`, rule});
    });
  }
  if (violations.length) throw new StudyError(violations, "a constraint can't be held against values");
}

function canonicalKey(study: Study, name: string): readonly string[] | undefined {
  return study.mappings.has(name as TableName) ? undefined : canonicalTable(name)?.key;
}

/** Loads the file as text; a record that is not of the file's shape fails the whole file, whatever its tolerance. */
async function readText(
  connection: DuckDBConnection,
  resource: Resource,
  path: string,
  header: Awaited<ReturnType<typeof readHeader>>,
  table: string
): Promise<void> {
  const {path: file, schema, dialect} = resource;
  const names = header.names.map((name, i) => (header.extra.includes(name) ? `extra column ${i + 1}` : name));
  const parts = {
    table,
    headerRows: String(header.rows),
    columns: schema.fields.map((field) => identifier(field.name)).join(", "),
    path: literal(path),
    delimiter: literal(dialect.delimiter),
    quote: literal(dialect.quoteChar),
    types: `{${names.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ")}}`
  };
  await connection.run("DROP TABLE IF EXISTS malformed; DROP TABLE IF EXISTS malformed_scan;");
  try {
    await connection.run(template("read_text", parts));
  } catch {
    throw new StudyError([{file, rule: "not a CSV file of the declared dialect"}], "a raw file can't be read");
  }
  const malformed = await connection.runAndReadAll(template("find_malformed", {}));
  const violations = malformed.getRowObjectsJS().map(({row, error}) => ({
    file,
    row: Number(row),
    rule: shapeRules[String(error)] ?? "not a record of the declared dialect"
  }));
  if (violations.length) throw new StudyError(violations, "a raw file is malformed");
}

const shapeRules: Readonly<Record<string, string>> = {
  "MISSING COLUMNS": "fewer values than the header has columns; is the file cut?",
  "TOO MANY COLUMNS": "more values than the header has columns",
  "UNQUOTED VALUE": "a quote that does not close; is the file cut?",
  "LINE SIZE OVER MAXIMUM": "longer than 2,000,000 bytes"
};

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
      child: `staged.${identifier(resource.name)}`,
      parent: `staged.${identifier(to)}`,
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

async function settleRows(connection: DuckDBConnection, resource: Resource, {bytes, extra}: FileFacts): Promise<void> {
  const {name, path: file, tolerance, minimumRows, maximumRows} = resource;
  const staged = `staged.${identifier(name)}`;
  await connection.run(template("drop_rejected", {staged, resource: literal(name)}));
  const counting = template("count_rows", {raw: `raw.${identifier(name)}`, staged});
  const [counts] = await rows(connection, counting, {resource: name});
  const [read, accepted, rejected] = [Number(counts?.read), Number(counts?.accepted), Number(counts?.rejected)];
  const recorded = {read, accepted, rejected, deduplicated: read - accepted - rejected, extra: extra.join("\n")};
  await connection.run(template("record_resource", {}), {resource: name, file, bytes, ...recorded});
  if (rejected > tolerance) {
    const listed = await rows(connection, template("list_rejections", {}), {resource: name});
    throw new StudyError(listed as unknown as Violation[]);
  }
  if (accepted < minimumRows) {
    throw new StudyError([{file, rule: `${accepted} rows accepted; at least ${minimumRows} expected`}]);
  }
  if (maximumRows !== undefined && read > maximumRows) {
    throw new StudyError([{file, rule: `${read} rows read; at most ${maximumRows} expected`}]);
  }
}

async function rows(connection: DuckDBConnection, sql: string, values: Record<string, DuckDBValue>) {
  return (await connection.runAndReadAll(sql, values)).getRowObjectsJS();
}
