import {readFile} from "node:fs/promises";
import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import {fillTemplate} from "../../study/fillTemplate.js";
import {isOfPersons} from "../../study/isOfPersons.js";
import {identifier} from "../../study/quote.js";
import type {Resource} from "../../study/rawResource.js";
import type {Study} from "../../study/readStudy.js";
import {parseMapping} from "./parseMapping.js";
import {readMapping} from "./readMapping.js";

const sql = (name: string): URL => new URL(`./sql/${name}.sql`, import.meta.url);
/** whoever heads a unit may be named beside it: so many persons are no accounts any more */
const several = 10;
const kinds =
  "employee|staff|manager|person|respondent|pupil|student|patient|learner|user|participant|member|worker|teacher|nurse";

/**
 * Raw files whose rows are persons': those that a table of persons is made of, those in which a column has the keys of
 * several, and those in which one is called a key of persons and has several values, though nothing joins them to others.
 * Kept in `audit.persons`.
 */
export async function filesOfPersons(connection: DuckDBConnection, study: Study): Promise<ReadonlySet<string>> {
  const theirs = new Set<string>(study.resources.map(({name}) => name).filter(isOfPersons));
  for (const [table, path] of study.mappings) {
    if (!isOfPersons(table)) continue;
    const text = await readFile(path, "utf8");
    for (const name of readMapping(text, await parseMapping(connection, text), study.resources).read) theirs.add(name);
  }
  const called = calledFor(study);
  for (const resource of study.resources.filter(({name}) => !theirs.has(name)))
    if (await namesPersons(connection, resource, called)) theirs.add(resource.name);
  for (const resource of theirs) await connection.run(readFileSync(sql("record_persons"), "utf8"), {resource});
  return theirs;
}

/** What a column of persons' keys is called: by a usual word for persons, or the study's own. */
function calledFor({words}: Pick<Study, "words">): RegExp {
  const own = words.person.one.replaceAll(/[^\p{L}\p{N}]+/gu, ".?");
  return new RegExp(`^(.*[^a-z])?(${kinds}|${own})([ _-]?(id|no|number|code|key|uuid))?$`, "i");
}

async function namesPersons(connection: DuckDBConnection, {name, schema}: Resource, called: RegExp): Promise<boolean> {
  for (const field of schema.fields.filter(({type}) => type === "string" || type === "integer")) {
    const parts = {resource: identifier(name), column: identifier(field.name)};
    const read = await connection.runAndReadAll(fillTemplate(sql("count_named"), parts));
    const [{named = 0, distinct = 0} = {}] = read.getRowObjectsJS() as {named?: number; distinct?: number}[];
    const isKey = field.type === "string" && called.test(field.name);
    if (named >= several || (isKey && distinct >= several)) return true;
  }
  return false;
}
