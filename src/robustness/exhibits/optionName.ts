import {measureNamed} from "../../evidence/measure.js";
import type {EvidenceContext} from "../../evidence/context.js";

/** A choice by the name that it has elsewhere: of a measure its label. */
export function optionName(choice: string, option: string, {measures}: Pick<EvidenceContext, "measures">): string {
  if (choice !== "outcome" && choice !== "exposure") return option;
  return measureNamed(measures, option.replaceAll(" ", "_")).label.toLowerCase();
}
