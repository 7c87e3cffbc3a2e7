/** Ratings and answers in a folder, read as a build reads them, or by DuckDB alone: ingestOnce.ts ours|theirs FOLDER */
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {ingestStudy} from "../../loaders/ingest/ingestStudy.js";
import {literal} from "../../loaders/study/quote.js";
import type {Resource} from "../../loaders/study/rawResource.js";
import {readStudy, type Study} from "../../loaders/study/readStudy.js";
import {withDraft} from "../../loaders/warehouse/withDraft.js";

const [whose = "", folder = ""] = process.argv.slice(2);

/** The committed study with two files alone. */
async function studyOf(): Promise<Study> {
  const study = await readStudy("data/fujitsu-ssl");
  const ratings = study.resources.find(({name}) => name === "session_ratings")!;
  const [text, , whole] = ratings.schema.fields;
  const fieldsOf = {fiscal_year: whole, respondent_id: text, department_id: text, item_id: text, answer: whole};
  const fields = Object.entries(fieldsOf).map(([name, field]) => ({...field!, name}));
  const answers: Resource = {
    ...ratings,
    name: "survey_responses",
    path: "survey_responses.csv",
    schema: {...ratings.schema, fields, primaryKey: ["fiscal_year", "respondent_id", "item_id"]}
  };
  return {...study, folder, resources: [ratings, answers], mappings: new Map()};
}

async function loadTyped(connection: DuckDBConnection, {resources}: Study): Promise<void> {
  for (const {name, path, schema} of resources) {
    const columns = schema.fields.map(
      ({name: field, type}) => `${literal(field)}: ${literal(type === "string" ? "VARCHAR" : "BIGINT")}`
    );
    await connection.run(
      `CREATE TABLE ${name} AS SELECT * FROM read_csv(${literal(join(folder, path))}, header = true, columns = {${columns.join(", ")}})`
    );
  }
}

const study = await studyOf();
const [start, before] = [performance.now(), process.cpuUsage()];
await withDraft(study, folder, (connection, scratch) =>
  whose === "ours" ? ingestStudy(connection, study, scratch) : loadTyped(connection, study)
);
const {user, system} = process.cpuUsage(before);
const mb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ms: performance.now() - start, cpu_ms: (user + system) / 1000, mb}));
