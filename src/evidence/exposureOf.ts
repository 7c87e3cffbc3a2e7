import {article} from "../words/en/article.js";
import {lowered} from "../words/en/outcome.js";
import type {Exposure} from "../words/exposure.js";
import type {EvidenceContext, Plan} from "./context.js";
import {measureNamed} from "./measure.js";
import {exposureStep} from "./exposureStep.js";

/** What a plan's units are exposed to, as sentences speak of it: the study's own words where it gives them. */
export function exposureOf(plan: Plan, context: EvidenceContext): Exposure {
  const {measures, exposure: declared} = context;
  const {name: column, lag} = plan.exposure;
  const {label, unit, name} = measureNamed(measures, column);
  const lagged = lag > 0;
  const step = exposureStep(plan, context);
  if (name === "dose") return {kind: "sessions", one: label, step, unit, lagged};
  if (name === "participation") return {kind: "share", one: label, step, lagged};
  if (name === "stock") return {kind: "share", one: label, step, completed: true, lagged};
  if (declared) return {...declared, step, unit, lagged};
  if (unit === "0 or 1") return {kind: "yes or no", one: article(lowered(label)), step, lagged};
  return {kind: "amount", one: label.toLowerCase(), step, unit, lagged};
}
