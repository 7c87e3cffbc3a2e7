import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type CanonicalTable, contract, type TableName} from "../../loaders/study/contract.js";

export type Files = Readonly<Record<string, string>>;

const years = [2011, 2012, 2013, 2014];
export const units = ["D1", "D2", "D3", "D4"];
const crew = Array.from({length: 20}, (_, i) => `M${String(i).padStart(2, "0")}`);
const table = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows.map((row) => row.join(",")), ""].join("\n");

/** A small study of persons in which every table agrees with the others. */
export const crewFiles: Files = {
  "departments.csv": table(
    "department_id,name,division",
    units.map((unit, i) => [unit, `Team ${i + 1}`, i < 2 ? "A" : "B"])
  ),
  "department_years.csv": table(
    "department_id,fiscal_year,headcount,managers,revenue,profit",
    units.flatMap((unit, u) => years.map((year, y) => [unit, year, 40 + u, 5, 1000 + 100 * u + 10 * y, 90 + u + y]))
  ),
  "organisation_years.csv": table(
    "fiscal_year,headcount,managers,revenue,profit",
    years.map((year, y) => [year, 166, 20, 4600 + 40 * y, 366 + 4 * y])
  ),
  "managers.csv": table(
    "manager_id,hired",
    crew.map((one) => [one, "2010-04-01"])
  ),
  "postings.csv": table(
    "person,unit,since,until",
    crew.flatMap((one, i) => [
      [one, units[i % 4] ?? "", "2010-04-01", "2012-09-30"],
      [one, units[i % 4] ?? "", "2012-10-01", ""]
    ])
  ),
  "modules.csv": table("module_id,title,mindset", [["m1", "First", "reflective"]]),
  "sessions.csv": table(
    "session_id,group_id,module_id,position,held_on,minutes",
    years.map((year) => [`s${year}`, "g1", "m1", 1, `${year}-06-01`, 75])
  ),
  "attendance.csv": table(
    "session_id,manager_id",
    years.flatMap((year) => crew.slice(0, 12).map((one) => [`s${year}`, one]))
  ),
  "survey_items.csv": table("item_id,measure,wording,wording_version,minimum,maximum,reversed,negative_control", [
    ["q1", "teamwork", "We help one another", 1, 1, 5, "false", "false"]
  ]),
  "survey_responses.csv": table(
    "fiscal_year,respondent_id,item_id,department_id,response",
    years.flatMap((year) => crew.map((_, i) => [year, `r${year}${i}`, "q1", units[i % 4] ?? "", 1 + (i % 5)]))
  ),
  "survey_invitations.csv": table(
    "fiscal_year,department_id,invited",
    years.flatMap((year) => units.map((unit) => [year, unit, 6]))
  ),
  "sql/assignments.sql":
    "SELECT person AS manager_id, unit AS department_id, since AS valid_from, until AS valid_to FROM postings"
};

const postings = ["person", "unit", "since", "until"].map((name) => ({
  name,
  type: name === "since" || name === "until" ? "date" : "string"
}));

/** Writes it, with some files as a test wants them and without others, into a folder of its own. */
export async function crewStudy(
  files: Files = {},
  study: object = {},
  without: readonly string[] = []
): Promise<{folder: string; cache: string}> {
  const folder = await mkdtemp(join(tmpdir(), "longview-crew-"));
  await mkdir(join(folder, "sql"));
  const all = Object.fromEntries(Object.entries({...crewFiles, ...files}).filter(([path]) => !without.includes(path)));
  for (const [path, text] of Object.entries(all)) await writeFile(join(folder, path), text);
  const resources = Object.keys(all).flatMap((path) => {
    const name = path.replace(".csv", "");
    if (path.endsWith(".sql")) return [];
    return [
      {name, path, schema: {fields: name === "postings" ? postings : fieldsOf(name as TableName, all[path] ?? "")}}
    ];
  });
  const described = {name: "crew", resources, study: {...description, ...study}};
  await writeFile(join(folder, "datapackage.json"), JSON.stringify(described));
  return {folder, cache: await mkdtemp(join(tmpdir(), "longview-cache-"))};
}

function fieldsOf(name: TableName, text: string): object[] {
  const {columns}: Pick<CanonicalTable, "columns"> = Object.hasOwn(contract, name) ? contract[name] : {columns: {}};
  const header = (text.split("\n")[0] ?? "").split(",");
  return header.map((column) => ({name: column, type: columns[column]?.type ?? "string"}));
}

const description = {
  title: "Crew",
  organisation: "Nobody",
  summary: "A study for tests.",
  fiscalYearStart: "04-01",
  timeZone: "Asia/Tokyo",
  currency: {code: "JPY", label: "yen"},
  words: {
    unit: {one: "department", many: "departments"},
    person: {one: "manager", many: "managers"},
    programme: "coaching"
  },
  programmeYears: [2011, 2014],
  assignment: "voluntary"
};
