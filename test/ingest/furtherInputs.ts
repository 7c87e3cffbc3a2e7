import {gzipSync} from "node:zlib";
import {zipSync} from "fflate";
import {utils} from "@e965/xlsx";
import {hiddenColumn, jsonLines, lines, merged, parquet, sheetOf, table, withCell, workbook} from "./madeFiles.js";
import {fields, type Tried} from "./badInputs.js";
import {departmentYears, departments} from "./tinyStudy.js";

type Further = Omit<Tried, "rule">;
type Files = Tried["files"];

const change = (from: string | RegExp, to: string): string => departmentYears.replace(from, to);

/** The row of D3 in 2011, whose headcount is 50 and whose revenue is 114, with one of them written otherwise. */
const headcount = (written: string): Files => ({years: change("D3,2011,50", `D3,2011,${written}`)});
const revenue = (written: string, resource = {}): Files => ({
  years: change("D3,2011,50,12,114", `D3,2011,50,12,${written}`),
  resource
});

const opened = (format: string, ...days: readonly string[]): Files => ({
  more: {
    files: {"opened.csv": `id,opened\n${days.map((day, i) => `${i + 1},${day}\n`).join("")}`},
    resources: [
      {name: "opened", path: "opened.csv", schema: {fields: [{name: "id"}, {name: "opened", type: "date", format}]}}
    ]
  }
});

const json = (years: string): Files => ({years, resource: {path: "y.jsonl", format: "jsonl"}});
const book = (first: Parameters<typeof workbook>[0]): Files => ({
  years: workbook(first),
  resource: {path: "years.xlsx", format: "xlsx"}
});
const packed = (years: Uint8Array): Files => ({years, resource: {path: "y.gz", compression: "gzip"}});
const cell = (value: object): Files => book(withCell("C10", value));

const bytes = Buffer.from(departmentYears);
const [header = "", ...rows] = lines;
const cased = (name: string): Files => ({names: departments.replace("D3", name)});
const whole = {totals: {revenue: 1796}};

const refused = (what: string, files: Files): Further => ({what, files});
const read = (what: string, files: Files, same: Files = {}): Further => ({what, files, same});

/** Kinds of spoilt files that the list of bad inputs does not have. */
export const furtherInputs = async (): Promise<readonly Further[]> => [
  refused("a byte order mark in the middle, where two exports were joined", {
    years: change("\nD3,2011", "\n\uFEFFD3,2011")
  }),
  read("two byte order marks", {years: `\uFEFF\uFEFF${departmentYears}`}),
  refused("the header again in the middle", {years: change("\nD3,2011", `\n${header}\nD3,2011`)}),
  read("CR LF, a line's end within quotes", {
    years: departmentYears.replaceAll("\n", "\r\n"),
    names: departments.replace("South", '"South"').replaceAll("\n", "\r\n")
  }),
  read("a delimiter after each row and the header", {years: departmentYears.replaceAll(/(?<=.)\n/g, ",\n")}),
  refused("a delimiter after each row, not the header", {
    years: `${header}\n${rows.map((row) => `${row},\n`).join("")}`
  }),
  refused("a delimiter after one row", {years: change("D3,2011,50,12,114,16", "D3,2011,50,12,114,16,")}),
  refused("a row of delimiters", {years: change("\nD3,2011", "\n,,,,,\nD3,2011")}),
  refused("a row pasted with tabs", {years: change("D3,2011,50,12", "D3\t2011\t50\t12")}),
  refused("sep=, above the header", {years: `sep=,\n${departmentYears}`}),
  refused("Ctrl-Z at the end", {years: `${departmentYears}\u001A`}),
  read("every value in quotes", {years: departmentYears.replaceAll(/[^,\n]+/g, '"$&"')}),
  refused("quotes not doubled within a value", {names: departments.replace("South", '"So"u"th"')}),
  refused("a comma within a name, not quoted", {names: departments.replace("South", "South, old")}),
  refused("an apostrophe between thousands", revenue("1'114")),
  refused("a narrow space between thousands", revenue("1\u202F114")),
  refused("a point between thousands of a whole number", headcount("1.050")),
  refused("a point between thousands of a number, totals declared", revenue("1.114", whole)),
  refused("groups of two, groupChar declared", {
    ...revenue('"11,4"'),
    resource: fields({revenue: {type: "number", groupChar: ","}})
  }),
  refused("Arabic digits", headcount("٥٠")),
  refused("Devanagari digits", headcount("५०")),
  refused("a superscript", headcount("5²")),
  refused("a soft hyphen in a number", headcount("5\u00AD0")),
  refused("a zero-width space in a number", headcount("5\u200B0")),
  refused("a whole number with an exponent", headcount("5e1")),
  read("a number with an exponent", revenue("1.14e2")),
  refused("a hexadecimal number", headcount("0x32")),
  refused("a number in words", headcount("fifty")),
  refused("two numbers in one value", headcount("50/51")),
  refused("a number and its unit", headcount("50 people")),
  refused("an estimate's mark", headcount("~50")),
  refused("more than a number can hold exactly", revenue("9007199254740993")),
  refused("days first, then months first, days first declared", opened("%d/%m/%Y", "31/12/2019", "12/31/2019")),
  refused("two ways of a date in a column", opened("default", "2019-12-31", "31.12.2019")),
  refused("30 February", opened("default", "2019-02-30")),
  refused("29 February of no leap year", opened("%d/%m/%Y", "29/02/2019")),
  refused("a year of two digits where four are declared", opened("%d/%m/%Y", "01/04/19")),
  refused("a date with a time", opened("default", "2019-12-31 00:00:00")),
  refused("a month without a day", opened("default", "2019-12")),
  refused("a key composed in two ways", {
    names: departments.replace("D3", "De\u0301"),
    years: departmentYears.replaceAll("D3", "D\u00E9")
  }),
  refused("a zero-width space in a key", cased("D3\u200B")),
  refused("a no-break space after a key", cased("D3\u00A0")),
  refused("a blank after a key", cased("D3 ")),
  refused("a key in small letters", cased("d3")),
  refused("a key in full width", cased("\uFF243")),
  refused("a Cyrillic letter in a key", cased("\u04103")),
  refused("gzip with other bytes after it", packed(Buffer.concat([gzipSync(bytes), Buffer.from("garbage")]))),
  read("gzip in two members", packed(Buffer.concat([gzipSync(bytes.subarray(0, 200)), gzipSync(bytes.subarray(200))]))),
  refused("gzip, cut", packed(gzipSync(bytes).subarray(0, -12))),
  refused("gzip whose checksum is another", packed(withLast(gzipSync(bytes), 8))),
  refused("gzip within gzip", packed(gzipSync(gzipSync(bytes)))),
  refused("zip of two files, none named", {
    years: zipSync({"a.csv": bytes, "b.csv": bytes}),
    resource: {path: "y.zip", compression: "zip"}
  }),
  refused("zip, cut", {
    years: zipSync({"a.csv": bytes}).subarray(0, -30),
    resource: {path: "y.zip", compression: "zip"}
  }),
  read("a workbook's numbers as text", book(utils.aoa_to_sheet(table))),
  refused("a workbook's number as text with a blank after it", cell({t: "s", v: "50 people"})),
  refused("a workbook's merged cells", book(merged())),
  refused("a workbook's hidden column", book(hiddenColumn())),
  refused("a workbook's error", cell({t: "e", v: 42, w: "#N/A"})),
  refused("a workbook's TRUE for a number", cell({t: "b", v: true})),
  refused("a workbook's fraction for a whole number", cell({t: "n", v: 50.5})),
  refused("a workbook's date for a number", cell({t: "d", v: new Date(Date.UTC(2019, 3, 1)), z: "yyyy-mm-dd"})),
  refused("a workbook with a row of totals", book(sheetOf([...table, ["Total", "", "800", "192", "1796", "200"]]))),
  refused("a workbook, cut", {
    years: workbook(sheetOf(table)).subarray(0, -200),
    resource: {path: "years.xlsx", format: "xlsx"}
  }),
  refused("Parquet with bytes for numbers", await parquetOf("profit BLOB")),
  read("Parquet with whole numbers for numbers", await parquetOf("profit INTEGER")),
  read("Parquet with decimals for numbers", await parquetOf("profit DECIMAL(9, 2)")),
  refused("JSON lines, a key of null", json(jsonLines().replace('"D3"', "null"))),
  refused("JSON lines, a key left out", json(jsonLines().replace('"department_id":"D3",', ""))),
  refused("JSON lines, a name twice", json(jsonLines().replace('"headcount":', '"headcount":"5","headcount":'))),
  refused("JSON lines, NaN", json(jsonLines().replace('"50"', "NaN"))),
  refused("JSON in one list", json(`[${jsonLines().trimEnd().split("\n").join(",")}]\n`)),
  refused("JSON over several lines", json(`${JSON.stringify({department_id: "D1"}, null, 2)}\n`)),
  refused("JSON lines, the last cut", json(jsonLines().slice(0, -9)))
];

async function parquetOf(profit: string): Promise<Files> {
  return {years: await parquet(profit), resource: {path: "y.parquet", format: "parquet"}};
}

/** The bytes, one of them so far from the end another. */
function withLast(packedBytes: Buffer, from: number): Uint8Array {
  const at = packedBytes.length - from;
  return packedBytes.with(at, (packedBytes[at] ?? 0) ^ 1);
}
