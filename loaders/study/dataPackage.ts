/**
 * `datapackage.json`: a Data Package (v2) whose resources are a study's raw files, with one more object, `study`, that
 * says what the study is. Standard properties that Longview does not use are let through; unknown ones in `study` are not.
 *
 * Source     datapackage.org/standard: Data Package, Data Resource, Table Dialect and Table Schema, version 2.0
 * Not here   JSON, remote, inline and multipart data; types that no study has needed (geopoint, duration, list, any)
 */
import {z} from "zod";

const name = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, "lower-case letters, digits, '.', '_' or '-'");
const isoDate = z.iso.date();
const source = z.object({title: z.string().optional(), path: z.string().optional(), email: z.string().optional()});

const license = z
  .object({name: z.string().optional(), path: z.string().optional(), title: z.string().optional()})
  .refine((value) => value.name !== undefined || value.path !== undefined, "needs a name or a path");

const relativePath = z
  .string()
  .regex(/^(?!\/|[a-zA-Z]:|.*(^|\/)\.\.(\/|$)|.*:\/\/)[^\0]+$/, "a path inside the study's folder");

const dialect = z.object({
  header: z.boolean().default(true),
  headerRows: z.array(z.int().min(1)).min(1).optional(),
  headerJoin: z.string().default(" "),
  delimiter: z.string().length(1).default(","),
  quoteChar: z.string().length(1).default('"'),
  doubleQuote: z.boolean().default(true)
});

const constraints = z.strictObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.int().min(0).optional(),
  maxLength: z.int().min(0).optional(),
  pattern: z.string().optional(),
  enum: z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .optional()
});

const field = z.object({
  name: z.string().min(1),
  type: z.enum(["string", "integer", "number", "boolean", "date", "year"]).default("string"),
  format: z.string().default("default"),
  title: z.string().optional(),
  description: z.string().optional(),
  constraints: constraints.default({}),
  missingValues: z.array(z.string()).optional(),
  decimalChar: z.string().length(1).default("."),
  groupChar: z.string().length(1).optional(),
  /** stands before a negative number in place of a minus, as △ does in Japanese accounts */
  negativeMark: z.string().min(1).optional(),
  /** what one of the file's units is worth, 1000 where it counts thousands; constraints are of the value, not the text */
  unit: z.number().positive().optional(),
  trueValues: z.array(z.string()).default(["true", "True", "TRUE", "1"]),
  falseValues: z.array(z.string()).default(["false", "False", "FALSE", "0"])
});

const key = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]);

const schema = z.object({
  fields: z.array(field).min(1),
  primaryKey: key.optional(),
  foreignKeys: z
    .array(z.object({fields: key, reference: z.object({resource: z.string().default(""), fields: key})}))
    .default([]),
  missingValues: z.array(z.string()).default([""])
});

const resource = z.object({
  name,
  path: relativePath,
  type: z.literal("table").optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  format: z.literal("csv").default("csv"),
  encoding: z.string().default("utf-8"),
  bytes: z.int().min(0).optional(),
  hash: z.string().optional(),
  dialect: dialect.prefault({}),
  schema,
  /** rows that may be rejected before the whole file is */
  tolerance: z.int().min(0).default(0),
  /** fewer accepted rows than this fail */
  minimumRows: z.int().min(1).default(1),
  /** more rows than this fail, duplicates counted */
  maximumRows: z.int().min(1).optional()
});

const measure = z.strictObject({
  name,
  table: z.enum(["department_years", "organisation_years", "survey_items"]),
  label: z.string(),
  unit: z.string(),
  direction: z.enum(["higher", "lower"]),
  role: z.enum(["outcome", "negative control", "exposure", "context"])
});

const published = z.strictObject({
  citation: z.string(),
  vcov: z.string(),
  terms: z.array(z.strictObject({term: z.string(), estimate: z.string(), se: z.string()})).min(1)
});

const finding = z.enum(["purpose", "departments", "organisation", "sessions", "managers", "engagement"]);

const planned = z.strictObject({
  finding,
  dated: isoDate,
  specification: z.string(),
  /** the term whose estimate answers the finding */
  term: z.string(),
  /** the smallest difference in the outcome's unit that would matter */
  worthwhile: z.number().positive(),
  /** why a smaller difference would not matter */
  worthwhileBecause: z.string().optional(),
  vcov: z.string().optional(),
  note: z.string().optional(),
  published: published.optional()
});

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", {timeZone}).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const words = z.strictObject({one: z.string(), many: z.string()});

/** What was claimed for the programme, in the words of whoever claimed it. */
const claims = z.strictObject({
  /** who claimed it, as a sentence's subject: "An article about the original programme" */
  source: z.string(),
  citation: z.string().optional(),
  /** how much the source itself makes of it, a sentence */
  caution: z.string().optional(),
  items: z.array(z.strictObject({finding, claim: z.string()})).min(1)
});

/** How the programme works, for a reader who has not seen it. */
const setting = z.strictObject({
  groups: z.tuple([z.int().min(1), z.int().min(1)]).optional(),
  meets: z.string().optional(),
  minutes: z.int().min(1).optional(),
  about: z.string().optional()
});

/** What units are exposed to, where it is no share of participants: the article stands in `one`, "a grant", "the law". */
const exposure = z.strictObject({
  kind: z.enum(["share", "sessions", "money", "yes or no", "law", "amount"]),
  one: z.string(),
  /** the difference that sentences speak of, in the exposure's unit */
  step: z.number().positive().optional()
});

const contact = z.strictObject({name: z.string(), email: z.email().optional(), path: z.url().optional()});

const study = z.strictObject({
  title: z.string(),
  organisation: z.string(),
  synthetic: z.boolean().default(false),
  summary: z.string(),
  fiscalYearStart: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "month and day, MM-DD"),
  timeZone: z.string().refine(isTimeZone, "no time zone of the IANA's, such as Asia/Tokyo"),
  currency: z.strictObject({code: z.string().length(3), unit: z.number().positive().default(1), label: z.string()}),
  words: z.strictObject({unit: words, person: words, programme: z.string()}),
  /** programme's first and last fiscal year */
  programmeYears: z.tuple([z.int(), z.int()]),
  participation: z.enum(["current", "stock", "dose"]).default("current"),
  sessionsInProgramme: z.int().min(1).optional(),
  assignment: z.enum(["randomised", "externally assigned", "nominated", "voluntary", "unknown"]),
  measures: z.array(measure).default([]),
  plan: z.array(planned).default([]),
  public_microdata: z.strictObject({license: z.string(), source: z.string()}).optional(),
  purpose: z.strictObject({label: z.string(), measures: z.array(z.string()).default([])}).optional(),
  claims: claims.optional(),
  setting: setting.optional(),
  exposure: exposure.optional(),
  language: z.enum(["en", "ja"]).default("en"),
  /** day on which the study was published, and what is said of the next release */
  published: isoDate.optional(),
  nextRelease: z.string().optional(),
  contact: contact.optional(),
  personalData: z.strictObject({purpose: z.string(), retention: z.string()}).optional(),
  costs: z.array(z.strictObject({label: z.string(), amount: z.number(), unit: z.string()})).default([]),
  thresholds: z.record(z.string(), z.number()).default({})
});

export const dataPackage = z.object({
  $schema: z.string().optional(),
  name,
  title: z.string().optional(),
  description: z.string().optional(),
  licenses: z.array(license).min(1).optional(),
  sources: z.array(source).min(1).optional(),
  resources: z.array(resource).min(1),
  study
});

export type DataPackage = z.infer<typeof dataPackage>;
export type Resource = z.infer<typeof resource>;
export type Field = z.infer<typeof field>;
export type StudyDescription = z.infer<typeof study>;
export type Measure = z.infer<typeof measure>;
export type PlannedSpecification = z.infer<typeof planned>;
