/**
 * `datapackage.json`: a Data Package (v2) whose resources are a study's raw files, with one more object, `study`, that
 * says what the study is. A property that is not known is refused by name.
 *
 * Source     datapackage.org/standard: Data Package, version 2.0
 */
import {z} from "zod";
import {findingIds} from "../../src/findings/registry.js";
import {languages} from "../../src/words/language.js";
import {provenance, rawResource, resourceName} from "./rawResource.js";
import {allowances} from "./tableRules.js";

const name = resourceName;
const isoDate = z.iso.date();

const measure = z.strictObject({
  name: name.describe("the column in its table, or the items' measure"),
  table: z.enum(["department_years", "organisation_years", "survey_items"]).describe("where it is"),
  label: z.string().describe("what readers see"),
  unit: z.string().describe("unit of its values"),
  direction: z.enum(["higher", "lower"]).describe("the way hoped for"),
  role: z.enum(["outcome", "negative control", "exposure", "context"]).describe("what it is compared as")
});

const published = z.strictObject({
  citation: z.string(),
  /** as src/stats names them: CR1S is Stata's, fixest leaves effects within clusters uncounted */
  vcov: z.enum(["iid", "HC1", "CR1", "CR1S", "CR2", "fixest"]),
  terms: z.array(z.strictObject({term: z.string(), estimate: z.string(), se: z.string()})).min(1)
});

const finding = z.enum(findingIds);

const planned = z.strictObject({
  finding: finding.describe("the finding that it answers"),
  dated: isoDate.describe("day on which it was planned"),
  specification: z.string().describe("a formula: outcome ~ exposure | effects"),
  term: z.string().describe("the term whose estimate answers the finding"),
  worthwhile: z.number().positive().describe("the smallest difference, in the outcome's unit, that would matter"),
  worthwhileBecause: z.string().optional().describe("why a smaller difference would not matter"),
  vcov: z.enum(["cluster", "iid"]).optional().describe("errors by unit, unless the classical ones are wanted"),
  note: z.string().optional().describe("what a reader should know of the plan"),
  published: published.optional().describe("estimates of the same data by others, as they printed them")
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
  kind: z
    .enum(["share", "sessions", "money", "yes or no", "law", "amount"])
    .describe("how sentences speak of it; money is what units receive, as a grant, and a tax or a price is an amount"),
  one: z.string().describe('its name with its article: "a grant", "the beer tax"'),
  step: z.number().positive().optional().describe("the difference that sentences speak of, in the exposure's unit")
});

const allowance = z.strictObject({
  count: z.int().min(0).optional().describe("rows that may break it"),
  share: z.number().min(0).max(1).optional().describe("share of the table's rows that may"),
  severity: z.enum(["error", "warn"]).optional().describe("whether more stop a release, or are told"),
  because: z.string().min(1).describe("why that is expected, a sentence")
});

const contact = z.strictObject({name: z.string(), email: z.email().optional(), path: z.url().optional()});

const how = z.enum(["randomised", "externally assigned", "nominated", "voluntary", "unknown"]);

/** Who set who takes part: in a word, or with what was assigned, the measure that holds it, and its record. */
const assignment = z.union(
  [
    how.transform((one) => ({how: one, what: "none" as const, exposure: null, record: null})),
    z.strictObject({
      how: how.describe("how"),
      what: z.enum(["persons", "departments", "none"]).default("none").describe("what was assigned"),
      exposure: z.string().nullable().default(null).describe("the measure that holds what was assigned"),
      record: z.string().nullable().default(null).describe("the record of it")
    })
  ],
  {error: `missing, or none of ${how.options.join(", ")}`}
);

const study = z.strictObject({
  title: z.string().describe("what the study is called"),
  organisation: z.string().describe("whose data these are"),
  synthetic: z.boolean().default(false).describe("whether the data are simulated; every page then says so"),
  summary: z.string().describe("what was done, and the question, in one or two sentences"),
  fiscalYearStart: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "month and day, MM-DD")
    .describe("first day of the fiscal year, MM-DD; a year is named by the calendar year in which it starts"),
  timeZone: z
    .string()
    .refine(isTimeZone, "no time zone of the IANA's, such as Asia/Tokyo")
    .describe("zone of times that name none, such as Asia/Tokyo"),
  currency: z
    .strictObject({code: z.string().length(3), unit: z.number().positive().default(1), label: z.string()})
    .describe("three letters, what one of the tables' units is worth, and its name"),
  words: z
    .strictObject({
      unit: words,
      person: words,
      division: words.optional(),
      year: words.optional(),
      programme: z.string()
    })
    .describe(
      "what a unit, a person, a division, a year (where they are not called so) and the programme are called, in the singular and the plural"
    ),
  programmeYears: z.tuple([z.int(), z.int()]).describe("the programme's first and last fiscal year"),
  participation: z
    .enum(["current", "stock", "dose"])
    .default("current")
    .describe("share who attended in the year, share who ever completed, or sessions attended a person"),
  sessionsInProgramme: z.int().min(1).optional().describe("sessions of a full programme"),
  assignment: assignment.describe(
    "how it was decided who takes part: a word, or with what was assigned, and its record"
  ),
  measures: z
    .array(measure)
    .default([])
    .describe(
      "measures beside the canonical tables' own columns, and beside margin, profit_per_head, participation, stock and dose, which are made already"
    ),
  plan: z.array(planned).default([]).describe("one main comparison a finding, dated; all else is exploratory"),
  public_microdata: z
    .strictObject({license: z.string(), source: z.string()})
    .optional()
    .describe("where the rows are public already: lifts the rules that protect persons"),
  purpose: z
    .strictObject({label: z.string(), measures: z.array(z.string()).default([])})
    .optional()
    .describe("what the programme was for, and the measures that would show it"),
  claims: claims.optional().describe("what was claimed for the programme, and by whom"),
  setting: setting.optional().describe("how the programme works"),
  exposure: exposure.optional().describe("what units are exposed to, where it is no share of participants"),
  language: z
    .enum(languages)
    .default("en")
    .describe("the language of the report and of the findings' pages; --language takes another for once"),
  names: z
    .partialRecord(z.enum(languages), z.record(z.string(), z.string()))
    .default({})
    .describe(
      "the study's own names in another language: each text as it is here or in the data, and what it is called"
    ),
  published: isoDate.optional().describe("day on which the study was published"),
  nextRelease: z.string().optional().describe("what is said of the next release"),
  contact: contact.optional().describe("whom to ask"),
  approval: z
    .boolean()
    .default(false)
    .describe("whether somebody has to approve a release before it is published, with release --approve"),
  personalData: z
    .strictObject({purpose: z.string(), retention: z.string(), until: isoDate.optional()})
    .optional()
    .describe("why personal data are kept, for how long, and the day after which they are due for deletion"),
  costs: z
    .array(z.strictObject({label: z.string(), amount: z.number(), unit: z.string()}))
    .default([])
    .describe("what it took, shown as it is and never as a return"),
  rules: z
    .partialRecord(z.enum(allowances), allowance)
    .default({})
    .describe("rules between tables that some rows are expected to break"),
  thresholds: z
    .record(z.string(), z.number())
    .default({})
    .describe(
      "limits of disclosure control, tighter than the policy's; `activity.participants` may be 1 where `synthetic` is true"
    )
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
