import type {EvidenceContext} from "../../evidence/context.js";
import {lowered} from "../../words/outcome.js";
import {yearNoun} from "../../words/yearNoun.js";
import {confounder} from "../words.en.js";
import type {Measured} from "../../evidence/robustness/confounder.js";
import type {SpecificationPoint} from "../../evidence/robustness/specifications.js";

/** A choice of an analysis as a reader would call it: a measure by its label, a line by the study's word for it. */
export function choiceName(choice: string, option: string, {measures, division}: EvidenceContext): string {
  if (choice === "years") return option.replace("by line", `by ${division?.one ?? "division"}`);
  if (choice !== "outcome" && choice !== "exposure") return option;
  const measure = [...measures.values()].find(({name}) => name.replaceAll("_", " ") === option);
  return measure ? lowered(measure.label) : option;
}

/** A measured cause by the study's words for a year and for what units belong to: "region's own drift". */
export function benchmarkName(measured: Measured, {division}: EvidenceContext): string {
  switch (measured.kind) {
    case "measure":
      return measured.label;
    case "size":
      return confounder.size;
    case "before":
      return confounder.before(yearNoun().one);
    case "drift":
      return confounder.drift(division?.one ?? "division");
  }
}

/** An analysis with its choices by their names. */
export function namedChoices(
  point: SpecificationPoint,
  choices: readonly string[],
  context: EvidenceContext
): SpecificationPoint {
  const names = choices.map((choice) => [choice, choiceName(choice, String(point[choice]), context)]);
  return {...point, ...Object.fromEntries(names)};
}
