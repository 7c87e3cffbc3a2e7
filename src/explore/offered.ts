/** What a grain's rows allow of the choices that are not theirs alone; the page's lists and a link's are the same. */
import type {ErrorType, Transform} from "./comparison.js";
import {type Grain, valuesOf} from "./grain.js";

export function offeredErrors({kind}: Grain): readonly ErrorType[] {
  return kind === "panel" ? ["CR2", "CR1", "HC3", "iid"] : ["HC3", "iid"];
}

export function offeredTransforms({time}: Grain): readonly Transform[] {
  return time === null ? ["none", "log", "rank"] : ["none", "log", "change", "rank"];
}

/** Sizes to weight by: measures of people or of ratings, never below zero. */
export function offeredSizes(grain: Grain): string[] {
  return grain.measures
    .filter(({unit, name}) => ["people", "ratings"].includes(unit) && !valuesOf(grain, name).some((value) => value < 0))
    .map(({name}) => name);
}
