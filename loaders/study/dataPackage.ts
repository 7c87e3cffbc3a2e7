/**
 * `datapackage.json`: a Data Package (v2) whose resources are a study's raw files, with one more object, `study`, that
 * says what the study is. A property that is not known is refused by name.
 *
 * Source     datapackage.org/standard: Data Package, version 2.0
 */
import {z} from "zod";
import {provenance, rawResource, resourceName} from "./rawResource.js";

const name = resourceName;
const isoDate = z.iso.date();

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
  /** as src/stats names them: CR1S is Stata's, fixest leaves effects within clusters uncounted */
  vcov: z.enum(["iid", "HC1", "CR1", "CR1S", "CR2", "fixest"]),
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
  /** errors by unit unless the classical ones are wanted */
  vcov: z.enum(["cluster", "iid"]).optional(),
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

const how = z.enum(["randomised", "externally assigned", "nominated", "voluntary", "unknown"]);

/** Who set who takes part: in a word, or with what was assigned, the measure that holds it, and its record. */
const assignment = z.union([
  how.transform((one) => ({how: one, what: "none" as const, exposure: null, record: null})),
  z.strictObject({
    how,
    what: z.enum(["persons", "departments", "none"]).default("none"),
    exposure: z.string().nullable().default(null),
    record: z.string().nullable().default(null)
  })
]);

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
  assignment,
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

const contributor = z.strictObject({
  title: z.string().optional(),
  givenName: z.string().optional(),
  familyName: z.string().optional(),
  path: z.string().optional(),
  email: z.string().optional(),
  roles: z.array(z.string()).optional(),
  organization: z.string().optional()
});

export const dataPackage = z.strictObject({
  ...provenance,
  name,
  id: z.string().optional(),
  version: z.string().optional(),
  created: z.string().optional(),
  image: z.string().optional(),
  keywords: z.array(z.string()).optional(),
  contributors: z.array(contributor).optional(),
  resources: z.array(rawResource).min(1),
  study
});

export type DataPackage = z.infer<typeof dataPackage>;
export type {Field, Resource} from "./rawResource.js";
export type StudyDescription = z.infer<typeof study>;
export type Measure = z.infer<typeof measure>;
export type PlannedSpecification = z.infer<typeof planned>;
