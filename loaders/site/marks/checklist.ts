import {capital, count, list} from "../../../src/evidence/format.js";
import {limits} from "../../../src/evidence/report/limits.js";
import {verdict} from "../../../src/evidence/report/verdict.js";
import {planFor} from "../../release/context.js";
import type {MarkInput} from "./markInput.js";

export interface ChecklistItem {
  readonly item: string;
  readonly asks: string;
  readonly here: string;
}

const author = "the authors' to write";

/**
 * Items of STROBE (von Elm et al. 2007), those of TREND (Des Jarlais et al. 2004) that it lacks after them, filled from the
 * study where it can fill them.
 */
export function checklist({release, context, tables}: MarkInput): ChecklistItem[] {
  const {study, report, findings: released} = release;
  const {findings, absent, headline} = released.value;
  const {
    unit,
    person,
    programme,
    programmeYears: [first, last]
  } = context;
  const units = new Set(tables.get("department_years")?.rows.map((row) => row.department_id)).size;
  const told = verdict(
    {findings, headline, plan: planFor(study, "departments"), units, planned: report.value.plan.status === "locked"},
    context
  );
  const files = report.value.files;
  const read = files.reduce((sum, {read: rows}) => sum + (typeof rows === "number" ? rows : 0), 0);
  const sizes = findings.flatMap(({primary}) => (primary ? [`${count(primary.n)} ${primary.rows}`] : []));
  const filled: [string, string, string | null][] = [
    ["STROBE 1", "Title that says the design", told.title],
    ["STROBE 2", "Background and reason", null],
    ["STROBE 3", "Objectives, stated before", list(findings.map(({question}) => question))],
    ["STROBE 4", "Design", `Longitudinal; the start was ${study.assignment.how}`],
    ["STROBE 5", "Setting and dates", `${study.organisation}, fiscal years ${first} to ${last}`],
    ["STROBE 6", "Who was eligible", `${capital(person.many)} of ${count(units)} published ${unit.many}`],
    ["STROBE 7", "Outcomes, exposures, confounders", list(study.plan.map(({specification}) => specification))],
    ["STROBE 8", "Sources of the data", `${count(files.length)} files, on the data page`],
    ["STROBE 9", "How bias was looked for", "the report's table of threats, and the checks of every finding"],
    ["STROBE 10", "Size of the study", list(sizes)],
    [
      "STROBE 11",
      "How quantities were handled",
      `participation as ${study.participation}; bands and steps on the data page`
    ],
    ["STROBE 12", "Statistical methods, missing data", "this page; rows with a missing value are dropped and counted"],
    [
      "STROBE 13",
      "Numbers at each stage",
      `${count(read)} rows read; those rejected and withheld are on the data page`
    ],
    ["STROBE 14", "Who they were", "coverage by unit and year, on the report"],
    ["STROBE 15", "Outcome data", "the table below every figure"],
    ["STROBE 16", "Main results with intervals", `${count(findings.length)} findings, each on a page of its own`],
    ["STROBE 17", "Other analyses", "the robustness page, where there are years enough; all marked as exploratory"],
    ["STROBE 18", "Key results", told.together],
    ["STROBE 19", "Limitations", limits(findings, context).cannot.join(" ")],
    ["STROBE 20", "Interpretation", null],
    ["STROBE 21", "Whether it holds elsewhere", null],
    ["STROBE 22", "Who paid", null],
    ["TREND 4", `What ${programme} consisted of`, sessionsOf(study.sessionsInProgramme)],
    ["TREND 8", "How people came to take part", study.assignment.how],
    ["TREND 9", "Whether those who measured knew who took part", null],
    ["TREND 19", "Harms and what was not intended", null],
    [
      "TREND 20",
      "What is not reported",
      absent.map(({finding}) => finding).join(", ") || "every planned finding is reported"
    ]
  ];
  return filled.map(([item, asks, here]) => ({item, asks, here: here ?? author}));
}

function sessionsOf(sessions: number | undefined): string | null {
  return sessions === undefined
    ? null
    : `${count(sessions)} sessions make a full programme; what is done in them is ${author}`;
}
