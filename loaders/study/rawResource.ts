/**
 * A raw file as `datapackage.json` describes it. Every property is enforced, or is only for readers; one that is neither
 * is refused by name.
 *
 * Source     datapackage.org/standard: Data Resource, Table Dialect and Table Schema, version 2.0
 * Ours       asOf, every, tolerance, minimumRows, maximumRows, totals, maximumBytes, source, query, timeoutSeconds, compression, innerPath; a dialect's range and
 *            formulas; a field's negative, negativeMark, currencyMark, percent, unit, twoDigitYearsFrom, timeZone
 * Not here   see `notSupported`
 */
import {z} from "zod";
import {resourceName, timeZone, webAddress, webPath} from "./propertyTypes.js";

const relativePath = z
  .string()
  .regex(/^(?!\/|[a-zA-Z]:|.*(^|\/)\.\.(\/|$)|.*:\/\/)[^\0]+$/, "a path inside the study's folder");

/** Properties of the standard that nothing here enforces, and what to do instead. */
export const notSupported: Readonly<Record<string, string>> = {
  data: "put the rows into a file",
  bareNumber: "declare currencyMark or percent",
  categories: "use constraints.enum",
  categoriesOrdered: "use constraints.enum",
  jsonSchema: "use the other constraints",
  itemKeys: "JSON lines are read as objects",
  itemType: "JSON lines are read as objects",
  property: "put the rows into JSON lines",
  table: "databases are read by a query; declare source",
  profile: "leave it out",
  rdfType: "leave it out"
};

const character = z.string().refine((text) => [...text].length === 1, "one character");

const dialect = z.strictObject({
  $schema: z.string().optional(),
  header: z.boolean().default(true).describe("whether the file has a header"),
  headerRows: z.array(z.int().min(1)).min(1).optional().describe("the header's rows, joined where there are several"),
  headerJoin: z.string().default(" ").describe("what joins the header's rows"),
  commentRows: z.array(z.int().min(1)).min(1).optional().describe("rows to leave out, counted from 1"),
  commentChar: character.optional().describe("begins a line that is left out"),
  delimiter: character.optional().describe("between values: a comma, or a tab where the format is tsv"),
  lineTerminator: z
    .enum(["\n", "\r\n", "\r"], '"\\n", "\\r\\n" or "\\r"')
    .optional()
    .describe("the lines' end; LF and CR LF need not be declared"),
  quoteChar: character.default('"').describe("around a value"),
  doubleQuote: z.boolean().default(true).describe("whether a doubled quote inside quotes is one"),
  escapeChar: character.optional().describe("stands before a quote inside quotes"),
  nullSequence: z.string().optional().describe("a text that means no value"),
  skipInitialSpace: z.boolean().default(false).describe("whether blanks after a delimiter are left out"),
  sheetName: z.string().optional().describe("the workbook's sheet, by name"),
  sheetNumber: z.int().min(1).optional().describe("the workbook's sheet, by number"),
  range: z
    .string()
    .regex(/^[A-Z]{1,3}[1-9]\d{0,6}:[A-Z]{1,3}[1-9]\d{0,6}$/, "a range of cells, such as B3:F40")
    .optional()
    .describe("the cells to read, header included"),
  formulas: z.literal("cached", '"cached"').optional().describe("take the values that a workbook keeps of its formulas")
});

const bound = z.union([z.number(), z.string()], "a number, or a date as the schema's type writes it");

const constraints = z.strictObject({
  required: z.boolean().optional().describe("no value may be missing"),
  unique: z.boolean().optional().describe("no value may stand twice"),
  minimum: bound.optional().describe("the smallest value"),
  maximum: bound.optional().describe("the largest value"),
  exclusiveMinimum: bound.optional().describe("every value is above it"),
  exclusiveMaximum: bound.optional().describe("every value is below it"),
  minLength: z.int().min(0).optional().describe("the fewest characters"),
  maxLength: z.int().min(0).optional().describe("the most characters"),
  pattern: z.string().optional().describe("a regular expression (RE2) that the whole text matches"),
  enum: z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .optional()
    .describe("the only values")
});

const missing = z
  .array(z.union([z.string(), z.strictObject({value: z.string(), label: z.string().optional()})]))
  .transform((tokens) => tokens.map((token) => (typeof token === "string" ? token : token.value)));

const types = ["string", "integer", "number", "boolean", "date", "datetime", "year"] as const;

const fieldProperties = z.strictObject({
  name: z.string().min(1).describe("as in the file's header"),
  type: z
    .enum(types, {error: `not supported; one of ${types.join(", ")}`})
    .default("string")
    .describe("what the values are"),
  format: z
    .string()
    .default("default")
    .describe("of dates: default (2020-03-31), a pattern such as %d/%m/%Y, excel1900 or excel1904 (serial numbers)"),
  title: z.string().optional(),
  description: z.string().optional(),
  example: z.unknown().optional(),
  constraints: constraints.default({}),
  missingValues: missing.optional().describe("texts that mean no value; 9999-12-31 where that is an open end"),
  decimalChar: character.optional().describe("decimal mark; a point unless declared"),
  groupChar: character.optional().describe("between groups of three digits"),
  negative: z
    .enum(["leading", "trailing", "parentheses"])
    .optional()
    .describe("where a negative number's mark stands: -5, 5- or (5)"),
  negativeMark: z.string().min(1).optional().describe("a negative number's mark, where it is no minus: △"),
  currencyMark: z.string().min(1).optional().describe("may stand before or after a number: ¥"),
  percent: z.boolean().optional().describe("every value ends in %, and is read as a share: 45% is 0.45"),
  unit: z
    .number()
    .positive()
    .optional()
    .describe("what one of the file's units is worth: 1000 where it counts thousands"),
  twoDigitYearsFrom: z.int().min(1900).max(2000).optional().describe("the earliest year that %y means: 1950"),
  timeZone: timeZone.optional().describe("of times without a zone"),
  trueValues: z.array(z.string()).min(1).optional().describe('texts that mean true; "true", "True", "TRUE", "1"'),
  falseValues: z.array(z.string()).min(1).optional().describe('texts that mean false; "false", "False", "FALSE", "0"')
});

const numeric = ["integer", "number"];
const dated = ["date", "datetime"];

/** The types that a property is for. */
const propertyTypes: Readonly<Record<string, readonly string[]>> = {
  decimalChar: ["number"],
  groupChar: numeric,
  negative: numeric,
  negativeMark: numeric,
  currencyMark: numeric,
  percent: ["number"],
  unit: numeric,
  twoDigitYearsFrom: dated,
  timeZone: ["datetime"],
  trueValues: ["boolean"],
  falseValues: ["boolean"]
};

const boundTypes = [...numeric, "year", ...dated];

const field = fieldProperties.superRefine((value, context) => {
  const refuse = (path: (string | number)[], message: string): void =>
    context.addIssue({code: "custom", path, message});
  const {type, format, decimalChar = ".", groupChar} = value;
  for (const [property, allowed] of Object.entries(propertyTypes)) {
    if (value[property as keyof typeof value] !== undefined && !allowed.includes(type)) {
      refuse([property], `only for fields of the type ${allowed.join(" or ")}; this one is of the type ${type}`);
    }
  }
  if (groupChar === decimalChar) refuse(["groupChar"], "the same as decimalChar; declare the two apart");
  if (groupChar !== undefined && /[\d+\-eE()%]/.test(groupChar)) refuse(["groupChar"], "a digit or a sign");
  for (const name of ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] as const) {
    const limit = value.constraints[name];
    if (limit === undefined) continue;
    const fits = dated.includes(type)
      ? typeof limit === "string" && /^\d{4}-\d{2}-\d{2}/.test(limit) && !Number.isNaN(Date.parse(limit))
      : typeof limit === "number" && boundTypes.includes(type);
    if (!fits) refuse(["constraints", name], `no bound for a field of the type ${type}`);
  }
  for (const name of ["minLength", "maxLength", "pattern"] as const) {
    if (value.constraints[name] !== undefined && type !== "string") {
      refuse(["constraints", name], `only for fields of the type string; this one is of the type ${type}`);
    }
  }
  const problem = formatProblem(type, format, value.twoDigitYearsFrom);
  if (problem) refuse(["format"], problem);
});

const timeParts = /%[HIMSpfgnzZcXT]/;

function formatProblem(type: string, format: string, from: number | undefined): string | undefined {
  if (format === "default") return undefined;
  if (!dated.includes(type)) return `not supported for the type ${type}; leave it out`;
  if (format === "any") return "not supported, since it guesses; declare the pattern, such as %d/%m/%Y";
  if (/^excel(1900|1904)$/.test(format)) return undefined;
  const parts = format.match(/%-?[A-Za-z]/g) ?? [];
  const unknown = parts.find((part) => !/^%-?[YymdbBjHIMSpfzaA]$/.test(part));
  if (unknown) return `${unknown} is not supported; use %Y %m %d %b %B %j %H %I %M %S %p %f %z`;
  if (/%-?y/.test(format) && from === undefined) {
    return "%y leaves the century open; export years of four digits (%Y), or declare twoDigitYearsFrom";
  }
  if (!/%-?[yY]/.test(format) || !(/%-?d/.test(format) || /%-?j/.test(format))) return "a pattern needs year and day";
  if (!/%-?j/.test(format) && !/%-?[mbB]/.test(format)) return "a pattern needs the month";
  return type === "date" && timeParts.test(format) ? "it holds a time of day; declare the type datetime" : undefined;
}

const key = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]);

const schema = z.strictObject({
  $schema: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  fields: z.array(field).min(1),
  fieldsMatch: z
    .enum(["exact", "equal", "subset"], "not supported; one of exact, equal, subset")
    .default("subset")
    .describe(
      "exact: the file's columns in this order and no other; equal: in any order; subset: others are read past"
    ),
  primaryKey: key.optional().describe("fields that name a row; rows that are alike in every column count once"),
  uniqueKeys: z.array(key).default([]).describe("further fields whose values stand once"),
  foreignKeys: z
    .array(z.strictObject({fields: key, reference: z.strictObject({resource: z.string().default(""), fields: key})}))
    .default([])
    .describe("fields that refer to rows of another file"),
  missingValues: missing.default([""]).describe("texts that mean no value, in every field that declares none")
});

const source = z.strictObject({
  title: z.string().optional(),
  path: z.string().optional(),
  email: z.string().optional()
});

const license = z
  .strictObject({name: z.string().optional(), path: webPath.optional(), title: z.string().optional()})
  .refine((value) => value.name !== undefined || value.path !== undefined, "needs a name or a path");

/** What a data package, a file and nothing else say of themselves. */
export const provenance = {
  $schema: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  homepage: webAddress.optional(),
  licenses: z.array(license).min(1).optional(),
  sources: z.array(source).min(1).optional()
};

export const rawResource = z.strictObject({
  ...provenance,
  name: resourceName.describe("what mapping SQL calls it; a canonical table's name where it has its columns"),
  path: relativePath.describe("the file, inside the study's folder; of a database, where fetch puts the extract"),
  type: z.literal("table", '"table"').optional(),
  source: z.literal("postgres", '"postgres"').optional().describe("the database that fetch asks"),
  query: relativePath.optional().describe("the file with the query, one SELECT in the database's own dialect"),
  timeoutSeconds: z.int().min(1).max(86_400).default(300).describe("the longest that the query may take"),
  format: z
    .enum(["csv", "tsv", "xlsx", "parquet", "jsonl", "ndjson"], "not supported; one of csv, tsv, xlsx, parquet, jsonl")
    .default("csv")
    .describe("what the file is"),
  mediatype: z.string().optional(),
  encoding: z.string().optional().describe("utf-8 unless declared, or named by a byte order mark"),
  compression: z.enum(["gzip", "zip"], "not supported; gzip or zip").optional().describe("how the file is packed"),
  innerPath: z.string().optional().describe("the file in a zip archive, where it has several"),
  asOf: z.iso.date().optional().describe("the day to which the file reports"),
  every: z
    .enum(["week", "month", "quarter", "year"])
    .optional()
    .describe("how often its source gives a new one; check says when it is late"),
  bytes: z.int().min(0).optional().describe("the file's size; another is refused"),
  hash: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/, "not supported; sha256: and 64 hexadecimal digits")
    .optional()
    .describe("the file's digest; another is refused"),
  dialect: dialect.prefault({}),
  schema,
  tolerance: z.int().min(0).default(0).describe("rows that may be rejected before the whole file is"),
  minimumRows: z.int().min(1).default(1).describe("fewer accepted rows are refused"),
  maximumRows: z.int().min(1).optional().describe("more rows are refused, duplicates counted"),
  totals: z
    .record(z.string(), z.number())
    .default({})
    .describe("columns' sums as the source states them; another is refused"),
  maximumBytes: z
    .int()
    .min(1)
    .default(2 ** 30)
    .describe("the most bytes that a packed file, or a workbook, may grow to")
});

export type Resource = z.infer<typeof rawResource>;
export type Field = z.infer<typeof field>;
export type Dialect = Resource["dialect"];
