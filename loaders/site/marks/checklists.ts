import {capital, count} from "../../../src/evidence/format.js";
import {measureNamed} from "../../../src/evidence/measure.js";
import {takesPart} from "../../../src/evidence/takesPart.js";
import {greatestOf} from "../../../src/stats/description/greatestOf.js";
import {leastOf} from "../../../src/stats/description/leastOf.js";
import {findingName} from "../../../src/findings/findingName.js";
import {limits} from "../../../src/report/limits.js";
import * as words from "../../../src/words/en/checklists.js";
import {planFor} from "../../release/context.js";
import {verdictOf} from "../../release/verdictOf.js";
import {assignedSaid, exposureFor} from "./assignedSaid.js";
import type {MarkInput} from "./markInput.js";

export interface ChecklistItem {
  readonly item: number;
  readonly asks: string;
  readonly here: string;
}

/** The items of STROBE (von Elm et al. 2007), filled from the study where it can fill them. */
export function strobe(input: MarkInput): ChecklistItem[] {
  const {title, together, cannot, sizes, units, years, several, outcomes, files, start, descriptive} = factsOf(input);
  const found = input.release.findings.value.findings.length;
  return numbered(words.strobeAsks, [
    title,
    null,
    objectives(input),
    words.design(start, several),
    `${input.release.study.organisation}. ${years}.`,
    units,
    outcomes,
    files,
    words.where.bias,
    sizes,
    exposureSaid(input),
    words.where.missing,
    words.where.stages,
    descriptive,
    words.where.outcomes,
    words.where.results(found),
    words.where.others(comparisonsOf(input)),
    together,
    cannot,
    null,
    null,
    null
  ]);
}

/** The items of TREND (Des Jarlais et al. 2004), filled from the study where it can fill them. */
export function trend(input: MarkInput): ChecklistItem[] {
  const {title, together, cannot, sizes, units, years, outcomes, start} = factsOf(input);
  const overview = input.pages.some(({file}) => file === "overview.md");
  return numbered(words.trendAsks, [
    title,
    null,
    units,
    sessionsOf(input),
    objectives(input),
    outcomes,
    sizes,
    start,
    null,
    words.where.units,
    words.where.methods,
    words.where.stages,
    years,
    overview ? words.where.baseline : null,
    words.where.equivalence,
    sizes,
    words.where.estimates,
    words.where.ancillary(comparisonsOf(input), unmadeOf(input)),
    null,
    cannot,
    null,
    together
  ]);
}

/** The items of CONSORT (Schulz, Altman & Moher 2010), filled from a study whose start was drawn. */
export function consort(input: MarkInput): ChecklistItem[] {
  const {title, cannot, sizes, units, years, several, outcomes, start, together} = factsOf(input);
  const {study} = input.release;
  return numbered(words.consortAsks, [
    title,
    objectives(input),
    words.design(start, several),
    units,
    sessionsOf(input),
    outcomes,
    sizes,
    words.drawn(drawnOf(input), study.assignment.record, input.context.assignment.account),
    null,
    null,
    null,
    words.where.methods,
    words.where.stages,
    years,
    null,
    sizes,
    words.where.estimates,
    words.where.ancillary(comparisonsOf(input), unmadeOf(input)),
    null,
    cannot,
    null,
    together,
    null,
    words.where.protocol,
    null
  ]);
}

const comparisonsOf = ({pages}: MarkInput): string =>
  words.where.comparisons[pages.some(({file}) => file === "robustness.md") ? "robustness" : "findings"];

/** What was planned and could not be made; what a study never set out to ask is not missed. */
const unmadeOf = ({release: {study, findings}, context}: MarkInput): string[] =>
  findings.value.absent
    .filter(({finding}) => planFor(study, finding) !== null)
    .map(({finding}) => findingName(finding, context));

const drawnOf = ({release: {study}, context: {unit, person}}: MarkInput): string =>
  study.assignment.what === "persons" ? person.many : unit.many;

const objectives = ({release}: MarkInput): string =>
  release.findings.value.findings.map(({question}) => question).join(" ");

/** @param here  what answers each item, in the same order; null where the study can't */
function numbered(asks: readonly string[], here: readonly (string | null)[]): ChecklistItem[] {
  return asks.map((asked, i) => ({item: i + 1, asks: asked, here: here[i] || words.authors}));
}

interface Facts {
  readonly title: string;
  readonly together: string;
  readonly cannot: string;
  readonly sizes: string;
  readonly units: string;
  readonly years: string;
  readonly several: boolean;
  readonly outcomes: string;
  readonly files: string;
  readonly start: string;
  readonly descriptive: string;
}

function factsOf(input: MarkInput): Facts {
  const {release, context, tables} = input;
  const {study, report, findings: released} = release;
  const {findings} = released.value;
  const seen = (tables.get("department_years") ?? tables.get("organisation_years"))?.rows.map((row) =>
    Number(row.fiscal_year)
  );
  const [first, last] = seen ? [leastOf(seen), greatestOf(seen)] : context.programmeYears;
  const known = new Set(tables.get("department_years")?.rows.map((row) => row.department_id)).size;
  const told = verdictOf(release);
  const {many} = context.person;
  const exposure = exposureFor(input);
  const people = takesPart(exposure);
  const files = report.value.files.length;
  return {
    title: words.titled(told.title, study.assignment.how, known === 0 || people ? many : context.unit.many),
    together: told.together,
    cannot: words.where.cannot(limits(findings, context).cannot),
    sizes: findings.flatMap(({primary}) => (primary ? [`${count(primary.n)} ${primary.rows}`] : [])).join("; "),
    units:
      known === 0
        ? `${capital(many)}.`
        : people
          ? `${capital(many)} of ${count(known)} published ${context.unit.many}.`
          : `${count(known)} ${context.unit.many}.`,
    years: words.years([first, last], context),
    several: first < last,
    outcomes: study.plan.map(({specification}) => specification).join("; "),
    files: words.where.files(files),
    start: assignedSaid(input),
    descriptive: people ? words.described.people : words.described.units
  };
}

function exposureSaid(input: MarkInput): string {
  const {release, context} = input;
  const plan = planFor(release.study, "departments");
  const rounding = release.study.public_microdata ? "" : words.exposure.rounding;
  if (!plan || takesPart(exposureFor(input))) return `Participation is ${participationOf(input)}.${rounding}`;
  const {label, unit} = measureNamed(context.measures, plan.exposure.name);
  return `${label}, ${unit === "0 or 1" ? unit : `in ${unit}`}.${rounding}`;
}

function participationOf({release: {study}}: MarkInput): string {
  const {current, stock, dose} = words.exposure.participation;
  return study.participation === "current" ? current : study.participation === "stock" ? stock : dose;
}

function sessionsOf({release: {study}}: MarkInput): string | null {
  const {sessionsInProgramme: sessions} = study;
  return sessions === undefined ? null : words.sessions(sessions);
}
