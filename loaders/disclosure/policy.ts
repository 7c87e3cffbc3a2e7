/**
 * What may be published, by kind of data: one rule a line, each with its source. A study may only tighten a rule
 * (`study.thresholds` in its data package); `public_microdata` lifts those that protect persons.
 */
import type {Study} from "../study/readStudy.js";

export interface Rule {
  /** what the rule counts or bounds */
  readonly label: string;
  readonly value: number;
  /** the direction in which a study may move it */
  readonly tighter: "higher" | "lower";
  /** lifted where the rows are public already */
  readonly person: boolean;
  readonly source: string;
}

const handbook = "Hundepool et al. (2012), Statistical Disclosure Control, Wiley";
const outputs = "Griffiths et al. (2019), Handbook on Statistical Disclosure Control for Outputs, SDAP";
const survey = "anonymity threshold usual in employee surveys; Hundepool et al. (2012), ch. 4";

export const rules = {
  "activity.eligible": rule("managers eligible in a department and year", 10, "higher", outputs),
  "activity.band": rule("width of a published participation rate's band", 0.1, "higher", handbook),
  "activity.dose": rule("step of a published dose", 0.1, "higher", handbook),
  "survey.respondents": rule("respondents behind a published mean", 10, "higher", survey),
  "appraisal.persons": rule("persons behind a published statistic of ratings", 20, "higher", outputs),
  "rating.persons": rule("ratings behind a published session statistic", 10, "higher", survey),
  "model.persons": rule("persons behind each published term", 10, "higher", outputs),
  "model.residual": rule("residual degrees of freedom of a published model", 10, "higher", outputs),
  "count.step": rule("step to which counts of persons are rounded", 5, "higher", handbook)
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** The rules in force for a study: value by rule; null where lifted. */
export type Policy = Readonly<Record<RuleName, number | null>>;

/** @throws {RangeError} if the study names an unknown rule or loosens one */
export function policyFor({thresholds, public_microdata}: Pick<Study, "thresholds" | "public_microdata">): Policy {
  const unknown = Object.keys(thresholds).find((name) => !Object.hasOwn(rules, name));
  if (unknown)
    throw new RangeError(`unknown rule in study.thresholds; one of ${Object.keys(rules).join(", ")}: ${unknown}`);
  const entries = Object.entries<Rule>(rules).map(([name, {value, tighter, person}]) => {
    const asked = thresholds[name] ?? value;
    if (tighter === "higher" ? asked < value : asked > value) {
      throw new RangeError(`a study may only tighten ${name}, at present ${value}: ${asked}`);
    }
    return [name, person && public_microdata ? null : asked];
  });
  return Object.fromEntries(entries) as Policy;
}

function rule(label: string, value: number, tighter: Rule["tighter"], source: string): Rule {
  return {label, value, tighter, person: true, source};
}
