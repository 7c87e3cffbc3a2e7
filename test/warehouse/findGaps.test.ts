/** What a warning tells that no row alone shows: months that lack, sessions that count for nothing, rows that aren't counted. */
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, it, vi} from "vitest";
import {runCheck} from "../../loaders/release/runCheck.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {change, look} from "./lookAt.js";
import {crewStudy, units} from "./crewStudy.js";

const months = units.flatMap((unit) =>
  [2011, 2012, 2013, 2014].flatMap((year) => Array.from({length: 12}, (_, m) => `${unit},${year},${m + 1},5`))
);
const used = "-- rows  department_years: department_id = raw.department_id, fiscal_year = raw.fiscal_year\n";

/** What is told of a file of units' months, whose departments may have opened or closed. */
async function gaps(rows: readonly string[], departments = ""): Promise<string> {
  const {folder, cache} = await crewStudy({
    ...(departments ? {"departments.csv": departments} : {}),
    "months.csv": ["unit,year,month,days", ...rows, ""].join("\n")
  });
  await keyOf(folder, "months", ["unit", "year", "month"]);
  const warehouse = await openWarehouse(await readStudy(folder), cache);
  const told = await warehouse.query<{message: string}>(
    new URL("../../loaders/release/sql/warnings.sql", import.meta.url)
  );
  warehouse.close();
  return told.map(({message}) => message).join("\n");
}

async function keyOf(folder: string, resource: string, key: readonly string[]): Promise<void> {
  const path = join(folder, "datapackage.json");
  const described = JSON.parse(await readFile(path, "utf8")) as {
    name: string;
    resources: {name: string; schema: {primaryKey?: readonly string[]}}[];
  };
  described.name = "crew_gaps";
  for (const {name, schema} of described.resources) if (name === resource) schema.primaryKey = key;
  await writeFile(path, JSON.stringify(described));
}

it("findGaps() asks for no month of a unit before it opened or after it closed: those used to be told", async () => {
  const opened = ["department_id,name,division,opened,closed"].concat(
    ...units.map((unit, i) => `${unit},Team ${i + 1},${i < 2 ? "A" : "B"},${i === 3 ? "2012-04-01" : ""},`)
  );
  const declared = `${opened.join("\n")}\n`;
  const since = months.filter((row) => !/^D4,(2011|2012,[123]),/.test(row));
  expect(await gaps(since, declared)).toBe("");
  expect(await gaps(since)).toContain("1 of 15 combinations of unit and year has fewer");
  const lost = since.filter((row) => !row.startsWith("D4,2014,5,"));
  expect(await gaps(lost, declared)).toContain("1 of 14 combinations of unit and year has fewer");
}, 120_000);

it("check tells a unit and year with a month too few, and all else that a build would warn of", async () => {
  const short = months.filter((row) => !row.startsWith("D2,2012,11,"));
  const {folder} = await crewStudy({
    ...change("managers.csv", "M03,2010", "M03,2013"),
    "months.csv": ["unit,year,month,days", ...short, ""].join("\n"),
    "sql/department_years.sql": `${used}SELECT d.* FROM department_years AS d JOIN (SELECT DISTINCT unit FROM months) AS m
      ON m.unit = d.department_id`
  });
  await keyOf(folder, "months", ["unit", "year", "month"]);
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const code = await runCheck({study: folder});
  const said = write.mock.calls.map(([text]) => String(text)).join("");
  write.mockRestore();
  expect(code).toBe(0);
  expect(said).toContain(
    "months.csv, row 62, column month: 1 of 16 combinations of unit and year has fewer than the 12 rows that the others have."
  );
  expect(
    said.match(/combinations of/g),
    "one file is told once: it used to be told for each part of its key"
  ).toHaveLength(1);
  expect(said).toContain("somebody attends before being hired or after leaving, in 2 of 48 rows.");
  expect(said).toContain(
    "sql/department_years.sql: we cannot tell which rows of months it uses, so nobody would notice if one were lost."
  );
  expect(said).toContain("-- rows months: department_id = EXPRESSION, fiscal_year = EXPRESSION.");
  expect(said).not.toContain("which rows of department_years it uses");
}, 120_000);

it("check says which sessions are after programmeYears: a year more used to count for nothing without a word", async () => {
  const {warnings} = await look({}, {programmeYears: [2011, 2013]});
  expect(warnings.join()).toContain("counts for nothing, in 1 of 4 rows, of 2014. Set programmeYears to the last year");
}, 60_000);

it("counts what a rule leaves out of rows that can't be found again: the data page used to name no rule", async () => {
  const mapping = `-- leaves out  postings: since > DATE '2012-01-01'
    WITH first AS (SELECT * FROM postings WHERE since <= DATE '2012-01-01')
    SELECT person AS manager_id, unit AS department_id, since AS valid_from, NULL::DATE AS valid_to FROM first`;
  const {use, warnings} = await look({"sql/assignments.sql": mapping.replaceAll("\n    ", "\n")});
  expect(use).toContainEqual({rule: "since > DATE '2012-01-01'", used: false, rows: 20});
  expect(warnings.join()).toContain("we cannot tell which rows of postings it uses");
}, 60_000);
