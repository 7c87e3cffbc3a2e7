import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {estimate} from "../../loaders/estimate/runEstimate.js";
import {curve} from "../../loaders/estimate/runCurve.js";
import {encodeCp932} from "../../loaders/simulate/encodeCp932.js";
import {messageFor} from "./messageFor.js";
import {departmentYears} from "./tinyStudy.js";

const folder = mkdtempSync(join(tmpdir(), "doors-"));
const change = (from: string | RegExp, to: string): string => departmentYears.replace(from, to);

describe("a broken file is refused in the same words as a study's raw file and as an estimate's data", () => {
  const [header = ""] = departmentYears.split("\n");
  const types: Record<string, string> = {department_id: "string", revenue: "number", profit: "number"};
  const fields = header.split(",").map((name) => ({name, type: types[name] ?? "integer"}));
  it.each<[string, string | Buffer, Record<string, unknown>?]>([
    ["a quote that does not close", change("D3,2011", '"D3,2011')],
    ["a value too few", change(/(D3,2011,50),\d+/, "$1")],
    ["a value too many", change("D3,2011", "D3,2,011")],
    ["a value too many that is empty", change(/(D3,2011.*)/, "$1,")],
    ["the same, among quotes", change(/D3(,2011.*)/, '"D3"$1,')],
    ["a column twice", change(/\n/, ",managers\n")],
    ["a column twice, but for its width", change(/\n/, ",ｍanagers\n")],
    [
      "a column without a name",
      change(/\n/, ",\n").replaceAll(/(?<=\d)\n/g, ",\n"),
      {schema: {fields, fieldsMatch: "equal"}}
    ],
    ["a NUL", change("D3,2011", "D\0,2011")],
    ["another encoding", encodeCp932(change("D3", "部"))],
    ["lines that end in CR", departmentYears.replaceAll("\n", "\r")],
    ["lines that end in two ways", change("\n", "\r\n")],
    ["an empty line", change("D3", "\nD3")],
    ["no byte", ""],
    ["a web page", "<!doctype html><p>Sign in</p>"]
  ])("%s", async (_, years, resource) => {
    const path = join(folder, "department_years.csv");
    writeFileSync(path, years);
    const {error} = (await estimate({method: "ols", formula: "profit ~ revenue", data: path})) as Refused;
    const said = linesOf(error.message);
    expect(said).toHaveLength(1);
    expect(linesOf(await messageFor({years, ...(resource && {resource})}))).toEqual(said);
    const grid = {outcomes: ["profit"], exposures: ["revenue"]};
    const asked = curve({data: path, unit: "department_id", time: "fiscal_year", grid}, {threads: 1});
    await expect(asked).rejects.toThrow(said[0]);
  });
});

interface Refused {
  readonly error: {readonly message: string};
}

/** The violations, without the line above them. */
const linesOf = (message: string): string[] => message.split("\n").slice(1);
