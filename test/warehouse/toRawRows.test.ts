/** What is wrong with rows of a mapping's result is said of the raw rows behind them, or with how to see the row. */
import {expect, it, vi} from "vitest";
import {runCheck} from "../../loaders/release/runCheck.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {showRow} from "../../loaders/warehouse/showRow.js";
import {crewStudy, type Files, units} from "./crewStudy.js";

const crew = Array.from({length: 12}, (_, i) => `0${i}`.slice(-2));
const log = ["number,held", ...crew.map((one) => `${one},2011`), ...["71", "72", "73"].map((one) => `${one},2011`), ""];
const computed = "SELECT 's' || held AS session_id, 'M' || number AS manager_id FROM log";
const joinedYears = units.flatMap((unit) => [2011, 2012, 2013, 2014].map((year) => `${unit},${year}`));
const answers = ["year,answerer,team,answer", "2011,r1,Team 1,4", "2011,r2,Team 9,4", "2011,r3,Team 9,2", ""];
const looked = `SELECT year::INTEGER AS fiscal_year, answerer AS respondent_id, 'q1' AS item_id, answer::INTEGER AS response,
  (SELECT any_value(d.department_id) FROM departments AS d WHERE d.name = mood.team) AS department_id FROM mood`;

async function refused(files: Files, without: readonly string[]): Promise<{said: string; folder: string}> {
  const {folder, cache} = await crewStudy(files, {}, without);
  const said = await openWarehouse(await readStudy(folder), cache).then(
    (warehouse) => (warehouse.close(), ""),
    (error: Error) => error.message
  );
  return {said, folder};
}

it("names raw rows behind a computed key and behind what was looked up: they used to be rows of the SQL's result", async () => {
  const files = {
    "log.csv": log.join("\n"),
    "mood.csv": answers.join("\n"),
    "sql/attendance.sql": computed,
    "sql/survey_responses.sql": looked
  };
  const {said} = await refused(files, ["attendance.csv", "survey_responses.csv"]);
  expect(said).toContain(
    "log.csv, rows 14, 15, 16, column number: manager_id of attendance that is made of it: no such manager_id in managers."
  );
  expect(said).toContain(
    "mood.csv, rows 3, 4, column team: department_id of survey_responses that is made of it: required."
  );
  expect(said).toContain("Correct it, or mend sql/survey_responses.sql.");
}, 60_000);

it("says how to see a row of the SQL's result that can't be traced, and check --row prints it", async () => {
  const parted = `WITH part AS (SELECT * FROM log) ${computed.replace("log", "part")} ORDER BY manager_id`;
  const {said, folder} = await refused({"log.csv": log.join("\n"), "sql/attendance.sql": parted}, ["attendance.csv"]);
  expect(said).toContain("sql/attendance.sql, rows 13, 14, 15, column manager_id: no such manager_id in managers.");
  expect(said).toContain(
    `rows are of the SQL's result; to print the first: npx longview check --study ${folder} --row attendance:13.`
  );
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const code = await runCheck({study: folder, row: "attendance:13"});
  const shown = write.mock.calls.map(([text]) => String(text)).join("");
  write.mockRestore();
  expect([code, shown]).toEqual([0, "session_id: s2011\nmanager_id: M71\n"]);
  await expect(runCheck({study: folder, row: "attendance"})).rejects.toThrow("invalid row; not TABLE:NUMBER");
}, 60_000);

it("says of the result what is made of another file than the one whose rows are found: that one used to be blamed", async () => {
  const seats = ["unit,year,seats", "D1,2011,-4", "D2,2011,5", ""].join("\n");
  const mapping = `-- rows  department_years: department_id = raw.department_id, fiscal_year = raw.fiscal_year
    SELECT d.* EXCLUDE (headcount), s.seats::INTEGER AS headcount
    FROM department_years AS d JOIN seats AS s ON s.unit = d.department_id AND s.year = d.fiscal_year::VARCHAR`;
  const {said} = await refused(
    {"seats.csv": seats, "sql/department_years.sql": mapping.replaceAll("\n    ", "\n")},
    []
  );
  expect(said).toContain("sql/department_years.sql, row 1, column headcount: at least 0.");
  expect(said).not.toContain("department_years.csv, row");
  const own = mapping.replace("s.seats::INTEGER", "-d.headcount").replaceAll("\n    ", "\n");
  const mine = await refused({"seats.csv": seats, "sql/department_years.sql": own}, []);
  expect(mine.said).toContain("department_years.csv, rows 2, 6, column headcount: headcount of department_years");
}, 60_000);

it("says of the one of two joined files that a column is made of which of its rows are wrong", async () => {
  const seats = ["unit,year,seats", ...joinedYears.map((one, i) => `${one},${i === 3 ? -1 : 9}`), ""].join("\n");
  const mapping = `SELECT d.department_id, d.fiscal_year, s.seats::INTEGER AS headcount, d.managers, d.revenue, d.profit
    FROM department_years AS d JOIN seats AS s ON s.unit = d.department_id AND s.year::INTEGER = d.fiscal_year`;
  const {said} = await refused({"seats.csv": seats, "sql/department_years.sql": mapping}, []);
  expect(said).toContain(
    "seats.csv, row 5, column seats: headcount of department_years that is made of it: at least 0."
  );
}, 60_000);

it("check --row numbers rows by one thread and spills into the study's own folder: it used to spill where it was run", async () => {
  const mapping =
    "SELECT current_setting('temp_directory') AS session_id, current_setting('threads') AS manager_id FROM log";
  const {folder} = await crewStudy({"log.csv": log.join("\n"), "sql/attendance.sql": mapping}, {}, ["attendance.csv"]);
  const shown = await showRow(await readStudy(folder), "attendance:1");
  expect(shown).toEqual({session_id: expect.stringMatching(/warehouse\/crew\/building-.*spill$/), manager_id: "1"});
}, 60_000);
