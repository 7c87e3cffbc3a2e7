import type {Exposure} from "../words/en/exposure.js";
import type {EvidenceContext, Plan} from "./context.js";
import {measureNamed} from "./measure.js";
import {stepOf} from "./panel/departmentPanel.js";

/** What a plan's units are exposed to, as sentences speak of it: the study's own words where it gives them. */
export function exposureOf(plan: Plan, {measures, exposure: declared}: EvidenceContext): Exposure {
  const {name: column, lag} = plan.exposure;
  const {label, unit, name} = measureNamed(measures, column);
  const lagged = lag > 0;
  if (name === "dose") return {kind: "sessions", one: label, step: 1, unit, lagged};
  if (name === "participation") return {kind: "share", one: label, step: stepOf(unit), lagged};
  if (name === "stock") return {kind: "share", one: label, step: stepOf(unit), completed: true, lagged};
  if (declared) return {kind: declared.kind, one: declared.one, step: declared.step ?? stepOf(unit), unit, lagged};
  if (unit === "0 or 1")
    return {kind: "yes or no", one: `a ${label.charAt(0).toLowerCase()}${label.slice(1)}`, step: 1, lagged};
  return {kind: "amount", one: label.toLowerCase(), step: stepOf(unit), unit, lagged};
}
