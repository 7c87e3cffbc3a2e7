/** Studies that have persons and no departments' years, or no postings: what is asked of them and counted in them. */
import {rm} from "node:fs/promises";
import {afterAll, describe, expect, it} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {crewFiles, crewStudy, type Files} from "./crewStudy.js";

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, {recursive: true, force: true});
});

interface Attended {
  readonly department_id: string | null;
  readonly fiscal_year: number;
  readonly managers: number;
  readonly sessions: number;
}

interface Opened {
  readonly years: readonly Attended[];
  readonly warnings: string;
}

async function opened(files: Files, without: readonly string[] = []): Promise<Opened> {
  const {folder, cache} = await crewStudy(files, {}, without);
  folders.push(folder, cache);
  const warehouse = await openWarehouse(await readStudy(folder), cache);
  const read = <Row>(path: string): Promise<Row[]> => warehouse.query<Row>(new URL(path, import.meta.url));
  try {
    const told = await read<{message: string}>("../../loaders/release/sql/warnings.sql");
    return {
      years: await read<Attended>("./attended_years.sql"),
      warnings: told.map(({message}) => message).join("\n")
    };
  } finally {
    warehouse.close();
  }
}

const accounts = ["department_years.csv", "organisation_years.csv"];
const stars = "scale_id,minimum,maximum,higher_is_better,kind\nstars,1,5,true,absolute\n";
const appraised = (...years: readonly number[]): Files => ({
  "rating_scales.csv": stars,
  "performance_ratings.csv": `manager_id,fiscal_year,rating,scale_id\n${years.map((year) => `M00,${year},3,stars\n`).join("")}`
});

describe("an appraisal outside the study's years, 2011 to 2014,", () => {
  const outside = /performance_ratings\.csv.*an appraisal is outside the years of the study/;

  it("is refused where departments have years", async () => {
    await expect(opened(appraised(2010))).rejects.toThrow(outside);
  }, 60_000);

  it("is taken in a study of persons alone, up to ten years before and after, and not beyond", async () => {
    expect((await opened(appraised(2001, 2024), accounts)).years).not.toEqual([]);
    await expect(opened(appraised(2000, 2001, 2025), accounts)).rejects.toThrow(/in 2 of 3 rows/);
  }, 60_000);
});

it("a year's total is told to be far from its units' sum, unless one of them has no value", async () => {
  const file = crewFiles["department_years.csv"] ?? "";
  const given = (revenue: string): Promise<Opened> =>
    opened({"department_years.csv": file.replace("D2,2012,41,5,1110", `D2,2012,41,5,${revenue}`)});
  expect((await given("")).warnings).not.toMatch(/sum of its units/);
  expect((await given("1500")).warnings).toMatch(/sum of its units/);
}, 60_000);

describe("who attended is counted", () => {
  it("in the department of the day, and not where there was no posting", async () => {
    const postings = (crewFiles["postings.csv"] ?? "").replace("M00,D1,2012-10-01", "M00,D1,2014-01-01");
    const {years} = await opened({"postings.csv": postings});
    const of = (department: string, year: number) =>
      years.find((row) => row.department_id === department && row.fiscal_year === year);
    expect(years.filter(({department_id}) => department_id === null)).toEqual([]);
    expect([2011, 2012, 2013, 2014].map((year) => of("D1", year)?.managers)).toEqual([3, 3, 2, 3]);
    expect(of("D4", 2013)).toEqual({department_id: "D4", fiscal_year: 2013, managers: 3, sessions: 3});
  }, 60_000);

  it("without a department in a study that has no postings, where nobody used to be", async () => {
    const {years} = await opened({}, ["postings.csv", "sql/assignments.sql"]);
    expect(years).toEqual(
      [2011, 2012, 2013, 2014].map((fiscal_year) => ({department_id: null, fiscal_year, managers: 12, sessions: 12}))
    );
  }, 60_000);
});
