/**
 * What may be published, by kind of data: one rule a line, each with its source. A study may only tighten a rule
 * (`study.thresholds` in its data package); `public_microdata` lifts those that protect persons, and a study of invented
 * persons (`synthetic`) may loosen the one that says so.
 *
 * Finance has no rule here: profit and revenue are magnitudes of the organisation, not of persons; whether they are
 * confidential is for the edition to say.
 */
import {nearestName} from "../../src/stats/errors/nearestName.js";
import type {Study} from "../study/readStudy.js";
import {StudyError} from "../study/studyError.js";

export type DataKind = "activity" | "survey" | "appraisal" | "rating" | "model" | "count";

export interface Rule {
  readonly kind: DataKind;
  /** what the rule counts or bounds */
  readonly label: string;
  readonly value: number;
  /** the direction in which a study may move it */
  readonly tighter: "higher" | "lower";
  /** values that it may have at all */
  readonly whole: boolean;
  /** how loose it may be where the persons are invented */
  readonly invented?: number;
  readonly source: string;
}

const handbook = "Hundepool et al. (2012), Statistical Disclosure Control, Wiley";
const outputs = "Griffiths et al. (2019), Handbook on Statistical Disclosure Control for Outputs, SDAP";
const survey = "anonymity threshold usual in employee surveys; Hundepool et al. (2012), ch. 4";
const grim = "Brown & Heathers (2017), The GRIM test: two totals or more for every mean";

export const rules = {
  "activity.eligible": atLeast("activity", "managers eligible in a published unit in every year", 10, outputs),
  "activity.band": step("activity", "width of a published participation rate's band", 0.1, handbook),
  "activity.participants": {
    ...atLeast(
      "activity",
      "numbers of participants that a band leaves to one who knows how many could take part",
      2,
      grim
    ),
    invented: 1
  },
  "activity.dose": step("activity", "step of a published dose", 0.1, handbook),
  "activity.precision": atLeast("activity", "published unit of any other share, times managers", 2, grim),
  "survey.respondents": atLeast("survey", "respondents behind a published mean", 10, survey),
  "survey.precision": atLeast("survey", "published unit of a mean times respondents, in steps of the scale", 2, grim),
  "appraisal.persons": atLeast("appraisal", "persons behind a published statistic of ratings", 20, outputs),
  "appraisal.step": step("appraisal", "step of a published mean of ratings, in standard deviations", 0.02, handbook),
  "appraisal.category": atLeast("appraisal", "persons in each category of published shares of ratings", 10, outputs),
  "appraisal.precision": atLeast("appraisal", "published unit of a share of ratings, times persons", 2, grim),
  "rating.persons": atLeast("rating", "persons who rated, behind a published session statistic", 10, survey),
  "rating.precision": atLeast(
    "rating",
    "published unit of a mean times persons who rated, in steps of the scale",
    2,
    grim
  ),
  "rating.three": atLeast("rating", "persons who rated, behind published shares in three categories", 40, survey),
  "rating.five": atLeast("rating", "persons who rated, behind published shares in five categories", 100, survey),
  "model.persons": atLeast("model", "persons behind each published term", 10, outputs),
  "model.residual": atLeast("model", "residual degrees of freedom of a published model", 10, outputs),
  "model.digits": {
    kind: "model",
    label: "significant digits of the standard error to which an estimate on exact rows is printed",
    value: 2,
    tighter: "lower",
    whole: true,
    source: outputs
  },
  "model.precision": atLeast(
    "model",
    "published unit of an estimate of persons, in standard deviations of the outcome, times persons behind its term",
    5,
    grim
  ),
  "count.step": atLeast("count", "step to which counts of persons are rounded", 5, handbook)
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** The rules in force for a study: value by rule; null where lifted. */
export type Policy = Readonly<Record<RuleName, number | null>>;

export type PolicyOptions = Pick<Study, "thresholds" | "public_microdata"> & Partial<Pick<Study, "synthetic">>;

/** @throws {StudyError} if the study names an unknown rule, loosens one, or gives it a value that it can't have */
export function policyFor({thresholds, public_microdata, synthetic = false}: PolicyOptions): Policy {
  const known = Object.keys(rules);
  const unknown = Object.keys(thresholds).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const near = nearestName(unknown, known);
    const remedy = near === undefined ? `The known ones are ${known.join(", ")}` : `Did you mean ${near}?`;
    refuseThreshold(unknown, "not a rule of disclosure control", remedy);
  }
  const entries = Object.entries<Rule>(rules).map(([name, rule]) => {
    const asked = thresholds[name] ?? rule.value;
    checkThreshold(name, synthetic ? {...rule, value: rule.invented ?? rule.value} : rule, asked);
    return [name, public_microdata ? null : asked];
  });
  return Object.fromEntries(entries) as Policy;
}

function checkThreshold(name: string, {value, tighter, whole}: Rule, asked: number): void {
  if (!(asked > 0 && asked < Infinity)) refuseThreshold(name, "not a positive number", "Correct it");
  if (tighter === "higher" ? asked < value : asked > value) {
    refuseThreshold(name, `a study may only tighten it, at present ${value}`, "Leave it out");
  }
  if (whole && !Number.isInteger(asked)) refuseThreshold(name, "not a whole number", "Correct it");
  if (name === "activity.band" && Math.abs(1 / asked - Math.round(1 / asked)) > 1e-9) {
    refuseThreshold(name, "not a width of which a whole number makes one", "Give such as 0.2 or 0.25");
  }
}

function refuseThreshold(name: string, rule: string, remedy: string): never {
  const column = `study.thresholds.${name}`;
  throw new StudyError(
    [{file: "datapackage.json", column, rule, remedy}],
    "the study's disclosure control can't be made"
  );
}

function atLeast(kind: DataKind, label: string, value: number, source: string): Rule {
  return {kind, label, value, tighter: "higher", whole: true, source};
}

function step(kind: DataKind, label: string, value: number, source: string): Rule {
  return {kind, label, value, tighter: "higher", whole: false, source};
}
