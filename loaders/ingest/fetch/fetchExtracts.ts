/**
 * The queries of a study -> its extracts, as CSV files. All of them see one snapshot, and all or none are put in place. The
 * aggregation is the server's: only what the query answers travels.
 */
import {mkdir, readFile, realpath, rename, rm} from "node:fs/promises";
import {dirname, join, sep} from "node:path";
import type {Field, Resource} from "../../study/rawResource.js";
import {StudyError} from "../../study/studyError.js";
import type {Study} from "../../study/readStudy.js";
import {refuseFile} from "../refuseFile.js";
import {scratchFile} from "../scratchFile.js";
import type {Batch, Database} from "./openPostgres.js";

export interface Extract {
  readonly path: string;
  readonly rows: number;
  /** bytes that came from the server for it */
  readonly bytes: number;
}

/** @throws {StudyError} if a query fails, or answers with other columns or types than the schema's */
export async function fetchExtracts(
  database: Database,
  {folder, resources}: Pick<Study, "folder" | "resources">
): Promise<Extract[]> {
  const asked = resources.filter((resource) => resource.source !== undefined);
  const drafts: {draft: string; final: string}[] = [];
  const extracts: Extract[] = [];
  try {
    for (const resource of asked) {
      const final = join(folder, resource.path);
      const draft = `${final}.${process.pid}.part`;
      await mkdir(dirname(final), {recursive: true, mode: 0o700});
      drafts.push({draft, final});
      const before = database.received();
      const rows = await fetchOne(database, await readQuery(folder, resource), resource, draft);
      extracts.push({path: resource.path, rows, bytes: database.received() - before});
    }
    for (const {draft, final} of drafts) await rename(draft, final);
  } finally {
    for (const {draft} of drafts) await rm(draft, {force: true});
  }
  return extracts;
}

async function readQuery(folder: string, {query = ""}: Resource): Promise<string> {
  const home = await realpath(folder);
  const path = await realpath(join(home, query)).catch(() =>
    refuseFile(query, "the file is missing", "Write the query there")
  );
  if (!path.startsWith(home + sep))
    refuseFile(query, "a symbolic link that leads out of the study's folder", "Put the file itself there");
  return (await readFile(path, "utf8")).replace(/;\s*(--[^\n]*\s*)*$/, "");
}

async function fetchOne(database: Database, sql: string, resource: Resource, draft: string): Promise<number> {
  const {query: file = "", timeoutSeconds: seconds, maximumRows} = resource;
  const output = await scratchFile(draft, file);
  let count = 0;
  try {
    for await (const batch of database.ask(sql, {file, seconds})) {
      if (count === 0) {
        checkColumns(batch, resource);
        await output.write(`${batch.names.map(quoted).join(",")}\n`);
      }
      count += batch.rows.length;
      if (maximumRows !== undefined && count > maximumRows) {
        refuseFile(file, `more than ${maximumRows} rows`, "Aggregate more on the server, or declare maximumRows");
      }
      const lines = batch.rows.map(
        (row) => `${row.map((value, i) => valueText(value, batch.types[i] ?? 0)).join(",")}\n`
      );
      await output.write(lines.join(""));
    }
  } finally {
    await output.close();
  }
  return count;
}

const boolean = 16;

function valueText(value: string | null, type: number): string {
  if (value === null) return "";
  return type === boolean ? (value === "t" ? "true" : "false") : quoted(value);
}

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

const integers = [20, 21, 23];

/** Type ids of the server's that fit a declared type (pg_type.dat). */
const fitting: Readonly<Record<Field["type"], readonly number[]>> = {
  string: [25, 1043, 1042, 19, 2950],
  integer: integers,
  year: integers,
  number: [...integers, 700, 701, 1700],
  boolean: [boolean],
  date: [1082],
  datetime: [1114, 1184]
};

function checkColumns({names, types}: Batch, {query: file = "", schema}: Resource): void {
  const violations = schema.fields.flatMap(({name: column, type}) => {
    const at = names.indexOf(column);
    if (at < 0) return [{file, column, rule: "the query does not give this column", remedy: "Select it by this name"}];
    if (fitting[type].includes(types[at] ?? 0)) return [];
    return [
      {file, column, rule: `not of the type ${type} on the server`, remedy: "Cast it in the query, or declare its type"}
    ];
  });
  if (violations.length) throw new StudyError(violations, "nothing was fetched; a query is not as declared");
}
