import type {Comparison, Effects, ErrorType} from "./comparison.js";
import {distinctOf, type Grain, valuesOf} from "./grain.js";
import {plannedParts} from "./planned.js";
import type {ExploredStudy} from "./study.js";

/** What a grain's rows allow at best: units and years taken out of a panel, changes of a series, rows as they are. */
export function defaultComparison(grain: Grain, study: ExploredStudy): Comparison {
  const planned = study.plan.flatMap((one) => plannedParts(one, grain) ?? []).at(0);
  return {
    table: grain.name,
    years: null,
    lines: [],
    lag: 0,
    controls: [],
    weights: null,
    brush: null,
    view: "pair",
    ...habits(grain),
    ...(planned ?? firstPair(grain))
  };
}

export function habits(grain: Grain): {transform: "none" | "change"; effects: Effects; errors: ErrorType} {
  const {kind, time} = grain;
  // of one year units can only be compared with one another
  if (kind === "panel" && distinctOf(grain, time).length < 2)
    return {transform: "none", effects: "none", errors: "CR2"};
  if (kind === "panel") return {transform: "none", effects: "unit+time", errors: "CR2"};
  return kind === "series"
    ? {transform: "change", effects: "none", errors: "iid"}
    : {transform: "none", effects: "none", errors: "HC3"};
}

/** The first exposure and the first outcome of those that vary; sizes last. */
function firstPair(grain: Grain): Pick<Comparison, "exposure" | "outcome"> {
  const varying = grain.measures.filter(({name}) => {
    const met = valuesOf(grain, name).filter((value) => !Number.isNaN(value));
    return met.some((value) => value !== met[0]);
  });
  const measures = varying.length < 2 ? grain.measures : varying;
  const outcome = measures.find(({role}) => role === "outcome") ?? measures[1];
  const others = measures.filter(({name}) => name !== outcome?.name);
  const exposure =
    others.find(({role}) => role === "exposure") ??
    others.find(({role}) => role === "outcome") ??
    others.find(({unit}) => unit !== "people" && unit !== "ratings") ??
    others[0];
  return {exposure: exposure?.name ?? "", outcome: outcome?.name ?? ""};
}
