import type {EvidenceContext} from "../../evidence/context.js";
import type {Finding} from "../../evidence/finding.js";
import {capital, percent} from "../../evidence/format.js";
import type {MeasureDescription} from "../../evidence/measure.js";
import {measureNamed} from "../../evidence/measure.js";
import {shortAmount} from "../../words/numbers.js";
import {yearNoun} from "../../words/yearNoun.js";
import type {Column} from "./column.js";

export const yearColumn = {
  name: "fiscal_year",
  get label() {
    return capital(yearNoun().one);
  },
  digits: 0
};

/** The measure on the left of the plan's specification. */
export function outcomeOf({outcome}: Pick<Finding, "outcome">, {measures}: EvidenceContext): MeasureDescription {
  return measureNamed(measures, outcome);
}

/** Shares of an exposure in whole percent, in which they differ widely; those of an outcome to a tenth. */
export function columnFor({name, label, unit, role}: MeasureDescription): Column {
  return unit === "share"
    ? {name, label: capital(label), share: true, digits: role === "exposure" ? 0 : 1}
    : {name, label: capital(label), unit};
}

export function formatFor({unit}: MeasureDescription): ((value: number) => string) | undefined {
  if (unit === "share") return (value) => percent(value);
  return shortAmount;
}
