import type {EvidenceContext} from "../../evidence/context.js";
import type {Finding} from "../../evidence/finding.js";
import {capital, decimal, percent} from "../../evidence/format.js";
import type {MeasureDescription} from "../../evidence/measure.js";
import {measureNamed} from "../../evidence/measure.js";

export const yearColumn = {name: "fiscal_year", label: "Fiscal year", digits: 0};

/** The measure on the left of the plan's specification. */
export function outcomeOf({outcome}: Pick<Finding, "outcome">, {measures}: EvidenceContext): MeasureDescription {
  return measureNamed(measures, outcome);
}

export function columnFor({name, label, unit}: MeasureDescription): {name: string; label: string; unit?: string} {
  return unit === "share" ? {name, label: capital(label)} : {name, label: capital(label), unit};
}

export function formatFor({unit}: MeasureDescription): ((value: number) => string) | undefined {
  if (unit === "share") return (value) => percent(value);
  return (value) => {
    const size = Math.abs(value);
    return size >= 1e9
      ? `${decimal(value / 1e9, 1)} bn`
      : size >= 1e6
        ? `${decimal(value / 1e6, 0)} m`
        : decimal(value, size < 10 && size > 0 ? 1 : 0);
  };
}
