/** A file that persons' SQL only looks units up in is no file of persons; one that persons' rows are made of is. */
import {expect, it} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {crewStudy, type Files, units} from "./crewStudy.js";

const years = [2011, 2012, 2013, 2014];
const of = <T>(make: (unit: string, u: number, year: number) => readonly T[]): T[] =>
  units.flatMap((unit, u) => years.flatMap((year) => [...make(unit, u, year)]));
const file = (header: string, rows: readonly string[]): string => [header, ...rows, ""].join("\n");
const fives = Array.from({length: 5}, (_, i) => i);

const ledger = file(
  "unit,name,year,gain",
  of((unit, u, year) => [`${unit},Team ${u + 1},${year},${year - 2000 + u}`])
);
const mood = file(
  "year,answerer,team,answer",
  of((_, u, year) => fives.map((i) => `${year},r${year}${u}${i},Team ${u + 1},${1 + i}`))
);
const grades = file(
  "code,unit,year,grade",
  of((unit, u, year) => fives.map((i) => `c${u + 4 * i},${unit},${year},${1 + ((i + year) % 5)}`))
);
const codes = file(
  "person,code",
  Array.from({length: 20}, (_, i) => `M${String(i).padStart(2, "0")},c${i}`)
);
const answers =
  "SELECT year::INTEGER AS fiscal_year, answerer AS respondent_id, 'q1' AS item_id, answer::INTEGER AS response";
const yearly = (value: string, source: string): string =>
  `-- rows  department_years: department_id = raw.department_id, fiscal_year = raw.fiscal_year
   SELECT d.*, (SELECT ${value} FROM ${source} AS s WHERE s.unit = d.department_id AND s.year = d.fiscal_year::VARCHAR) AS gain
   FROM department_years AS d`;

async function refusal(files: Files, without: readonly string[] = []): Promise<string> {
  const label = {label: "gain", unit: "points", direction: "higher", role: "outcome"};
  const measures = [{table: "department_years", name: "gain", ...label}];
  const {folder, cache} = await crewStudy(files, {measures}, without);
  try {
    (await openWarehouse(await readStudy(folder), cache)).close();
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const gain = yearly("sum(s.gain::INTEGER)", "ledger");
const survey = (sql: string): Files => ({
  "ledger.csv": ledger,
  "mood.csv": mood,
  "sql/survey_responses.sql": sql,
  "sql/department_years.sql": gain
});

it("isLookedUp() lets accounts pass in which answers' units are looked up: their outcome used to be refused", async () => {
  const looked = `${answers}, (SELECT any_value(unit) FROM ledger WHERE name = team) AS department_id FROM mood`;
  expect(await refusal(survey(looked), ["survey_responses.csv"])).toBe("");
  const joined = `${answers.replace("SELECT year", "SELECT DISTINCT m.year")}, unit AS department_id
    FROM mood AS m JOIN ledger AS l ON l.name = m.team`;
  expect(await refusal(survey(joined), ["survey_responses.csv"])).toBe("");
}, 120_000);

it("isLookedUp() says no where keys can't be traced, and names why a file counts and the way out", async () => {
  const numbered = `${answers.replace("answerer AS", "row_number() OVER (PARTITION BY year) || year AS")},
    (SELECT any_value(unit) FROM ledger WHERE name = team) AS department_id FROM mood`;
  const said = await refusal(survey(numbered), ["survey_responses.csv"]);
  expect(said).toContain(
    "column gain: declared as a measure of the organisation, and computed from rows of persons in ledger"
  );
  expect(said).toContain("ledger counts as theirs as sql/survey_responses.sql makes rows of theirs of it");
  expect(said).toContain("look it up in a file with a row a unit");
}, 120_000);

it("isLookedUp() says no of grades that reach persons by a code from another file", async () => {
  const files = {
    "grades.csv": grades,
    "codes.csv": codes,
    "rating_scales.csv": "scale_id,minimum,maximum,higher_is_better,kind\nfive,1,5,true,relative\n",
    "sql/performance_ratings.sql": `SELECT person AS manager_id, year::INTEGER AS fiscal_year, grade::INTEGER AS rating,
      'five' AS scale_id FROM codes JOIN grades ON grades.code = codes.code`,
    "sql/department_years.sql": yearly("avg(s.grade::INTEGER)", "grades")
  };
  expect(await refusal(files)).toContain(
    "rows of persons in grades; grades counts as theirs as sql/performance_ratings.sql"
  );
}, 120_000);

it("isLookedUp() compares values as the table has them: texts that are read as numbers used to pass for persons' losses", async () => {
  const few = file(
    "code,unit,year,grade",
    fives.map((i) => `c${i},${units[i % 4]},2012,${1 + (i % 5)}`)
  );
  const files = {
    "few.csv": few,
    "codes.csv": codes,
    "rating_scales.csv": "scale_id,minimum,maximum,higher_is_better,kind\nfive,1,5,true,relative\n",
    "sql/performance_ratings.sql": `SELECT person AS manager_id, 2012 AS fiscal_year, coalesce(f.grade, '3') AS rating,
      'five' AS scale_id FROM codes LEFT JOIN few AS f ON f.code = codes.code`,
    "sql/department_years.sql": yearly("avg(s.grade::INTEGER)", "few")
  };
  expect(await refusal(files)).toContain("rows of persons in few; few counts as theirs");
}, 120_000);
