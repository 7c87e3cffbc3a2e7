/**
 * `datapackage.json`: a Data Package (v2) whose resources are a study's raw files, with one more object, `study`, that
 * says what the study is. A property that is not known is refused by name.
 *
 * Source     datapackage.org/standard: Data Package, version 2.0
 */
import {z} from "zod";
import {findingIds} from "../../src/findings/registry.js";
import {languages} from "../../src/words/language.js";
import {
  amount,
  once,
  printed,
  resourceName as name,
  said,
  saidOrNot,
  span,
  timeZone,
  webAddress
} from "./propertyTypes.js";
import {provenance, rawResource} from "./rawResource.js";
import {allowances} from "./tableRules.js";

const isoDate = z.iso.date();

const measure = z.strictObject({
  name: name.describe("the column in its table, or the items' measure; in lower case"),
  table: z.enum(["department_years", "organisation_years", "survey_items"]).describe("where it is"),
  label: said.describe("what readers see, such that it can be higher or lower: share of pupils who read well"),
  unit: saidOrNot.describe(
    'unit of its values; "share" from 0 to 1, printed in percent, "0 or 1" of what is there or not'
  ),
  direction: z.enum(["higher", "lower"]).describe("the way hoped for"),
  role: z.enum(["outcome", "negative control", "exposure", "context"]).describe("what it is compared as"),
  about: said.optional().describe("what its values are, a sentence, where the unit does not say it")
});

const published = z.strictObject({
  citation: said,
  /** as src/stats names them: CR1S is Stata's, fixest leaves effects within clusters uncounted */
  vcov: z.enum(["iid", "HC1", "CR1", "CR1S", "CR2", "fixest"]),
  terms: z
    .array(z.strictObject({term: said, estimate: printed, se: printed}))
    .min(1)
    .superRefine(once(({term}) => term, "term")),
  differs: said
    .optional()
    .describe("why ours cannot be the same to the digit, a sentence: other rows, or another outcome")
});

const finding = z.enum(findingIds);

const planned = z.strictObject({
  finding: finding.describe("the finding that it answers"),
  dated: isoDate.describe("day on which it was planned"),
  specification: z.string().describe("a formula: outcome ~ exposure | effects"),
  term: z.string().describe("the term whose estimate answers the finding"),
  worthwhile: amount.positive().describe("the smallest difference, in the outcome's unit, that would matter"),
  worthwhileBecause: said.optional().describe("why a smaller difference would not matter"),
  alternative: said
    .optional()
    .describe("what else could explain the result in this study, in place of the general sentence"),
  note: said.optional().describe("what a reader should know of the plan"),
  published: published.optional().describe("estimates of the same data by others, as they printed them")
});

const words = z.strictObject({one: said, many: said});

/** What was claimed for the programme, in the words of whoever claimed it. */
const claims = z.strictObject({
  /** who claimed it, as a sentence's subject: "An article about the original programme" */
  source: said,
  citation: said.optional(),
  /** how much the source itself makes of it, a sentence */
  caution: said.optional(),
  items: z
    .array(z.strictObject({finding, claim: said}))
    .min(1)
    .superRefine(once((item) => JSON.stringify(item)))
});

/** How the programme works, for a reader who has not seen it. */
const setting = z
  .strictObject({
    groups: span(z.int().min(1).max(100_000)).optional(),
    meets: said.optional(),
    minutes: z
      .int()
      .min(1)
      .max(24 * 60)
      .optional(),
    about: said.optional()
  })
  .refine((given) => Object.keys(given).length > 0, "says nothing; leave it out");

/** What units are exposed to, where it is no share of participants: the article stands in `one`, "a grant", "the law". */
const exposure = z.strictObject({
  kind: z
    .enum(["share", "sessions", "money", "yes or no", "law", "amount"])
    .describe("how sentences speak of it; money is what units receive, as a grant, and a tax or a price is an amount"),
  one: said.describe('its name with its article: "a grant", "the beer tax"'),
  step: amount
    .positive()
    .optional()
    .describe(
      "the difference that sentences speak of, in the exposure's unit, which a tenth of the rows reach at either end"
    ),
  stepSaid: said
    .optional()
    .describe('how that difference is said, where the unit alone reads badly: "10 cents a case"'),
  against: said
    .optional()
    .describe('which units those with it are compared with, where there are several kinds: "regular classes"')
});

const allowance = z
  .strictObject({
    count: z.int().min(0).optional().describe("rows that may break it"),
    share: z.number().min(0).max(1).optional().describe("share of the table's rows that may"),
    severity: z.enum(["error", "warn"]).optional().describe("whether more stop a release, or are told"),
    because: said.describe("why that is expected, a sentence")
  })
  .refine(
    ({count, share, severity}) => (count ?? share ?? severity) !== undefined,
    "allows nothing; declare count, share or severity"
  );

const contact = z.strictObject({name: said, email: z.email().optional(), path: webAddress.optional()});

const how = z.enum(["randomised", "externally assigned", "nominated", "voluntary", "unknown"]);

/** Who set who takes part: in a word, or with what was assigned, the measure that holds it, and its record. */
const assignment = z.union(
  [
    how.transform((one) => ({how: one, what: "none" as const, exposure: null, record: null, account: null})),
    z.strictObject({
      how: how.describe("how"),
      what: z.enum(["persons", "departments", "none"]).default("none").describe("what was assigned"),
      exposure: said.nullable().default(null).describe("the measure that holds what was assigned"),
      record: said.nullable().default(null).describe("the record of it"),
      account: said.nullable().default(null).describe("what was done, in place of the general sentence")
    })
  ],
  {error: `missing, or none of ${how.options.join(", ")}`}
);

const study = z.strictObject({
  title: said.describe("what the study is called"),
  organisation: said.describe("whose data these are"),
  synthetic: z.boolean().default(false).describe("whether the data are simulated; every page then says so"),
  summary: said.describe("what was done, and the question, in one or two sentences"),
  fiscalYearStart: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "month and day, MM-DD")
    .describe("first day of the fiscal year, MM-DD; a year is named by the calendar year in which it starts"),
  timeZone: timeZone.describe("zone of times that name none, such as Asia/Tokyo"),
  currency: z
    .strictObject({
      code: z.string().regex(/^[A-Z]{3}$/, "three capital letters, such as JPY"),
      unit: amount.positive().default(1),
      label: said
    })
    .describe("three letters, what one of the tables' units is worth, and its name"),
  words: z
    .strictObject({
      unit: words,
      person: words,
      division: words.optional(),
      year: words.optional(),
      programme: said
    })
    .describe(
      "what a unit, a person, a division, a year (where they are not called so) and the programme are called, in the singular and the plural"
    ),
  programmeYears: span(z.int().min(1950).max(2100)).describe("the programme's first and last fiscal year"),
  participation: z
    .enum(["current", "stock", "dose"])
    .default("current")
    .describe("share who attended in the year, share who ever completed, or sessions attended a person"),
  sessionsInProgramme: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe("sessions of a full programme; without it nothing is said of who completed it, nor of sessions attended"),
  assignment: assignment.describe(
    "how it was decided who takes part: a word, or with what was assigned, and its record"
  ),
  measures: z
    .array(measure)
    .default([])
    .describe(
      "measures beside the canonical tables' own columns, and beside margin, profit_per_head, participation, stock and dose, which are made already; of units that are published together their mean, weighted by headcount where all have one"
    ),
  plan: z.array(planned).default([]).describe("one main comparison a finding, dated; all else is exploratory"),
  public_microdata: z
    .strictObject({license: said, source: said})
    .optional()
    .describe("where the rows are public already: lifts the rules that protect persons"),
  purpose: z
    .strictObject({
      label: said,
      measures: z
        .array(said)
        .superRefine(once((measureName) => measureName))
        .default([])
    })
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
    .partialRecord(z.enum(languages), z.record(z.string(), said))
    .default({})
    .describe(
      "the study's own names in another language: each text as it is here or in the data, and what it is called"
    ),
  published: isoDate.optional().describe("day on which the study was published"),
  nextRelease: said.optional().describe("what is said of the next release"),
  contact: contact.optional().describe("whom to ask"),
  approval: z
    .boolean()
    .default(false)
    .describe("whether somebody has to approve a release before it is published, with release --approve"),
  personalData: z
    .strictObject({purpose: said, retention: said, until: isoDate.optional()})
    .optional()
    .describe("why personal data are kept, for how long, and the day after which they are due for deletion"),
  costs: z
    .array(z.strictObject({label: said, amount: amount.min(0), unit: said}))
    .superRefine(once(({label, unit}) => JSON.stringify([label, unit])))
    .default([])
    .describe("what it took, shown as it is and never as a return"),
  rules: z
    .partialRecord(z.enum(allowances), allowance)
    .default({})
    .describe("rules between tables that some rows are expected to break"),
  notes: z
    .array(said)
    .superRefine(once((note) => note))
    .default([])
    .describe("what a reader should know of the data before using them, a sentence or two each"),
  thresholds: z
    .record(z.string(), amount)
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
