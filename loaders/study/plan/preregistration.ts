import {findingName} from "../../../src/findings/findingName.js";
import {worthwhileSaid} from "../../../src/findings/worthwhileSaid.js";
import {smallestThatMatters} from "../../../src/words/en/plan.js";
import {lowered} from "../../../src/words/en/outcome.js";
import {yearsSaid} from "../../../src/words/yearNoun.js";
import {plannedModel, type PlannedModel} from "../../../src/stats/formula/plannedModel.js";
import type {PlannedSpecification} from "../dataPackage.js";
import type {Study} from "../readStudy.js";
import type {PlanHistory, PlanVersion} from "./planHistory.js";

export interface RegistrationSection {
  readonly heading: string;
  readonly items: readonly {readonly item: string; readonly text: string}[];
}

type Registered = Omit<Study, "folder" | "resources" | "mappings">;

interface RegisteredHistory {
  readonly status: PlanHistory["status"];
  readonly versions: readonly Pick<PlanVersion, "version" | "locked" | "known">[];
}

/** what only the authors can say */
const authors = "To be written by the authors.";

const studyType: Readonly<Record<Registered["assignment"]["how"], string>> = {
  randomised: "Experiment. What is compared is assigned at random.",
  "externally assigned": "Observational study. Somebody other than those compared sets the start.",
  nominated: "Observational study. Those compared are chosen by others.",
  voluntary: "Observational study. Those compared choose themselves.",
  unknown: "Observational study. It is not known who chose."
};

/**
 * What a study plans, under the headings of the OSF Preregistration. All of it comes from the study's description and plan;
 * what they do not say is left to the authors.
 *
 * Source     OSF Preregistration, Center for Open Science, https://osf.io/prereg/
 */
export function preregistration(study: Registered, history: RegisteredHistory): RegistrationSection[] {
  const {words, assignment, plan} = study;
  const models = plan.map((planned) => ({planned, model: plannedModel(planned.specification, planned.term)}));
  const [first, last] = study.programmeYears;
  return [
    section("Study information", {
      Title: study.title,
      Description: study.summary,
      Hypotheses: lines(
        models.map(
          ({planned, model}) =>
            `${named(study, planned)}: whether ${outcomeCalled(study, model)} and ${called(study, model.exposure.name)} rise or fall together.`
        )
      )
    }),
    section("Design plan", {
      "Study type": `${studyType[assignment.how]}${assignment.how === "randomised" || assignment.account === null ? "" : ` ${assignment.account}`}`,
      Blinding: authors,
      "Study design": `${study.organisation}. ${capital(words.programme)}: ${yearsSaid(study.programmeYears)}. ${study.exposure ? capital(words.unit.many) : `${capital(words.person.many)} in ${words.unit.many}`} are observed ${first === last && !models.some(({model}) => model.columns.includes("fiscal_year")) ? "once" : "over the years"}.`,
      Randomization:
        assignment.how === "randomised"
          ? `${assignment.account ?? `Drawn at random: ${drawnOf(study)}.`} ${assignment.record === null ? "The record of the draw is not given." : `Record: ${assignment.record}.`}`
          : "None."
    }),
    section("Sampling plan", {
      "Existing data": existing(history),
      "Explanation of existing data": lines(
        history.versions.map(({version, locked, known}) => `Version ${version}, ${locked}: ${known}`)
      ),
      "Data collection procedures": sourcesOf(study),
      "Sample size": `All ${words.unit.many} and years in the files.`,
      "Sample size rationale": authors,
      "Stopping rule": `The last is ${yearsSaid([last, last])}.`
    }),
    section("Variables", {
      "Manipulated variables": assignment.how === "randomised" ? exposures(models) : "None.",
      "Measured variables": lines([
        ...new Set(
          models.flatMap(({model}) => [model.outcome.text, model.exposure.name, ...model.controls.map(String)])
        )
      ]),
      Indices: lines(study.measures.map(({name, label, unit}) => `${name}: ${label}, ${unit}`))
    }),
    section("Analysis plan", {
      "Statistical models": lines(
        models.map(
          ({planned, model}) =>
            `${named(study, planned)}: ${planned.specification}, about ${planned.term}; ${errorsOf(model)}.`
        )
      ),
      Transformations: "As the formulas say.",
      "Inference criteria": lines([
        "Tests are two-sided, at 5 %. All planned comparisons are counted together by Holm (1979).",
        ...plan.map((planned) =>
          because(smallestThatMatters(named(study, planned), worthwhileSaid(planned, study)), planned.worthwhileBecause)
        )
      ]),
      "Data exclusion": "Rows that break the contract's rules are rejected and counted.",
      "Missing data": "Rows with a missing value are left out of a model and counted by reason.",
      "Exploratory analysis": "Everything else is exploratory and says so."
    })
  ];
}

/** A column as a sentence calls it: "packs sold". */
const called = ({measures}: Registered, name: string): string =>
  lowered(measures.find((measure) => measure.name === name)?.label ?? ours[name] ?? name.replaceAll("_", " "));

/** columns that no study declares */
const ours: Readonly<Record<string, string>> = {
  mean: "the survey's scores",
  margin: "profit margin",
  other_line: "people of the other line met",
  stock: "the share who ever completed",
  dose: "sessions attended",
  z: "ratings",
  z_after: "the next year's ratings"
};

const outcomeCalled = (study: Registered, {outcome: {name, taken}}: PlannedModel): string =>
  `${taken === "in log" ? "the logarithm of " : taken === "as change" ? "the change of " : ""}${called(study, name)}`;

/** A finding in the study's own words: "Classes". */
const named = ({words}: Registered, {finding}: Pick<PlannedSpecification, "finding">): string =>
  capital(findingName(finding, words));

const drawnOf = ({assignment, words}: Registered): string =>
  assignment.what === "persons" ? words.person.many : words.unit.many;

function section(heading: string, items: Readonly<Record<string, string>>): RegistrationSection {
  return {heading, items: Object.entries(items).map(([item, text]) => ({item, text: text || authors}))};
}

function existing({status, versions}: RegisteredHistory): string {
  const [first] = versions;
  if (!first) return "The plan has not been locked. It is exploratory.";
  const now = status === "locked" ? "It is as in its last version." : "It has been changed since its last version.";
  return `Registration after the data were there. The plan was first locked on ${first.locked}. ${now}`;
}

function sourcesOf({sources, tables}: Registered): string {
  const titles = sources.map(({title, path}) => title ?? path ?? "").filter((name) => name !== "");
  return `Tables: ${tables.join(", ")}.${titles.length > 0 ? ` Sources: ${titles.join("; ")}.` : ""}`;
}

function exposures(models: readonly {readonly model: PlannedModel}[]): string {
  return lines([...new Set(models.map(({model}) => model.exposure.name))]);
}

function errorsOf({grouped}: PlannedModel): string {
  return grouped.length > 0 ? `errors by the levels of ${grouped.join(", ")}` : "errors by cluster (CR2)";
}

function because(text: string, reason: string | undefined): string {
  return reason === undefined ? `${text}.` : `${text}. ${capital(reason)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One a line, as a list. */
function lines(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
