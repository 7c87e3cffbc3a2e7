import {capital, count, list} from "../../../src/evidence/format.js";
import {limits} from "../../../src/report/limits.js";
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
  const {title, together, cannot, sizes, units, years, outcomes, files, start} = factsOf(input);
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
    ["Quantitative variables", `Participation is ${participationOf(input)}. Steps and bands are on the data page.`],
    ["Statistical methods", "The methods page. Rows with a missing value are left out and counted by reason."],
    ["Participants at each stage", "Rows read, rejected and withheld are on the data page."],
    ["Descriptive data", "Participation by unit and year is in the report."],
    ["Outcome data", "The table below each figure."],
    [
      "Main results",
      `${capital(count(input.release.findings.value.findings.length))} findings, each on its own page, with intervals.`
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
    ["Baseline data", "The overview shows every year, those before the programme too."],
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
}

function factsOf({release, context, tables}: MarkInput): Facts {
  const {study, report, findings: released} = release;
  const {findings} = released.value;
  const [first, last] = context.programmeYears;
  const known = new Set(tables.get("department_years")?.rows.map((row) => row.department_id)).size;
  const told = verdictOf(release);
  const {many} = context.person;
  return {
    title: told.title,
    together: told.together,
    cannot: limits(findings, context).cannot.join(" "),
    sizes: findings.flatMap(({primary}) => (primary ? [`${count(primary.n)} ${primary.rows}`] : [])).join("; "),
    units: known === 0 ? `${capital(many)}.` : `${capital(many)} of ${count(known)} published ${context.unit.many}.`,
    years: `Fiscal years ${first} to ${last}`,
    outcomes: study.plan.map(({specification}) => specification).join("; "),
    files: `${capital(count(report.value.files.length))} files, listed on the data page.`,
    start: `How people came to take part: ${study.assignment.how}.`
  };
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
