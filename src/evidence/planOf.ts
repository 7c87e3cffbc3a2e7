import {plannedModel} from "../stats/formula/plannedModel.js";
import type {Plan} from "./context.js";

/** A specification as a study declares it. */
export type DeclaredPlan = Pick<Plan, "specification" | "term" | "worthwhile" | "worthwhileBecause" | "published">;

/** @throws {InvalidArgument} if the formula can't be read, or has no such term */
export function planOf({specification, term, worthwhile, worthwhileBecause, published}: DeclaredPlan): Plan {
  return {...plannedModel(specification, term), worthwhile, worthwhileBecause, published};
}
