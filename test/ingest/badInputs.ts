import {createHash} from "node:crypto";
import {gzipSync} from "node:zlib";
import {unzipSync, zipSync} from "fflate";
import {encodeCp932} from "../../loaders/simulate/encodeCp932.js";
import {hiddenRow, lines, merged, parquet, sheetOf, table, withCell, workbook} from "./madeFiles.js";
import {departmentYears, departments, type tinyStudy} from "./tinyStudy.js";

type Files = Parameters<typeof tinyStudy>[0];

export interface Tried {
  /** number in the list of bad inputs */
  readonly rule: number;
  readonly what: string;
  readonly files: Files;
  /** a study of the same numbers, plainly written; absent where the files are to be refused */
  readonly same?: Files;
}

const change = (from: string | RegExp, to: string): string => departmentYears.replace(from, to);

/** The fields of department_years, some of them declared otherwise. */
export const fields = (other: Readonly<Record<string, object>>): {schema: object} => ({
  schema: {
    fields: (table[0] ?? []).map((name) => {
      const type = name === "department_id" ? "string" : name.endsWith("e") || name === "profit" ? "number" : "integer";
      return {name, type, constraints: {required: true}, ...other[name]};
    }),
    primaryKey: ["department_id", "fiscal_year"]
  }
});

/** Every value of a column written in another way. */
const column = (name: string, write: (value: string) => string): string => {
  const at = (table[0] ?? []).indexOf(name);
  return `${table.map((row, i) => (i === 0 ? row : row.with(at, write(row[at] ?? ""))).join(",")).join("\n")}\n`;
};

const extra = (name: string, field: object, values: readonly string[]): Files => ({
  more: {
    files: {[`${name}.csv`]: `id,${name}\n${values.map((value, i) => `${i + 1},${value}\n`).join("")}`},
    resources: [{name, path: `${name}.csv`, schema: {fields: [{name: "id"}, {name, ...field}]}}]
  }
});

/** Departments that opened on a day, as a file of its own writes it. */
const opened = (day: string, format = "default"): Files => ({
  ...extra("opened", {type: "date", format}, [day]),
  mapping: "SELECT department_id, name, division, opened FROM departments CROSS JOIN opened"
});

const survey = (answers: string): Files => {
  const described = (name: string, types: Readonly<Record<string, string>>): object => ({
    name,
    path: `${name}.csv`,
    schema: {fields: Object.entries(types).map(([field, type]) => ({name: field, type}))}
  });
  const item = "item_id,measure,wording,wording_version,minimum,maximum,reversed,negative_control";
  return {
    more: {
      files: {
        "survey_items.csv": `${item}\nq1,teamwork,We help one another,1,1,5,false,false\n`,
        "survey_responses.csv": `fiscal_year,respondent_id,item_id,department_id,response\n${answers}`
      },
      resources: [
        described("survey_items", {
          item_id: "string",
          measure: "string",
          wording: "string",
          wording_version: "integer",
          minimum: "integer",
          maximum: "integer",
          reversed: "boolean",
          negative_control: "boolean"
        }),
        described("survey_responses", {
          fiscal_year: "integer",
          respondent_id: "string",
          item_id: "string",
          department_id: "string",
          response: "integer"
        })
      ]
    }
  };
};

const revenue = /D3,2011,50,12,\d+/;
const open = {type: "number", constraints: {}};
const answered = "2011,r1,q1,D1,4\n2011,r2,q1,D2,5\n";
const book = {path: "years.xlsx", format: "xlsx"};
const whole = `sha256:${createHash("sha256").update(departmentYears).digest("hex")}`;
const noted = departmentYears.replaceAll(/(?<=.)\n/g, ",備考\n");
const fullWidth = (text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

const refused = (rule: number, what: string, files: Files): Tried => ({rule, what, files});
const read = (rule: number, what: string, files: Files, same: Files = {}): Tried => ({rule, what, files, same});

/** What is tried of each bad input that a file alone can hold. */
export const tried = async (): Promise<readonly Tried[]> => [
  refused(1, "no byte", {years: ""}),
  refused(2, "the header alone", {years: `${lines[0]}\n`}),
  refused(3, "no such file", {years: null}),
  refused(4, "the last row cut", {years: departmentYears.slice(0, -9)}),
  refused(4, "a row within cut", {years: change("D2,2012,50,12,108,11", "D2,2012,50")}),
  refused(5, "four rows gone, totals declared", {
    years: `${lines.slice(0, 13).join("\n")}\n`,
    resource: {totals: {headcount: 800}}
  }),
  refused(6, "50 is 5, totals declared", {
    years: change("D3,2011,50", "D3,2011,5"),
    resource: {totals: {headcount: 800}}
  }),
  refused(6, "50 is 5, hash declared", {years: change("D3,2011,50", "D3,2011,5"), resource: {hash: whole}}),
  read(8, "a byte order mark", {years: `\uFEFF${departmentYears}`}),
  read(9, "UTF-16, declared", {years: Buffer.from(noted, "utf16le"), resource: {encoding: "utf-16le"}}),
  refused(9, "UTF-16, not declared", {years: Buffer.from(noted, "utf16le")}),
  read(10, "CP932, declared", {years: encodeCp932(noted), resource: {encoding: "cp932"}}),
  refused(10, "CP932, not declared", {years: encodeCp932(noted)}),
  refused(11, "0xFF in the last row", {years: Buffer.concat([Buffer.from(departmentYears), Buffer.from([0xff, 10])])}),
  refused(12, "NUL in a key", {years: change("D1,2011", "D1\u0000,2011")}),
  refused(13, "lines end in CR", {years: departmentYears.replaceAll("\n", "\r")}),
  refused(13, "lines end in two ways", {years: change("\n", "\r\n")}),
  refused(14, "semicolons", {years: departmentYears.replaceAll(",", ";")}),
  read(14, "semicolons, declared", {
    years: departmentYears.replaceAll(",", ";"),
    resource: {dialect: {delimiter: ";"}}
  }),
  refused(15, "a name of 3 MB", {names: departments.replace("North", "N".repeat(3_000_000))}),
  refused(16, "gzip of 16 MB, 1 MB allowed", {
    years: gzipSync(Buffer.alloc(1 << 24)),
    resource: {path: "y.gz", compression: "gzip", maximumBytes: 1e6}
  }),
  refused(16, "zip of 16 MB, 1 MB allowed", {
    years: zipSync({"years.csv": new Uint8Array(1 << 24)}),
    resource: {path: "y.zip", compression: "zip", maximumBytes: 1e6}
  }),
  refused(17, "an entry ../years.csv", {
    years: zipSync({"../years.csv": Buffer.from(departmentYears)}),
    resource: {path: "y.zip", compression: "zip"}
  }),
  refused(18, "a page", {years: "<!DOCTYPE html><html><body>Sign in</body></html>"}),
  refused(19, "100 times the rows, maximumRows declared", {
    years: departmentYears + `${lines.slice(1).join("\n")}\n`.repeat(99),
    resource: {maximumRows: 32}
  }),
  read(20, "columns the other way round", {years: `${table.map((row) => row.toReversed().join(",")).join("\n")}\n`}),
  refused(21, "headcount is called heads", {years: change("headcount", "heads")}),
  read(22, "a column more", {years: noted}),
  refused(22, "a column more, fieldsMatch equal", {
    years: noted,
    resource: {schema: {...fields({}).schema, fieldsMatch: "equal"}}
  }),
  refused(23, "no profit", {years: `${table.map((row) => row.slice(0, -1).join(",")).join("\n")}\n`}),
  refused(24, "managers twice", {
    years: `${table.map((row) => [...row, row[3]].join(",")).join("\n")}\n`
  }),
  refused(25, "no header", {years: `${lines.slice(1).join("\n")}\n`}),
  refused(26, "a title", {years: `Figures of 2015\n${departmentYears}`}),
  read(26, "a title, headerRows declared", {
    years: `Figures of 2015\n${departmentYears}`,
    resource: {dialect: {headerRows: [2]}}
  }),
  refused(27, "a row of totals", {years: `${departmentYears}Total,,800,192,,\n`}),
  read(28, "two files, headcount in one, staff in the other, a mapping", {
    years: null,
    resource: {name: "early", path: "early.csv", ...fields({})},
    more: {
      files: {
        "early.csv": `${lines.filter((line, i) => i === 0 || /,201[12],/.test(line)).join("\n")}\n`,
        "late.csv": `${lines
          .filter((line, i) => i === 0 || /,201[34],/.test(line))
          .join("\n")
          .replace("headcount", "staff")}\n`,
        "sql/department_years.sql":
          "SELECT department_id, fiscal_year, headcount, managers, revenue, profit FROM early UNION ALL SELECT department_id, fiscal_year, staff AS headcount, managers, revenue, profit FROM late"
      },
      resources: [{name: "late", path: "late.csv", schema: lateSchema()}]
    }
  }),
  refused(28, "one file, its second part under another header", {
    years: `${lines.slice(0, 9).join("\n")}\n${lines[0]?.replace("headcount", "staff")}\n${lines.slice(9).join("\n")}\n`
  }),
  ...["0", "6", "3.7"].map((rating) =>
    refused(
      29,
      `a rating of ${rating}`,
      extra("rating", {type: "integer", constraints: {minimum: 1, maximum: 5}}, ["4", rating])
    )
  ),
  ...["N/A", "-", ""].map((token) =>
    refused(30, `"${token}" for a number`, {years: change("D3,2011,50", `D3,2011,${token}`)})
  ),
  read(
    30,
    "N/A, declared",
    {years: change(revenue, "D3,2011,50,12,N/A"), resource: fields({revenue: {...open, missingValues: ["N/A"]}})},
    {years: change(revenue, "D3,2011,50,12,"), resource: fields({revenue: open})}
  ),
  ...["NaN", "Infinity"].map((value) => refused(31, value, {years: change(revenue, `D3,2011,50,12,${value}`)})),
  ...['"1,234"', "(1200)", "¥300"].map((value) =>
    refused(32, value, {years: change(revenue, `D3,2011,50,12,${value}`)})
  ),
  read(
    32,
    "the three of them, declared",
    {
      years: column("revenue", (value) => `"¥1,${value}"`).replaceAll(/(\d+)$/gm, "($1)"),
      resource: fields({
        revenue: {type: "number", groupChar: ",", currencyMark: "¥"},
        profit: {type: "number", negative: "parentheses"}
      })
    },
    {years: column("revenue", (value) => `1${value}`).replaceAll(/,(\d+)$/gm, ",-$1")}
  ),
  refused(33, "a decimal comma", {years: change(revenue, 'D3,2011,50,12,"107,5"')}),
  read(
    33,
    "a decimal comma, declared",
    {
      years: column("revenue", (value) => `"${value},5"`),
      resource: fields({revenue: {type: "number", decimalChar: ","}})
    },
    {years: column("revenue", (value) => `${value}.5`)}
  ),
  refused(34, "full-width digits", {years: column("headcount", fullWidth)}),
  refused(34, "U+2212 for a minus", {years: change(/D3,2011,50,12,/, "D3,2011,50,12,\u2212")}),
  read(
    35,
    "keys 01 and 1",
    {
      names: departments.replace("D1", "01").replace("D2", "1"),
      years: departmentYears.replaceAll("D1,", "01,").replaceAll("D2,", "1,")
    },
    {
      names: departments.replace("D1", "01").replace("D2", "1"),
      years: departmentYears.replaceAll("D1,", "01,").replaceAll("D2,", "1,"),
      departments: {}
    }
  ),
  refused(36, "31/12/2019, no format declared", extra("opened", {type: "date"}, ["31/12/2019"])),
  read(36, "03/04/2020, day first declared", opened("03/04/2020", "%d/%m/%Y"), opened("2020-04-03")),
  refused(37, "43831, no epoch declared", extra("opened", {type: "date"}, ["43831"])),
  read(37, "43831, of 1900", opened("43831", "excel1900"), opened("2020-01-01")),
  read(37, "42369, of 1904", opened("42369", "excel1904"), opened("2020-01-01")),
  ...["1900-01-01", "2099-12-31"].map((day) => refused(38, day, extra("opened", {type: "date"}, [day]))),
  refused(38, "a year of 2099", {years: change("D1,2011", "D1,2099")}),
  refused(39, "FY2011", {years: change("D1,2011", "D1,FY2011")}),
  read(39, "R6 and FY2011, a mapping of names to years", {
    years: departmentYears.replaceAll(/,(201\d),/g, (_, year) => (year === "2011" ? ",R6," : `,FY${year},`)),
    resource: {name: "named", ...fields({fiscal_year: {type: "string"}})},
    more: {
      files: {
        "years.csv": "called,year\nR6,2011\nFY2012,2012\nFY2013,2013\nFY2014,2014\n",
        "sql/department_years.sql":
          "SELECT department_id, year AS fiscal_year, headcount, managers, revenue, profit FROM named JOIN years ON called = named.fiscal_year"
      },
      resources: [
        {name: "years", path: "years.csv", schema: {fields: [{name: "called"}, {name: "year", type: "integer"}]}}
      ]
    }
  }),
  refused(40, "45% among shares", extra("share", {type: "number"}, ["0.45", "45%"])),
  refused(40, "0.45 among percentages", extra("share", {type: "number", percent: true}, ["45%", "0.45"])),
  refused(40, "45 among shares to 1", extra("share", {type: "number", constraints: {maximum: 1}}, ["0.45", "45"])),
  read(
    41,
    "a department called =HYPERLINK()",
    {names: departments.replace("North", '"=HYPERLINK(""x"")"')},
    {names: departments.replace("North", '"=HYPERLINK(""x"")"'), departments: {}}
  ),
  refused(43, "(a+)+b of 100,000 letters", {
    names: departments.replace("North", "a".repeat(100_000)),
    departments: {
      schema: {
        fields: ["department_id", "name", "division"].map((name) => ({name, constraints: {pattern: "(a+)+b|.{1,5}"}}))
      }
    }
  }),
  read(44, "a row twice", {years: `${departmentYears}${lines[1]}\n`}),
  refused(45, "a row twice, with other revenue", {years: `${departmentYears}D1,2011,50,12,999,1\n`}),
  refused(46, "a year of an unknown department", {years: change("D4,2014", "D9,2014")}),
  refused(48, "a year lacks", {years: change(/D1,2012.*\n/, "")}),
  read(49, "one answers an item twice, alike", survey(`${answered}2011,r2,q1,D2,5\n`), survey(answered)),
  refused(49, "one answers an item twice, otherwise", survey(`${answered}2011,r2,q1,D2,1\n`)),
  refused(57, "Parquet, cut", {
    years: (await parquet("profit DOUBLE")).subarray(0, 400),
    resource: {path: "y.parquet", format: "parquet"}
  }),
  refused(57, "Parquet, a byte changed, hash declared", {
    years: flippedParquet(await parquet("profit DOUBLE")),
    resource: {path: "y.parquet", format: "parquet", hash: whole}
  }),
  refused(58, "Parquet, profit as text", {
    years: await parquet("profit VARCHAR"),
    resource: {path: "y.parquet", format: "parquet"}
  }),
  refused(59, "a formula", {years: workbook(withCell("F3", {t: "n", v: 1, f: "A1+1"})), resource: book}),
  refused(60, "merged cells", {years: workbook(merged()), resource: book}),
  refused(60, "a hidden row", {years: workbook(hiddenRow()), resource: book}),
  refused(60, "a second sheet", {years: workbook(sheetOf(table), sheetOf(table)), resource: book}),
  refused(61, "macros", {
    years: zipSync({...unzipSync(workbook(sheetOf(table))), "xl/vbaProject.bin": Buffer.from("x")}),
    resource: book
  }),
  refused(61, "encrypted", {years: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), resource: book})
];

function lateSchema(): object {
  const {schema} = fields({}) as {schema: {fields: {name: string}[]}};
  return {
    ...schema,
    fields: schema.fields.map((field) => ({...field, name: field.name === "headcount" ? "staff" : field.name}))
  };
}

const flippedParquet = (bytes: Buffer): Uint8Array => new Uint8Array(bytes).with(60, (bytes[60] ?? 0) ^ 1);
