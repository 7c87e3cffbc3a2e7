import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {encodeCp932} from "../../loaders/simulate/encodeCp932.js";
import {messageFor} from "./messageFor.js";
import {departmentYears, departments} from "./tinyStudy.js";

const file = /department_years\.csv/;

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
    ["another delimiter", departmentYears.replaceAll(",", ";"), file],
    ["a last value cut short", departmentYears.slice(0, -2), /its last line has no end/],
    ["an empty line before the last", change("D2,2012", "\nD2,2012"), /row 7: an empty line/],
    ["a footer of words", `${departmentYears}Total of all rows\n`, /row 18: fewer values/],
    ["a title above the header", `Figures of 2015\n${departmentYears}`, /no column of the schema/],
    ["a compressed file", gzipSync(departmentYears), file],
    ["a gap in a department's years", change(/D1,2012.*\n/, ""), /row 3, column fiscal_year: the year before it/],
    ["a full-width digit", change(/D3,2011,50/, "D3,2011,５０"), /row 10, column headcount/],
    ["no header", departmentYears.split("\n").slice(1).join("\n"), /row 1: no column of the schema in the header/],
    ["an unknown column, named", change("headcount", "heads"), /column headcount: the header lacks.*heads among them/],
    ["infinity", change(/D3,2011,50,12,\d+/, "D3,2011,50,12,inf"), /row 10, column revenue: not a number/],
    ["a missing value's token that is not declared", change(/D3,2011,50/, "D3,2011,N/A"), /row 10, column headcount/],
    ["a minus of typography", change(/D3,2011,50,12,/, "D3,2011,50,12,\u2212"), /row 10, column revenue/],
    ["a percentage", change(/D3,2011,50,12,\d+/, "D3,2011,50,12,45%"), /row 10, column revenue: not a number.*percent/],
    ["a footer of totals", `${departmentYears}Total,,800,,,\n`, /row 18, column fiscal_year: required/],
    ["lines that end in CR", departmentYears.replaceAll("\n", "\r"), /lines end in CR alone.*lineTerminator/],
    ["lines that end in two ways", change("\n", "\r\n"), /more than one way \(LF, CR LF\)/],
    ["a year by its name", change("D1,2011", "D1,FY2011"), /row 2, column fiscal_year/]
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

  it("a pattern that would take other engines years, in linear time", async () => {
    const names = departments.replace("North", "a".repeat(100_000));
    const fields = ["department_id", "name", "division"].map((name) => ({
      name,
      constraints: {pattern: "(a+)+b|.{1,5}"}
    }));
    const study = {};
    const text = await messageFor({names, departments: {schema: {fields}}, study});
    expect(text).toMatch(/departments\.csv, row 2, column name: not of the pattern/);
  });

  it("a digit lost, where the source's total is declared", async () => {
    const text = await messageFor({years: change(/D3,2011,50/, "D3,2011,5"), resource: {totals: {headcount: 800}}});
    expect(text).toMatch(/column headcount: its sum is not the declared total/);
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

  it("more rows than are declared", async () => {
    expect(await messageFor({resource: {maximumRows: 15}})).toMatch(/16 rows read; at most 15 expected/);
  });

  it("a pattern that DuckDB can't read", async () => {
    const text = (name: string): object => ({name, type: "string", constraints: {pattern: "(?=D).*"}});
    const schema = {fields: ["department_id", "fiscal_year", "headcount", "managers", "revenue", "profit"].map(text)};
    const raw = {name: "years", schema};
    expect(await messageFor({resource: raw})).toMatch(/datapackage\.json, column years\.department_id: its pattern/);
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
