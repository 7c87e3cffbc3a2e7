import {plannedModel} from "../stats/formula/plannedModel.js";
import type {Plan} from "./context.js";

/** A specification as a study declares it. */
export interface DeclaredPlan extends Pick<
  Plan,
  "specification" | "term" | "worthwhile" | "worthwhileBecause" | "published"
> {
  readonly vcov?: Plan["errors"];
}

/** @throws {InvalidArgument} if the formula can't be read, or has no such term */
export function planOf({specification, term, worthwhile, worthwhileBecause, vcov, published}: DeclaredPlan): Plan {
  return {...plannedModel(specification, term), worthwhile, worthwhileBecause, errors: vcov ?? "cluster", published};
}
