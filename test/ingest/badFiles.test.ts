import {describe, expect, it} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {StudyError} from "../../loaders/study/studyError.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {departmentYears, departments, tinyStudy} from "./tinyStudy.js";

const file = /department_years\.csv/;

async function messageFor(options: Parameters<typeof tinyStudy>[0]): Promise<string> {
  const {folder, cache} = await tinyStudy(options);
  try {
    const warehouse = await openWarehouse(await readStudy(folder), cache);
    warehouse.close();
  } catch (error) {
    if (error instanceof StudyError) return error.message;
    throw error;
  }
  return "accepted";
}

describe("a bad file is refused by file, row, column and rule, its value unsaid", () => {
  const change = (from: string | RegExp, to: string): string => departmentYears.replace(from, to);
  it.each([
    ["an empty file", "", /empty|no rows|header/i],
    ["a header alone", departmentYears.split("\n")[0] ?? "", /row/],
    ["a missing file", null, /missing/],
    ["a truncated row", change("D2,2012,50,12,108,11", "D2,2012,50"), /row 7/],
    ["a text for a number", change(/D3,2011,50/, "D3,2011,secret"), /row 10, column headcount/],
    ["a fraction for a whole number", change(/D3,2011,50/, "D3,2011,50.5"), /row 10, column headcount/],
    ["a year out of range", change("D1,2011", "D1,2099"), /row 2, column fiscal_year/],
    ["NaN", change(/D3,2011,50/, "D3,2011,NaN"), /row 10, column headcount/],
    ["a value that is required", change(/D3,2011,50/, "D3,2011,"), /row 10, column headcount/],
    ["a thousands mark that is not declared", change(/D3,2011,50/, 'D3,2011,"1,050"'), /row 10, column headcount/],
    ["a renamed column", change("headcount", "heads"), /headcount/],
    ["a column twice", change("headcount,managers", "managers,managers"), /managers/],
    ["an unknown department", change("D4,2014", "D9,2014"), /row 17, column department_id/],
    ["conflicting rows of one key", `${departmentYears}D1,2011,50,12,999,1\n`, /row 18/],
    ["a NUL byte", change("D1,2011", "D1\u0000,2011"), file],
    ["a page in place of a file", "<!DOCTYPE html><html><body>Sign in</body></html>", file],
    ["another delimiter", departmentYears.replaceAll(",", ";"), file]
  ])("%s", async (_, years, message) => {
    const text = await messageFor({years});
    expect(text).toMatch(file);
    expect(text).toMatch(message);
    expect(text).not.toMatch(/secret|1,050/);
  });

  it("bytes that are no UTF-8, with their place", async () => {
    const years = Buffer.concat([Buffer.from(departmentYears), Buffer.from([0xff, 0x0a])]);
    expect(await messageFor({years})).toMatch(/department_years\.csv.*byte/i);
  });
});

describe("a harmless difference is accepted", () => {
  it.each([
    ["a byte order mark", `\uFEFF${departmentYears}`],
    ["reordered columns", reorder(departmentYears)],
    ["a row twice", `${departmentYears}${departmentYears.split("\n")[1]}\n`],
    ["Windows newlines", departmentYears.replaceAll("\n", "\r\n")]
  ])("%s", async (_, years) => {
    expect(await messageFor({years})).toBe("accepted");
  });

  it("CP932 where it is declared", async () => {
    const names = departments.replace("North", "North");
    expect(await messageFor({names, resource: {encoding: "windows-31j"}})).toBe("accepted");
  });
});

function reorder(csv: string): string {
  return csv
    .split("\n")
    .map((line) => line.split(",").toReversed().join(","))
    .join("\n");
}
