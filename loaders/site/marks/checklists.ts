import {capital, count, list} from "../../../src/evidence/format.js";
import {exposureOf} from "../../../src/evidence/exposureOf.js";
import {measureNamed} from "../../../src/evidence/measure.js";
import {takesPart} from "../../../src/evidence/takesPart.js";
import {limits} from "../../../src/report/limits.js";
import {type Exposure, exposurePhrases} from "../../../src/words/exposure.js";
import {planFor} from "../../release/context.js";
import {verdictOf} from "../../release/verdictOf.js";
import type {MarkInput} from "./markInput.js";

export interface ChecklistItem {
  readonly item: number;
  readonly asks: string;
  readonly here: string;
}

type Filled = readonly (readonly [asks: string, here: string | null])[];

const authors = "For the authors to write.";

/** The items of STROBE (von Elm et al. 2007), filled from the study where it can fill them. */
export function strobe(input: MarkInput): ChecklistItem[] {
  const {title, together, cannot, sizes, units, years, outcomes, files, start, descriptive} = factsOf(input);
  const found = input.release.findings.value.findings.length;
  return numbered([
    ["Title that says the design", title],
    ["Background and reason", null],
    ["Objectives, stated before", input.release.findings.value.findings.map(({question}) => question).join(" ")],
    ["Design", `Units observed over the years. ${start}`],
    ["Setting and dates", `${input.release.study.organisation}, ${years}.`],
    ["Participants", units],
    ["Variables", outcomes],
    ["Data sources", files],
    ["Bias", "The checks on each finding's page, and the table of threats in the report."],
    ["Study size", sizes],
    ["Quantitative variables", exposureSaid(input)],
    ["Statistical methods", "The methods page. Rows with a missing value are left out and counted by reason."],
    ["Participants at each stage", "Rows read, rejected and withheld are on the data page."],
    ["Descriptive data", descriptive],
    ["Outcome data", "The table below each figure."],
    [
      "Main results",
      found === 1
        ? "1 finding, on its own page, with its interval."
        : `${count(found)} findings, each on its own page, with intervals.`
    ],
    ["Other analyses", "The robustness page. All are marked as exploratory."],
    ["Key results", together],
    ["Limitations", cannot],
    ["Interpretation", null],
    ["Generalisability", null],
    ["Funding", null]
  ]);
}

/** The items of TREND (Des Jarlais et al. 2004), filled from the study where it can fill them. */
export function trend(input: MarkInput): ChecklistItem[] {
  const {title, together, cannot, sizes, units, years, outcomes, start} = factsOf(input);
  const {absent} = input.release.findings.value;
  return numbered([
    ["Title and abstract", title],
    ["Background", null],
    ["Participants", units],
    ["Interventions", sessionsOf(input)],
    ["Objectives", input.release.findings.value.findings.map(({question}) => question).join(" ")],
    ["Outcomes", outcomes],
    ["Sample size", sizes],
    ["Assignment method", start],
    ["Blinding", null],
    ["Unit of analysis", "Each finding's page names its rows and the groups that its errors are clustered in."],
    ["Statistical methods", "The methods page."],
    ["Participant flow", "Rows read, rejected and withheld are on the data page."],
    ["Recruitment", years],
    [
      "Baseline data",
      input.pages.some(({file}) => file === "overview.md")
        ? "The overview shows every year, those before the programme too."
        : null
    ],
    ["Baseline equivalence", "The checks of earlier differences on each finding's page."],
    ["Numbers analysed", sizes],
    ["Outcomes and estimation", "Each finding's page, with intervals."],
    [
      "Ancillary analyses",
      absent.length === 0
        ? "The robustness page."
        : `The robustness page. Not made: ${list(absent.map(({finding}) => finding))}.`
    ],
    ["Adverse events", null],
    ["Interpretation", cannot],
    ["Generalisability", null],
    ["Overall evidence", together]
  ]);
}

function numbered(items: Filled): ChecklistItem[] {
  return items.map(([asks, here], i) => ({item: i + 1, asks, here: here || authors}));
}

interface Facts {
  readonly title: string;
  readonly together: string;
  readonly cannot: string;
  readonly sizes: string;
  readonly units: string;
  readonly years: string;
  readonly outcomes: string;
  readonly files: string;
  readonly start: string;
  readonly descriptive: string;
}

function factsOf(input: MarkInput): Facts {
  const {release, context, tables} = input;
  const {study, report, findings: released} = release;
  const {findings} = released.value;
  const [first, last] = context.programmeYears;
  const known = new Set(tables.get("department_years")?.rows.map((row) => row.department_id)).size;
  const told = verdictOf(release);
  const {many} = context.person;
  const exposure = exposureFor(input);
  const people = takesPart(exposure);
  const files = report.value.files.length;
  return {
    title: told.title,
    together: told.together,
    cannot: limits(findings, context).cannot.join(" "),
    sizes: findings.flatMap(({primary}) => (primary ? [`${count(primary.n)} ${primary.rows}`] : [])).join("; "),
    units:
      known === 0
        ? `${capital(many)}.`
        : people
          ? `${capital(many)} of ${count(known)} published ${context.unit.many}.`
          : `${count(known)} ${context.unit.many}.`,
    years: `Fiscal years ${first} to ${last}`,
    outcomes: study.plan.map(({specification}) => specification).join("; "),
    files: `${count(files)} ${files === 1 ? "file" : "files"}, listed on the data page.`,
    start: `${people ? "How people came to take part" : `How it was decided where there was ${exposurePhrases(exposure, context).noun}`}: ${study.assignment.how}.`,
    descriptive: people
      ? "Participation by unit and year is in the report."
      : "The report says where and when there was what is studied; the released tables hold every value."
  };
}

/** The exposure of the planned comparison of units. */
function exposureFor({release, context}: MarkInput): Exposure {
  const plan = planFor(release.study, "departments");
  return plan ? exposureOf(plan, context) : {kind: "share", one: "participation", step: 0.1};
}

function exposureSaid(input: MarkInput): string {
  const {release, context} = input;
  const plan = planFor(release.study, "departments");
  const rounding = release.study.public_microdata ? "" : " Steps and bands are on the data page.";
  if (!plan || takesPart(exposureFor(input))) return `Participation is ${participationOf(input)}.${rounding}`;
  const {label, unit} = measureNamed(context.measures, plan.exposure.name);
  return `${label}, in ${unit}.${rounding}`;
}

function participationOf({release: {study}}: MarkInput): string {
  if (study.participation === "current") return "the share who attended in the year";
  return study.participation === "stock" ? "the share who ever completed the programme" : "sessions attended a person";
}

function sessionsOf({release: {study}}: MarkInput): string | null {
  const {sessionsInProgramme: sessions} = study;
  return sessions === undefined
    ? null
    : `A full programme has ${count(sessions)} sessions. What happens in them: ${authors}`;
}
