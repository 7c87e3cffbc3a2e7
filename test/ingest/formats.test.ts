import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, it} from "vitest";
import {fieldRules} from "../../loaders/ingest/fieldRules.js";
import {rawResource, type Field} from "../../loaders/study/rawResource.js";

function parsed(field: object): Field {
  const resource = rawResource.parse({name: "r", path: "r.csv", schema: {fields: [{name: "v", ...field}]}});
  return resource.schema.fields[0] as Field;
}

/** What a text is under a field's declaration, or the first rule that it breaks. */
async function read(text: string, field: object): Promise<unknown> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run("SET TimeZone = 'UTC'");
  const {typed, rules} = fieldRules(parsed(field), {missingValues: [""], timeZone: "Asia/Tokyo"});
  const broken = rules.map((rule, i) => `${rule.broken} AS rule_${i}`);
  const cast = ["date", "datetime"].includes(String((field as {type: string}).type)) ? `(${typed})::VARCHAR` : typed;
  const sql = `SELECT ${[`${cast} AS typed`, ...broken].join(", ")} FROM (SELECT $text AS v)`;
  const [row = {}] = (await connection.runAndReadAll(sql, {text})).getRowObjectsJS();
  return rules.find((_, i) => row[`rule_${i}`] === true)?.rule ?? row.typed;
}

describe("fieldRules() reads numbers as they are declared", () => {
  const number = {type: "number"};
  it.each([
    ["groups of three", {...number, groupChar: ","}, {"1,234": 1234, "12,345,678.5": 12_345_678.5, "1234": 1234}],
    [
      "no group of another size",
      {...number, groupChar: ","},
      {"3,7": "a number", "12,34,5": "a number", ",123": "a number"}
    ],
    [
      "a German column",
      {...number, groupChar: ".", decimalChar: ","},
      {"1.234,5": 1234.5, "1234,5": 1234.5, "1234.5": "a number"}
    ],
    [
      "parentheses",
      {...number, groupChar: ",", negative: "parentheses"},
      {"(1,234)": -1234, "5": 5, "(5": "a number", "(-5)": "a number"}
    ],
    ["a trailing minus", {...number, negative: "trailing"}, {"1234-": -1234, "5": 5, "-5-": "a number"}],
    [
      "yen",
      {...number, currencyMark: "¥"},
      {"¥300": 300, "-¥300": -300, "¥-300": -300, "300 ¥": 300, "300": 300, $300: "a number"}
    ],
    ["yen in parentheses", {...number, currencyMark: "¥", negative: "parentheses"}, {"(¥300)": -300, "¥(300)": -300}],
    ["percent", {...number, percent: true}, {"45%": 0.45, "45 %": 0.45, "-5%": -0.05, "0.45": "a number"}],
    [
      "nothing undeclared",
      number,
      {"1,234": "a number", "¥300": "a number", "45%": "a number", "(5)": "a number", "5-": "a number"}
    ],
    [
      "no number that a double would round",
      number,
      {"9007199254740993": "below 2^53 in size", "9007199254740991": 9_007_199_254_740_991, "1e20": 1e20}
    ],
    [
      "no lookalikes",
      number,
      {
        "−5": "a number",
        "５": "a number",
        NaN: "a number",
        Infinity: "a number",
        "0x1F": "a number",
        "1_000": "a number"
      }
    ],
    [
      "whole numbers",
      {type: "integer", groupChar: ","},
      {"1,234": 1234n, "12,34": "a whole number", "3.0": "a whole number"}
    ],
    [
      "a whole number beyond 18 digits",
      {type: "integer"},
      {"99999999999999999999": "a whole number", "9007199254740993": 9_007_199_254_740_993n}
    ]
  ])("%s", async (_, field, answers) => {
    for (const [text, answer] of Object.entries(answers))
      expect([text, await read(text, field)]).toEqual([text, answer]);
  });
});

describe("fieldRules() reads dates as they are declared", () => {
  it.each([
    [
      "ISO",
      {type: "date"},
      {"2020-02-29": "2020-02-29", "2019-02-29": "a date as YYYY-MM-DD", "20200229": "a date as YYYY-MM-DD"}
    ],
    [
      "day first",
      {type: "date", format: "%d/%m/%Y"},
      {"03/04/2020": "2020-04-03", "13/14/2020": "a date as %d/%m/%Y", " 03/04/2020": "a date as %d/%m/%Y"}
    ],
    [
      "two digits from 1950",
      {type: "date", format: "%d/%m/%y", twoDigitYearsFrom: 1950},
      {"01/02/59": "1959-02-01", "01/02/49": "2049-02-01", "29/02/00": "2000-02-29"}
    ],
    ["a year of two digits as %Y", {type: "date", format: "%d/%m/%Y"}, {"01/02/19": "a date between 1950 and 2060"}],
    [
      "Excel's serials",
      {type: "date", format: "excel1900"},
      {"43831": "2020-01-01", "60": "a date as a serial number of Excel's (1900)"}
    ],
    ["Excel's serials on a Macintosh", {type: "date", format: "excel1904"}, {"42369": "2020-01-01"}],
    ["an open end declared", {type: "date", missingValues: ["9999-12-31"]}, {"9999-12-31": null}],
    ["an open end that is not", {type: "date"}, {"9999-12-31": "a date between 1950 and 2060"}],
    [
      "moments of the study's zone",
      {type: "datetime"},
      {"2020-01-01T00:30:00": "2019-12-31 15:30:00+00", "2020-01-01T00:30:00Z": "2020-01-01 00:30:00+00"}
    ],
    [
      "moments of a declared zone",
      {type: "datetime", timeZone: "America/New_York"},
      {"2020-07-01 00:00": "2020-07-01 04:00:00+00"}
    ],
    [
      "moments by pattern",
      {type: "datetime", format: "%d.%m.%Y %H:%M"},
      {"31.12.2019 23:30": "2019-12-31 14:30:00+00", "31.12.2019": "a date and time as %d.%m.%Y %H:%M"}
    ],
    [
      "moments as serials",
      {type: "datetime", format: "excel1900", timeZone: "UTC"},
      {"43831.5": "2020-01-01 12:00:00+00"}
    ]
  ])("%s", async (_, field, answers) => {
    for (const [text, answer] of Object.entries(answers))
      expect([text, await read(text, field)]).toEqual([text, answer]);
  });
});

describe("a field's declaration is refused", () => {
  it.each([
    ["a guessing format", {type: "date", format: "any"}, /guesses/],
    ["a century left open", {type: "date", format: "%d/%m/%y"}, /twoDigitYearsFrom/],
    ["a time of day in a date", {type: "date", format: "%Y-%m-%d %H:%M"}, /type datetime/],
    ["a type that is not known", {type: "geopoint"}, /not supported/],
    ["group and decimal alike", {type: "number", groupChar: "."}, /decimalChar/],
    ["a decimal mark of a text", {type: "string", decimalChar: ","}, /only for fields of the type number/],
    ["a bound of a text", {type: "string", constraints: {minimum: 1}}, /no bound/],
    ["an e-mail address", {type: "string", format: "email"}, /not supported/]
  ])("%s", (_, field, message) => expect(() => parsed(field)).toThrow(message));
});
