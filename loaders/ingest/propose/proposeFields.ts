/**
 * What a column's values seem to be: the first of the candidates under which none of them breaks a rule. The rules are
 * those by which the file will be read.
 */
import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {identifier, literal} from "../../study/quote.js";
import {rawResource, type Field} from "../../study/rawResource.js";
import {fieldRules} from "../fieldRules.js";

export interface ProposedField {
  readonly name: string;
  readonly type: Field["type"];
  readonly [property: string]: unknown;
}

const number = {type: "number"};
const grouped = {type: "number", groupChar: ","};

/** Days written without marks between their parts, which are numbers too. */
const compact = {type: "date", format: "%Y%m%d"};

const candidates: readonly Record<string, unknown>[] = [
  {type: "boolean", trueValues: ["true", "True", "TRUE"], falseValues: ["false", "False", "FALSE"]},
  {type: "boolean", trueValues: ["yes", "Yes"], falseValues: ["no", "No"]},
  {type: "integer"},
  number,
  {type: "integer", groupChar: ","},
  ...["△", "▲"].flatMap((negativeMark) => [
    {type: "integer", groupChar: ",", negativeMark},
    {...grouped, negativeMark}
  ]),
  grouped,
  {...grouped, negative: "parentheses"},
  {...grouped, negative: "trailing"},
  ...["¥", "￥", "$", "€", "£"].flatMap((currencyMark) => [
    {...grouped, currencyMark},
    {...grouped, currencyMark, negative: "parentheses"}
  ]),
  {...number, percent: true},
  {type: "number", decimalChar: ",", groupChar: "."},
  {type: "number", decimalChar: ",", groupChar: ".", negative: "parentheses"},
  {type: "date"},
  ...[
    "%Y/%m/%d",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%d-%b-%Y",
    "%d %b %Y",
    "%d %B %Y",
    "%b %d, %Y",
    "%Y年%m月%d日"
  ].map((format) => ({
    type: "date",
    format
  })),
  {type: "datetime"},
  ...[
    "%Y/%m/%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y %H:%M:%S",
    "%d-%m-%Y %H:%M",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y %H:%M:%S",
    "%m/%d/%Y %I:%M:%S %p",
    "%A, %d %B %Y, %I:%M %p"
  ].map((format) => ({type: "datetime", format}))
];

/** Texts that usually mean that there is no value. */
const absent = new Set(["", "-", "―", "—", "N/A", "n/a", "NA", "#N/A", "NULL"]);
const openEnd = /^(9999\D?12\D?31|(12|31)\D(12|31)\D9999)$/;

/** What is called an identifier is a text, whatever it looks like. */
export const identifies =
  /(^|[^a-zA-Z])([iI][dD]|[cC]ode|[kK]ey|[nN]o|[nN]umber|CD|UUID)([^a-zA-Z]|$)|Id$|ID$|番号|コード|部門$/;

/** @param rows the file's records below its header */
export async function proposeFields(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  texts: ReadonlySet<string> = new Set()
): Promise<ProposedField[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const fields: ProposedField[] = [];
    for (const [i, name] of names.entries()) {
      const values = [...new Set(rows.map((row) => row[i] ?? ""))];
      const text = texts.has(name) || identifies.test(name);
      fields.push(await proposeField(connection, name, values, text));
    }
    return await inOneOrder(connection, fields, rows);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A file writes its dates in one order: where a column shows that the month is first, it is first in those that do not. */
async function inOneOrder(
  connection: DuckDBConnection,
  fields: readonly ProposedField[],
  rows: readonly (readonly string[])[]
): Promise<ProposedField[]> {
  const shown = fields.some(({format}) => String(format).startsWith("%m/%d"));
  if (!shown && !rows.some((row) => row.includes("12/31/9999"))) return [...fields];
  const ordered: ProposedField[] = [];
  for (const [i, field] of fields.entries()) {
    const turned = {...field, format: String(field.format).replace("%d/%m", "%m/%d")};
    const values = [...new Set(rows.map((row) => row[i] ?? ""))].filter(
      (value) => !absent.has(value) && !openEnd.test(value)
    );
    const turns = String(field.format).startsWith("%d/%m") && (await fits(connection, turned, values));
    ordered.push(turns ? turned : field);
  }
  return ordered;
}

async function proposeField(
  connection: DuckDBConnection,
  name: string,
  values: readonly string[],
  text: boolean
): Promise<ProposedField> {
  const missingValues = values.filter((value) => absent.has(value) || openEnd.test(value));
  const present = values.filter((value) => !missingValues.includes(value));
  const constraints = missingValues.length === 0 ? {constraints: {required: true}} : {};
  const missing = missingValues.some((value) => value !== "")
    ? {missingValues: [...new Set(["", ...missingValues])]}
    : {};
  if (!text && present.length > 0 && !present.some((value) => /^0\d/.test(value) && /^\d+$/.test(value))) {
    const days = present.every((value) => /^(19|20)\d\d(0[1-9]|1[0-2])[0-3]\d$/.test(value));
    for (const candidate of days ? [compact, ...candidates] : candidates) {
      if (await fits(connection, {name, ...candidate}, present)) {
        return {name, ...candidate, ...constraints, ...missing} as ProposedField;
      }
    }
  }
  return {name, type: "string", ...constraints};
}

async function fits(connection: DuckDBConnection, candidate: object, values: readonly string[]): Promise<boolean> {
  const [field] = rawResource.parse({name: "r", path: "r", schema: {fields: [candidate]}}).schema.fields;
  if (!field) return false;
  const {rules} = fieldRules(field, {missingValues: []});
  const broken = rules.map((rule) => rule.broken).join(" OR ");
  const list = values.slice(0, 500).map(literal).join(", ");
  const sql = `SELECT bool_or(${broken}) AS broken FROM (SELECT unnest([${list}]) AS ${identifier(field.name)})`;
  const [row] = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  return row?.broken === false;
}
