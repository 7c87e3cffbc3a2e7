/**
 * Rows that a raw file lacks, by its own pattern: where nearly every unit and year has twelve months, one with eleven is told,
 * as a year's sum would be of eleven. Known of files with a primary key of two parts or more, for each of its parts.
 */
import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import {fillTemplate} from "../../study/fillTemplate.js";
import {identifier} from "../../study/quote.js";
import type {Resource} from "../../study/rawResource.js";
import type {Study} from "../../study/readStudy.js";
import {describeViolation} from "../../study/violation.js";

const sql = (name: string): URL => new URL(`./sql/${name}.sql`, import.meta.url);

/** from quarters to weeks */
const most = 53;
/** share of combinations that are whole, for a pattern to be one */
const usual = 0.9;

export async function findGaps(connection: DuckDBConnection, study: Study): Promise<void> {
  for (const resource of study.resources) {
    const key = [resource.schema.primaryKey ?? []].flat();
    if (key.length < 2) continue;
    for (const part of key) {
      const said = await gapIn(connection, study, resource, {part, others: key.filter((column) => column !== part)});
      if (said === null) continue;
      await connection.run(readFileSync(sql("record_gap"), "utf8"), {resource: resource.name, message: said});
    }
  }
}

interface Counted {
  readonly parts: number;
  readonly combinations: number;
  readonly short: number;
  readonly first_row: number | null;
}

async function gapIn(
  connection: DuckDBConnection,
  {rules}: Study,
  {name, path}: Resource,
  {part, others}: {readonly part: string; readonly others: readonly string[]}
): Promise<string | null> {
  const parts = {resource: identifier(name), part: identifier(part), others: others.map(identifier).join(", ")};
  const read = await connection.runAndReadAll(fillTemplate(sql("count_gaps"), parts));
  const [counted] = read.getRowObjectsJS() as unknown as Counted[];
  if (!counted || counted.parts < 2 || counted.parts > most) return null;
  const {count = 0, share = 0} = rules.groups_complete ?? {};
  const {combinations, short} = counted;
  if (short > (1 - usual) * combinations || short <= Math.max(count, Math.floor(share * combinations))) return null;
  return describeViolation({
    file: path,
    row: counted.first_row ?? undefined,
    column: part,
    rule: `${short} of ${combinations} combinations of ${others.join(" and ")} have fewer rows than the ${counted.parts} of the others`,
    remedy: "Complete the export; or declare in study.rules.groups_complete how many are expected, and why"
  });
}
