import type {Comparison} from "./comparison.js";
import {formulaOf} from "./comparisonData.js";
import type {Grain} from "./grain.js";
import type {ExploredStudy, PlannedComparison} from "./study.js";

/** The planned comparison that this is, if it is one: the same formula on all rows, errors by unit. */
export function plannedAs(comparison: Comparison, grain: Grain, {plan}: ExploredStudy): PlannedComparison | null {
  const {years, lines, brush, weights, lag, errors} = comparison;
  if (years !== null || lines.length > 0 || brush !== null || weights !== null || lag !== 0 || errors !== "CR2")
    return null;
  const own = squeeze(formulaOf(comparison, grain));
  return plan.find(({specification}) => squeeze(specification) === own) ?? null;
}

function squeeze(formula: string): string {
  return formula.replaceAll(/\s+/g, "");
}

export function badgeOf(comparison: Comparison, grain: Grain, study: ExploredStudy): string {
  const plan = plannedAs(comparison, grain, study);
  return plan ? `Planned on ${plan.dated}` : "Exploratory";
}
