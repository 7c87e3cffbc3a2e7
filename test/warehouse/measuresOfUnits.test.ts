/** A study's own measures of units keep to what is declared of them: finite, and 0 or 1 where the unit says so. */
import {expect, it} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {crewStudy} from "./crewStudy.js";

const measure = (name: string, unit: string): object => ({
  name,
  table: "department_years",
  label: name,
  unit,
  direction: "higher",
  role: "context"
});

async function refusal(sql: string, unit: string): Promise<string> {
  const mapping = `-- rows        department_years: department_id = raw.department_id, fiscal_year = raw.fiscal_year
    SELECT *, ${sql} AS own FROM department_years`;
  const {folder, cache} = await crewStudy({"sql/department_years.sql": mapping}, {measures: [measure("own", unit)]});
  try {
    (await openWarehouse(await readStudy(folder), cache)).close();
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

it.each([
  ["fiscal_year > 2012", "0 or 1", /^$/],
  [
    "(fiscal_year - 2011) / 2.0",
    "0 or 1",
    /department_years\.csv, rows 3, .*: own of department_years that is made of it: one of 0, 1\. Correct it, or mend sql/
  ],
  [
    "revenue / (fiscal_year - 2011)::DOUBLE",
    "units",
    /rows 2, 6, 10, 14, .*: own of department_years that is made of it: a finite number/
  ],
  ["NULL", "0 or 1", /^$/],
  ["-0.25", "share", /^$/]
])("%s in the unit “%s”", async (sql, unit, said) => {
  expect(await refusal(sql, unit)).toMatch(said);
});
