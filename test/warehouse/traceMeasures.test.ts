/** What is called a measure of the organisation and is made of rows of persons is refused by name, without a value. */
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, it} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {crewFiles, crewStudy, type Files, units} from "./crewStudy.js";

const years = [2011, 2012, 2013, 2014];
const rated = Array.from({length: 20}, (_, i) => `M${String(i).padStart(2, "0")}`).flatMap((one, i) =>
  years.map((year, y) => `${one},${year},${1 + ((i * 3 + y) % 5)},five`)
);
const appraisals: Files = {
  "rating_scales.csv": "scale_id,minimum,maximum,higher_is_better,kind\nfive,1,5,true,relative\n",
  "performance_ratings.csv": ["manager_id,fiscal_year,rating,scale_id", ...rated, ""].join("\n")
};
const used = "-- rows        department_years: department_id = raw.department_id, fiscal_year = raw.fiscal_year\n";
const accounts = `${used}SELECT d.department_id, d.fiscal_year, d.headcount, d.managers, d.revenue, d.profit`;
const joined = `FROM department_years AS d LEFT JOIN postings AS p ON p.unit = d.department_id AND p.until IS NULL`;
const grouped = "GROUP BY ALL";
const measure = (name: string): object => ({
  table: "department_years",
  name,
  label: name,
  unit: "points",
  direction: "higher",
  role: "outcome"
});

async function refusal(sql: string, measures: readonly string[]): Promise<string> {
  const files = {...appraisals, "sql/department_years.sql": sql};
  const {folder, cache} = await crewStudy(files, {measures: measures.map(measure)});
  try {
    (await openWarehouse(await readStudy(folder), cache)).close();
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

it("traceMeasures() refuses averages, exact counts and shares of persons, and profit that is made of them", async () => {
  const made = `${accounts.replace("d.profit", "count(p.person) AS profit")},
    avg(r.rating) AS climate,
    count(r.rating) AS crowd,
    (SELECT avg((s.response >= 4)::INTEGER) FROM survey_responses AS s
      WHERE s.department_id = d.department_id AND s.fiscal_year = d.fiscal_year) AS mood,
    d.revenue / 10 AS orders
    ${joined}
    LEFT JOIN performance_ratings AS r ON r.manager_id = p.person AND r.fiscal_year = d.fiscal_year ${grouped}`;
  const said = await refusal(made, ["climate", "crowd", "mood", "orders"]);
  for (const column of ["profit", "climate", "crowd", "mood"])
    expect(said).toContain(`sql/department_years.sql, column ${column}: declared as a measure of the organisation`);
  expect(said).not.toContain("column orders");
  expect(said).toMatch(/rows of persons in .*postings/);
});

it("traceMeasures() follows a file that is named in capitals, and refuses ways round its name: its persons used to pass", async () => {
  const crowd = (from: string): string => `${accounts}, (SELECT count(*) FROM ${from} AS p
    WHERE p.unit = d.department_id) AS crowd FROM department_years AS d`;
  expect(await refusal(crowd("POSTINGS"), ["crowd"])).toContain(
    "column crowd: declared as a measure of the organisation, and computed from rows of persons in postings"
  );
  expect(await refusal(crowd("staged.postings"), ["crowd"])).toContain(
    "sql/department_years.sql: it reads staged.postings, a table with its schema. Name the raw file alone: FROM postings."
  );
  expect(await refusal(crowd("query_table('postings')"), ["crowd"])).toContain("the function query_table()");
}, 60_000);

it("traceMeasures() says of which mapping it is that does not run over half the rows, without a value of them", async () => {
  const counted = `${accounts}, (SELECT CASE WHEN count(*) < 10 THEN error(any_value(p.person)) ELSE 1 END FROM postings AS p
    WHERE p.unit = d.department_id) AS crowd FROM department_years AS d`;
  const said = await refusal(counted, ["crowd"]);
  expect(said).toContain("sql/department_years.sql: Invalid Input Error while it ran over half the rows of persons.");
  expect(said).not.toMatch(/\bM\d\d\b/);
}, 60_000);

it("traceMeasures() lets accounts pass beside managers that are counted from postings", async () => {
  const counted = accounts.replace("d.managers", "count(p.person) AS managers");
  expect(await refusal(`${counted}, d.revenue / 10 AS orders ${joined} ${grouped}`, ["orders"])).toBe("");
});

it("filesOfPersons() knows rows of persons that feed counts alone, by what their column is called", async () => {
  const cards = Array.from({length: 24}, (_, i) => `C${i},${units[i % 4]},${years[i % 4]}`);
  const counted = units.flatMap((unit) => years.map((year) => `${unit},${year},6`));
  const files = {
    "signins.csv": ["staff no,unit,year", ...cards, ""].join("\n"),
    "seats.csv": ["unit,year,staff", ...counted, ""].join("\n"),
    "sql/participation_years.sql": `SELECT s.unit AS department_id, s.year::INTEGER AS fiscal_year,
        count(DISTINCT s."staff no") AS participants, any_value(seats.staff::INTEGER) AS eligible
      FROM signins AS s JOIN seats ON seats.unit = s.unit AND seats.year = s.year GROUP BY ALL`
  };
  const {folder, cache} = await crewStudy(files, {}, ["attendance.csv", "sessions.csv", "modules.csv"]);
  const warehouse = await openWarehouse(await readStudy(folder), cache);
  const theirs = await warehouse.query(new URL("files_of_persons.sql", import.meta.url));
  warehouse.close();
  expect(theirs.map((row) => Object.values(row as object)[0])).toEqual([
    "managers",
    "postings",
    "signins",
    "survey_responses"
  ]);
});

interface Raw {
  readonly column: string;
  readonly type?: string;
  readonly values: (i: number) => string;
}

/** The files of persons that a measure is said to be computed from, which is computed from all that are given. */
async function keyed(raw: Readonly<Record<string, Raw>>, person: string, kinds = 20): Promise<string> {
  const persons = Object.entries(crewFiles).filter(([path]) => /^(managers|postings|attendance)\.csv$/.test(path));
  const rows = (values: Raw["values"]): string[] =>
    Array.from({length: 40}, (_, i) => `${values(i % kinds)},${units[i % 4]},${years[i % 4]},${i % 7}`);
  const days = Object.keys(raw).map((name) => `SELECT unit, year, days FROM ${name}`);
  const files = {
    ...Object.fromEntries(persons.map(([path, text]) => [path, text.replaceAll(/\bM(?=\d\d\b)/g, person)])),
    ...Object.fromEntries(
      Object.entries(raw).map(([name, {column, values}]) => [
        `${name}.csv`,
        [`${column},unit,year,days`, ...rows(values), ""].join("\n")
      ])
    ),
    "sql/department_years.sql": `-- rows  department_years: department_id = raw.department_id, fiscal_year = raw.fiscal_year
      SELECT d.*, (SELECT sum(a.days::INTEGER) FROM (${days.join(" UNION ALL ")}) AS a
        WHERE a.unit = d.department_id AND a.year = d.fiscal_year::VARCHAR) AS days FROM department_years AS d`
  };
  const {folder, cache} = await crewStudy(files, {measures: [measure("days")]});
  const path = join(folder, "datapackage.json");
  const described = JSON.parse(await readFile(path, "utf8")) as {
    resources: {name: string; schema: {fields: {name: string; type: string}[]}}[];
  };
  for (const {name, schema} of described.resources)
    if (raw[name]) schema.fields.splice(0, 1, {name: raw[name].column, type: raw[name].type ?? "string"});
  await writeFile(path, JSON.stringify(described));
  try {
    (await openWarehouse(await readStudy(folder), cache)).close();
    return "";
  } catch (error) {
    return /rows of persons in ([\w, ]+)/.exec(error instanceof Error ? error.message : "")?.[1] ?? String(error);
  }
}

const two = (i: number): string => String(i).padStart(2, "0");
const strange = (i: number): string => `X${i}`;

it("filesOfPersons() knows keys by their values in other capitals, and by a name that ends in one", async () => {
  const raw: Record<string, Raw> = {
    capitals: {column: "who", values: (i) => `m${two(i)} `},
    held: {column: "staff", values: (i) => `M${two(i)}`},
    camel: {column: "EmployeeID", values: strange},
    spaced: {column: "staff no", values: strange},
    japanese: {column: "社員番号", values: strange},
    numbered: {column: "EmpNo", type: "integer", values: (i) => `9${two(i)}`},
    kinds: {column: "staff", values: (i) => `kind ${i}`},
    places: {column: "place", values: strange}
  };
  expect(await keyed(raw, "M")).toBe("capitals, held, camel, spaced, japanese, numbered");
});

it("filesOfPersons() knows persons by their names, one a row, in a column that is called as they are: they used to pass", async () => {
  const raw: Record<string, Raw> = {
    callers: {column: "staff", values: (i) => `Name ${i}`},
    kinds: {column: "staff", values: (i) => `kind ${i % 20}`},
    places: {column: "place", values: strange}
  };
  expect(await keyed(raw, "M", 40)).toBe("callers");
});

it("filesOfPersons() knows keys that are numbers, with zeros before them too, and takes no amount or year for them", async () => {
  const raw: Record<string, Raw> = {
    whole: {column: "who", type: "integer", values: (i) => `4001${two(i)}`},
    padded: {column: "who", values: (i) => `04001${two(i)}`},
    amounts: {column: "orders", type: "integer", values: (i) => String(4001 + 7 * i)}
  };
  expect(await keyed(raw, "4001")).toBe("whole, padded");
  expect(await keyed({few: {column: "orders", type: "integer", values: String}}, "")).toBe("");
  expect(await keyed({dated: {column: "since", type: "integer", values: (i) => `20${two(i)}`}}, "20")).toBe("");
});
