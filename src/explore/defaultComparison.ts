import type {Comparison, Effects, ErrorType} from "./comparison.js";
import type {Grain} from "./grain.js";
import {namesOf} from "./grain.js";
import type {ExploredStudy} from "./study.js";

/** What a grain's rows allow at best: units and years taken out of a panel, changes of a series, rows as they are. */
export function defaultComparison(grain: Grain, study: ExploredStudy): Comparison {
  const [exposure, outcome] = plannedPair(grain, study);
  const {transform, effects, errors} = habits(grain);
  return {
    table: grain.name,
    outcome,
    exposure,
    years: null,
    lines: [],
    lag: 0,
    transform,
    controls: [],
    effects,
    weights: null,
    errors,
    brush: null,
    view: "pair"
  };
}

export function habits({kind}: Grain): {transform: "none" | "change"; effects: Effects; errors: ErrorType} {
  if (kind === "panel") return {transform: "none", effects: "unit+time", errors: "CR2"};
  return kind === "series"
    ? {transform: "change", effects: "none", errors: "iid"}
    : {transform: "none", effects: "none", errors: "HC3"};
}

/** The pair that the plan compares, else the first exposure and the first outcome. */
function plannedPair(grain: Grain, {plan}: ExploredStudy): readonly [string, string] {
  const has = new Set(namesOf(grain));
  for (const {specification, term} of plan) {
    const outcome = /^\s*(?:\w+\()?(\w+)\)?\s*~/.exec(specification)?.[1] ?? "";
    if (has.has(term) && has.has(outcome) && term !== outcome) return [term, outcome];
  }
  const exposure = grain.measures.find(({role}) => role === "exposure") ?? grain.measures[0];
  const outcome =
    grain.measures.find(({role, name}) => role === "outcome" && name !== exposure?.name) ??
    grain.measures.find(({name}) => name !== exposure?.name);
  return [exposure?.name ?? "", outcome?.name ?? ""];
}
