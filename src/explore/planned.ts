import {plannedModel} from "../stats/formula/plannedModel.js";
import type {Comparison, Effects} from "./comparison.js";
import type {Grain} from "./grain.js";
import {namesOf} from "./grain.js";
import {inOrder} from "./inOrder.js";
import type {ExploredStudy, PlannedComparison} from "./study.js";

type Parts = Pick<Comparison, "exposure" | "outcome" | "lag" | "transform" | "controls" | "effects">;

const transformOf = {"as it is": "none", "in log": "log", "as change": "change"} as const;

/** What a plan compares, as parts of a comparison; null where the grain does not have its columns. */
export function plannedParts(planned: PlannedComparison, grain: Grain): Parts | null {
  const {
    estimator,
    outcome: left,
    exposure: right,
    controls,
    absorbed,
    grouped
  } = plannedModel(planned.specification, planned.term);
  const [outcome, exposure, lag] = [left.name, right.name, right.lag];
  const has = new Set(namesOf(grain));
  const effects = effectsOf(absorbed, grain);
  const known = [outcome, exposure, ...controls].every((name) => has.has(name));
  if (estimator === "cohorts" || grouped.length > 0 || effects === null || !known || outcome === exposure) return null;
  return {
    exposure,
    outcome,
    lag,
    transform: transformOf[left.taken],
    controls: inOrder(controls, namesOf(grain)),
    effects
  };
}

function effectsOf(absorbed: readonly string[], {unit, time}: Grain): Effects | null {
  const kinds = absorbed.map((name) => (name === unit ? "unit" : name === time ? "time" : "other"));
  if (kinds.includes("other")) return null;
  return kinds.length === 0 ? "none" : kinds.length === 2 ? "unit+time" : (kinds[0] as Effects);
}

/** The planned comparison that this is, if it is one: its parts on all rows, errors by unit. */
function plannedAs(comparison: Comparison, grain: Grain, {plan}: ExploredStudy): PlannedComparison | null {
  const {years, lines, brush, weights, errors} = comparison;
  const whole = years === null && lines.length === 0 && brush === null && weights === null;
  if (!whole || (grain.kind === "panel" && errors !== "CR2")) return null;
  return plan.find((one) => sameParts(plannedParts(one, grain), comparison)) ?? null;
}

function sameParts(planned: Parts | null, comparison: Comparison): boolean {
  if (planned === null) return false;
  const {controls, ...rest} = planned;
  const same = (Object.keys(rest) as (keyof typeof rest)[]).every((key) => planned[key] === comparison[key]);
  return same && controls.toSorted().join() === comparison.controls.toSorted().join();
}

export function badgeOf(comparison: Comparison, grain: Grain, study: ExploredStudy): string {
  const plan = plannedAs(comparison, grain, study);
  return plan ? `Planned on ${plan.dated}` : "Exploratory";
}
