import {mkdtemp, rename, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {zipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {scratchFile} from "../../loaders/ingest/scratchFile.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {
  flipped,
  hiddenColumn,
  hiddenRow,
  jsonLines,
  lines,
  merged,
  parquet,
  sheetOf,
  table,
  titled,
  withCell,
  workbook
} from "./madeFiles.js";
import {messageFor} from "./messageFor.js";
import {departments, departmentYears, tinyStudy} from "./tinyStudy.js";

const query = new URL("./departmentProfits.sql", import.meta.url);

/** Profits as they arrive in the canonical table, or what is said instead. */
async function profits(
  years: string | Uint8Array,
  resource: Record<string, unknown> = {},
  more = {}
): Promise<unknown> {
  const {folder, cache} = await tinyStudy({years, resource, more});
  try {
    const warehouse = await openWarehouse(await readStudy(folder), cache);
    const rows = await warehouse.query<{profit: number}>(query);
    warehouse.close();
    return rows.map(({profit}) => profit);
  } catch (error) {
    return (error as Error).message;
  }
}

const truth = table.slice(1).map((row) => Number(row[5]));

const parquetFile = {path: "years.parquet", format: "parquet"};

describe("a file is read to the same numbers", () => {
  const packed = {path: "years.csv.gz", compression: "gzip"};
  it.each<[string, string | Uint8Array, Record<string, unknown>]>([
    ["a name that is a pattern", departmentYears, {path: "report[1].csv"}],
    ["tabs", departmentYears.replaceAll(",", "\t"), {format: "tsv"}],
    ["gzip", gzipSync(departmentYears), packed],
    ["zip", zipSync({"a/years.csv": Buffer.from(departmentYears)}), {path: "years.zip", compression: "zip"}],
    [
      "the named file of a zip archive",
      zipSync({"years.csv": Buffer.from(departmentYears), "read me.txt": Buffer.from("hello")}),
      {path: "years.zip", compression: "zip", innerPath: "years.csv"}
    ],
    [
      "comment lines",
      `# made today\n${lines[0]}\n# of "all\n${lines.slice(1).join("\n")}\n`,
      {dialect: {commentChar: "#"}}
    ],
    ["comment rows", `${lines[0]}\nnot,a row\n${lines.slice(1).join("\n")}\n`, {dialect: {commentRows: [2]}}],
    ["blanks after delimiters", departmentYears.replaceAll(",", ",  "), {dialect: {skipInitialSpace: true}}],
    [
      "a title with a line's end inside it",
      `"Figures\nof 2015",,,,,\n${departmentYears}`,
      {dialect: {headerRows: [2]}}
    ],
    ["carriage returns", departmentYears.replaceAll("\n", "\r"), {dialect: {lineTerminator: "\r"}}],
    ["JSON lines", jsonLines(), {path: "years.jsonl", format: "jsonl"}],
    ["a workbook", workbook(sheetOf(table)), {path: "years.xlsx", format: "xlsx"}],
    [
      "a workbook's range",
      workbook(sheetOf([["Figures of 2015"], [], ...table.map((row) => ["", ...row])])),
      {path: "years.xlsx", format: "xlsx", dialect: {range: "B3:G19"}}
    ],
    [
      "a workbook whose title is merged above the header",
      workbook(titled([["Figures of 2015"]], ["A1:F1"])),
      {path: "years.xlsx", format: "xlsx", dialect: {headerRows: [2]}}
    ],
    [
      "a workbook's sheet",
      workbook(sheetOf([["hello"]]), sheetOf(table)),
      {path: "years.xlsx", format: "xlsx", dialect: {sheetName: "Sheet2"}}
    ]
  ])("%s", async (_, years, resource) => expect(await profits(years, resource)).toEqual(truth));

  it("a workbook with a group's name merged over its columns", async () => {
    const names = ["department_id", "fiscal_year", "headcount", "managers", "Money revenue", "Money profit"];
    const schema = {fields: names.map((name, i) => ({name, type: i === 0 ? "string" : "integer"}))};
    const resource = {name: "book", path: "years.xlsx", format: "xlsx", dialect: {headerRows: [1, 2]}, schema};
    const book = workbook(titled([["", "", "", "", "Money", ""]], ["E1:F1"]));
    const mapping = 'SELECT department_id, fiscal_year, "Money profit" AS profit FROM book ORDER BY ALL';
    expect(await profits(book, resource, {files: {"sql/department_years.sql": mapping}})).toEqual(truth);
  });

  it("Parquet", async () => expect(await profits(await parquet("profit DOUBLE"), parquetFile)).toEqual(truth));

  it("escapes inside quotes", async () => {
    const years = departmentYears.replaceAll(/^D1/gm, String.raw`"D\"1"`);
    const names = departments.replace("D1", '"D""1"');
    const dialect = {escapeChar: "\\", doubleQuote: false};
    expect(await messageFor({years, names, resource: {dialect}})).toBe("accepted");
    expect(await messageFor({years, names})).toMatch(/department_years\.csv, rows 2, 3, 4, 5: a quote/);
  });
});

describe("what a reader can't be sure of is refused by name", () => {
  const packed = {path: "years.csv.gz", compression: "gzip"};
  const archive = {path: "years.zip", compression: "zip"};
  const book = {path: "years.xlsx", format: "xlsx"};
  const bytes = Buffer.from(departmentYears);
  it.each<[string, string | Uint8Array, Record<string, unknown>, RegExp]>([
    ["an undeclared gzip file", gzipSync(bytes), {}, /a gzip file.*Declare "compression": "gzip"/],
    ["an undeclared workbook", workbook(sheetOf(table)), {}, /an Excel workbook.*Declare "format": "xlsx"/],
    ["an undeclared archive", zipSync({"years.csv": bytes}), {}, /a zip archive/],
    ["a page", "<!DOCTYPE html><p>Sign in</p>", {}, /a web page.*Sign in where/],
    ["a text for a workbook", departmentYears, book, /declares format: xlsx/],
    ["a gzip bomb", gzipSync(Buffer.alloc(1 << 24)), {...packed, maximumBytes: 1e6}, /unpacks to more than 1000000/],
    ["a zip bomb", zipSync({"years.csv": new Uint8Array(1 << 24)}), {...archive, maximumBytes: 1e6}, /unpacks to more/],
    ["a workbook that grows", workbook(sheetOf(table)), {...book, maximumBytes: 1000}, /unpacks to more than 1000 /],
    ["a cut gzip file", gzipSync(bytes).subarray(0, 60), packed, /gzip packing is damaged or cut/],
    [
      "a changed archive",
      flipped(zipSync({"years.csv": bytes}, {level: 0}), 200),
      archive,
      /differs from its checksum/
    ],
    ["a way out of an archive", zipSync({"../years.csv": bytes}), archive, /leads out of it/],
    ["two files in an archive", zipSync({"a.csv": bytes, "b.csv": bytes}), archive, /2 files.*innerPath/],
    ["a workbook with a password", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), book, /encrypted.*without a password/],
    ["a formula", workbook(withCell("F3", {t: "n", v: 1, f: "A1+1"})), book, /row 3, column profit: a formula/],
    ["an error of Excel's", workbook(withCell("F3", {t: "e", v: 42})), book, /row 3, column profit: an error/],
    ["merged cells", workbook(merged()), book, /row 3, column B: merged cells/],
    ["a hidden row", workbook(hiddenRow()), book, /row 4: a hidden row/],
    ["a hidden column", workbook(hiddenColumn()), book, /column C: a hidden column/],
    ["a choice of sheets", workbook(sheetOf(table), sheetOf(table)), book, /2 sheets.*sheetName/],
    [
      "a number shown otherwise",
      workbook(withCell("A3", {t: "n", v: 12, z: "0000"})),
      book,
      /row 3, column department_id: a number/
    ],
    ["JSON that is none", `${jsonLines()}{\n`, {path: "y.jsonl", format: "jsonl"}, /row 17: not valid JSON/],
    [
      "a list in JSON",
      jsonLines().replace('"50"', "[50]"),
      {path: "y.jsonl", format: "jsonl"},
      /row 1, column headcount: an object or a list/
    ],
    [
      "a name twice in JSON",
      jsonLines().replace("{", '{"profit":1,'),
      {path: "y.jsonl", format: "jsonl"},
      /row 1: a name stands twice/
    ],
    ["another hash", departmentYears, {hash: `sha256:${"0".repeat(64)}`}, /SHA-256 is not the declared one/],
    [
      "another encoding than the mark's",
      `\uFEFF${departmentYears}`,
      {encoding: "utf-16le"},
      /byte order mark of utf-8/
    ],
    [
      "a byte that CP1252 lacks",
      Buffer.concat([bytes, Buffer.from([0x81, 0x0a])]),
      {encoding: "cp1252"},
      /not cp1252 near byte/
    ]
  ])("%s", async (_, years, resource, message) => {
    const text = await profits(years, resource);
    expect(text).toMatch(message);
    expect(text).toMatch(/^ {2}(department_years|years|y)\.(csv|csv\.gz|zip|xlsx|jsonl)/m);
  });

  it("a Parquet column of another type", async () => {
    expect(await profits(await parquet("profit VARCHAR"), parquetFile)).toMatch(/column profit: of the type VARCHAR/);
  });

  it("a cut Parquet file", async () => {
    const file = await parquet("profit DOUBLE");
    expect(await profits(file.subarray(0, 400), parquetFile)).toMatch(/damaged or cut Parquet/);
  });

  it("a symbolic link out of the study", async () => {
    const {folder, cache} = await tinyStudy();
    const outside = join(await mkdtemp(join(tmpdir(), "longview-outside-")), "years.csv");
    await rename(join(folder, "department_years.csv"), outside);
    await symlink(outside, join(folder, "department_years.csv"));
    await expect(openWarehouse(await readStudy(folder), cache)).rejects.toThrow(/symbolic link that leads out/);
  });

  it("a pattern beside a file that it would match", async () => {
    const {folder, cache} = await tinyStudy({resource: {path: "report[1].csv"}});
    await writeFile(
      join(folder, "report1.csv"),
      departmentYears.replace("D1,2011,50,12,107,10", "D1,2011,50,12,107,99")
    );
    const warehouse = await openWarehouse(await readStudy(folder), cache);
    const rows = await warehouse.query<{profit: number}>(query);
    warehouse.close();
    expect(rows.map(({profit}) => profit)).toEqual(truth);
  });
});

it("scratchFile() names the file when the disk is full", async () => {
  const output = await scratchFile("/dev/full", "years.csv");
  await expect(output.write("D1,2011")).rejects.toThrow(/years\.csv: the disk is full.*Make room/);
  await output.close();
});

describe("a workbook's cells are read as they are meant", () => {
  const dated = (z: string, v: number, date1904 = false): Uint8Array =>
    workbook(
      {
        ...sheetOf([
          ["department_id", "name", "division", "opened"],
          ["D1", "North", "A", ""]
        ]),
        D2: {t: "n", v, z}
      },
      undefined,
      date1904
    );
  const fields = ["department_id", "name", "division", "opened"].map((name) => ({
    name,
    type: name === "opened" ? "date" : "string"
  }));
  it.each([
    ["of 1900", dated("yyyy-mm-dd", 43_831), "2020-01-01"],
    ["of 1904", dated("yyyy-mm-dd", 42_369, true), "2020-01-01"]
  ])("a date of the epoch %s", async (_, file, day) => {
    const {folder, cache} = await tinyStudy({
      mapping:
        "SELECT department_id, name, division, opened FROM book UNION ALL SELECT department_id, name, division, NULL FROM departments WHERE department_id <> 'D1'"
    });
    await writeFile(join(folder, "book.xlsx"), file);
    const description = JSON.parse(
      await (await import("node:fs/promises")).readFile(join(folder, "datapackage.json"), "utf8")
    );
    description.resources.push({name: "book", path: "book.xlsx", format: "xlsx", schema: {fields}});
    await writeFile(join(folder, "datapackage.json"), JSON.stringify(description));
    const warehouse = await openWarehouse(await readStudy(folder), cache);
    const [row] = await warehouse.query<{opened: string}>(new URL("./departmentOpened.sql", import.meta.url));
    warehouse.close();
    expect(row?.opened).toBe(day);
  });

  it("a formula's kept value, where it is asked for", async () => {
    const file = workbook(withCell("F3", {t: "n", v: 15, f: "A1+1"}));
    const dialect = {formulas: "cached"};
    expect(await profits(file, {path: "y.xlsx", format: "xlsx", dialect})).toEqual(truth.with(1, 15));
  });
});
