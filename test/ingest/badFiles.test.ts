import {describe, expect, it} from "vitest";
import {encodeCp932} from "../../loaders/simulate/encodeCp932.js";
import {messageFor} from "./messageFor.js";
import {departmentYears, departments} from "./tinyStudy.js";

const file = /department_years\.csv/;

// most of the kinds are in badInputs.ts
describe("a bad file is refused by file, row, column and rule, its value unsaid", () => {
  const change = (from: string | RegExp, to: string): string => departmentYears.replace(from, to);
  it.each([
    ["a text for a number", change(/D3,2011,50/, "D3,2011,secret"), /row 10, column headcount/],
    ["a fraction for a whole number", change(/D3,2011,50/, "D3,2011,50.5"), /row 10, column headcount/],
    ["a last value cut short", departmentYears.slice(0, -2), /its last line has no end/],
    ["an empty line before the last", change("D2,2012", "\nD2,2012"), /row 7: an empty line/],
    ["a footer of words", `${departmentYears}Total of all rows\n`, /row 18: fewer values/],
    ["a percentage", change(/D3,2011,50,12,\d+/, "D3,2011,50,12,45%"), /row 10, column revenue: not a number.*percent/]
  ])("%s", async (_, years, message) => {
    const text = await messageFor({years});
    expect(text).toMatch(file);
    expect(text).toMatch(message);
    expect(text).not.toMatch(/secret|1,050/);
  });

  it("counts records, not lines, where a value holds a line's end", async () => {
    const names = departments.replace("South", '"So\n\nuth"').replace("D4,West,B", "D4,West");
    expect(await messageFor({names})).toMatch(/departments\.csv, row 5: fewer values/);
  });

  it("counts the rows above the header", async () => {
    const years = `Figures,2015\n\n${change("D1,2011,50", "D1,2011,x")}`;
    expect(await messageFor({years, resource: {dialect: {headerRows: [3]}}})).toMatch(/row 4, column headcount/);
  });

  it("tells of a file that could not be read, not of those that refer to it", async () => {
    const text = await messageFor({names: departments.replace("North", "N".repeat(3_000_000))});
    expect(text.split("\n").slice(1)).toEqual([
      "  departments.csv, row 2: longer than 2,000,000 bytes. Shorten the record."
    ]);
  });

  it("a pattern that DuckDB can't read", async () => {
    const text = (name: string): object => ({name, type: "string", constraints: {pattern: "(?=D).*"}});
    const schema = {fields: ["department_id", "fiscal_year", "headcount", "managers", "revenue", "profit"].map(text)};
    const raw = {name: "years", schema};
    expect(await messageFor({resource: raw})).toMatch(/datapackage\.json, column years\.department_id: its pattern/);
  });
});

describe("a harmless difference is accepted", () => {
  it.each([
    ["a byte order mark", `\uFEFF${departmentYears}`],
    ["reordered columns", reorder(departmentYears)],
    ["a row twice", `${departmentYears}${departmentYears.split("\n")[1]}\n`],
    ["Windows newlines", departmentYears.replaceAll("\n", "\r\n")],
    ["empty lines after the last row", `${departmentYears}\n\n`]
  ])("%s", async (_, years) => {
    expect(await messageFor({years})).toBe("accepted");
  });

  it("UTF-16 that a byte order mark names", async () => {
    expect(await messageFor({years: Buffer.from(`\uFEFF${noted}`, "utf16le")})).toBe("accepted");
  });

  it("a cut end that the declared bytes vouch for", async () => {
    const years = departmentYears.trimEnd();
    expect(await messageFor({years, resource: {bytes: years.length}})).toBe("accepted");
  });

  it("a quote inside a value that is not quoted", async () => {
    expect(await messageFor({names: departments.replace("South", 'So"uth')})).toBe("accepted");
  });

  it.each([
    ["windows-31j", encodeCp932(noted)],
    ["cp932", encodeCp932(noted)],
    ["utf-16le", Buffer.from(noted, "utf16le")]
  ])("%s where it is declared, and only there", async (encoding, years) => {
    expect(await messageFor({years, resource: {encoding}})).toBe("accepted");
    expect(await messageFor({years})).toMatch(/department_years\.csv: (not utf-8|a NUL character)/);
  });
});

describe("a mapping", () => {
  const select = "SELECT department_id, name, division FROM departments";
  const mapped = async (sql: string): Promise<string> => messageFor({mapping: sql});

  it.each([
    ["a comment at its end", `${select} -- all of them`],
    ["a comment after its semicolon", `${select};\n-- all of them\n`]
  ])("may have %s", async (_, sql) => expect(await mapped(sql)).toBe("accepted"));

  it.each([
    ["converts what does not convert", select.replace("name", "name::INTEGER::VARCHAR AS name"), /does not convert/],
    ["is more than one statement", `DROP TABLE departments; ${select}`, /one SELECT is expected/],
    ["reads a file that is not declared", `${select.replace("FROM", "FROM read_csv('/etc/passwd'),")}`, /not declared/]
  ])("is refused, no value said, if it %s", async (_, sql, message) => {
    const text = await mapped(sql);
    expect(text).toMatch(/sql\/departments\.sql/);
    expect(text).toMatch(message);
    expect(text).not.toMatch(/North|root/);
  });
});

/** With a column more, of Japanese. */
const noted = departmentYears.replaceAll(/(?<=.)\n/g, ",備考\n");

function reorder(csv: string): string {
  return csv
    .split("\n")
    .map((line) => line.split(",").toReversed().join(","))
    .join("\n");
}
