import {timeColumn, unitColumn} from "./panel/departmentPanel.js";
import type {EvidenceContext} from "./context.js";
import {measureNamed} from "./measure.js";
import {lowered} from "../words/outcome.js";
import {say} from "../words/say.js";

/** What a reader calls a column of the plan's formula: by the study's own words, and a measure by its label. */
export function columnCalled(column: string, {unit, division, measures}: EvidenceContext): string {
  if (column === unitColumn) return unit.one;
  if (column === timeColumn) return say("year");
  if (column === "division") return division?.one ?? say("division");
  return lowered(measureNamed(measures, column).label);
}
