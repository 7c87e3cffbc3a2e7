import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";

/** A study's mappings, each with what it leaves out after a fiscal year; taken back by writing what they were. */
export async function cutStudy(folder: string, last: number): Promise<() => Promise<void>> {
  const described = join(folder, "datapackage.json");
  const whole = new Map<string, string | null>([[described, await readFile(described, "utf8")]]);
  const end = `DATE '${last + 1}-04-01'`;
  const cuts: Readonly<Record<string, string>> = {
    survey_responses: `fiscal_year <= ${last}`,
    performance_ratings: `fiscal_year <= ${last}`,
    department_years: `fiscal_year <= ${last}`,
    organisation_years: `fiscal_year <= ${last}`,
    survey_invitations: `fiscal_year <= ${last}`,
    sessions: `held_on < ${end}`,
    assignments: `valid_from < ${end}`,
    managers: `hired < ${end}`
  };
  const sessions = await mapped(folder, "sessions");
  const inTime = `session_id IN (SELECT session_id FROM (${sessions}) AS held WHERE held_on < ${end})`;
  for (const [table, rule] of Object.entries({...cuts, attendance: inTime, session_ratings: inTime})) {
    const file = join(folder, "sql", `${table}.sql`);
    whole.set(file, await readFile(file, "utf8").catch(() => null));
    await writeFile(file, `SELECT * FROM (${await mapped(folder, table)}) AS whole WHERE ${rule}`);
  }
  const text = whole.get(described) ?? "";
  await writeFile(described, text.replace(/("programmeYears":\s*\[\s*\d+,\s*)\d+/, `$1${last}`));
  return async () => {
    const {rm} = await import("node:fs/promises");
    for (const [file, content] of whole) await (content === null ? rm(file) : writeFile(file, content));
  };
}

async function mapped(folder: string, table: string): Promise<string> {
  const text = await readFile(join(folder, "sql", `${table}.sql`), "utf8").catch(() => `SELECT * FROM ${table}`);
  return text
    .replaceAll(/^--.*$/gm, "")
    .trim()
    .replace(/;$/, "");
}
