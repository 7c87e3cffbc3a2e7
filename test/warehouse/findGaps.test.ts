/** What a warning tells that no row alone shows: months that lack, sessions that count for nothing, rows that aren't counted. */
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, it, vi} from "vitest";
import {runCheck} from "../../loaders/release/runCheck.js";
import {change, look} from "./lookAt.js";
import {crewStudy, units} from "./crewStudy.js";

const months = units.flatMap((unit) =>
  [2011, 2012, 2013, 2014].flatMap((year) => Array.from({length: 12}, (_, m) => `${unit},${year},${m + 1},5`))
);
const used = "-- rows  department_years: department_id = raw.department_id, fiscal_year = raw.fiscal_year\n";

it("check tells a unit and year with a month too few, and all else that a build would warn of", async () => {
  const short = months.filter((row) => !row.startsWith("D2,2012,11,"));
  const {folder} = await crewStudy({
    ...change("managers.csv", "M03,2010", "M03,2013"),
    "months.csv": ["unit,year,month,days", ...short, ""].join("\n"),
    "sql/department_years.sql": `${used}SELECT d.* FROM department_years AS d JOIN (SELECT DISTINCT unit FROM months) AS m
      ON m.unit = d.department_id`
  });
  const path = join(folder, "datapackage.json");
  const described = JSON.parse(await readFile(path, "utf8")) as {
    name: string;
    resources: {name: string; schema: {primaryKey?: string[]}}[];
  };
  described.name = "crew_gaps";
  for (const {name, schema} of described.resources)
    if (name === "months") schema.primaryKey = ["unit", "year", "month"];
  await writeFile(path, JSON.stringify(described));
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const code = await runCheck({study: folder});
  const said = write.mock.calls.map(([text]) => String(text)).join("");
  write.mockRestore();
  expect(code).toBe(0);
  expect(said).toContain(
    "months.csv, row 62, column month: 1 of 16 combinations of unit and year have fewer rows than the 12 of the others."
  );
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
