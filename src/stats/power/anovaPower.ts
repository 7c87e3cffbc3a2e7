import {fisherFQuantile} from "../distribution/fisherF.js";
import {noncentralFUpper} from "../distribution/noncentralF.js";
import {closedOptions} from "../errors/closedOptions.js";
import type {Design} from "./design.js";

export interface AnovaDesign extends Design {
  readonly groups: number;
}

/**
 * Power of one-way analysis of variance, n in each of the groups, effect Cohen's f: the standard deviation of the group
 * means (groups in the denominator) over that within. R's between.var / within.var is f^2 groups / (groups - 1).
 */
export function anovaPower({n, effect, alpha, groups, ...others}: AnovaDesign): number {
  closedOptions("anovaPower", others, ["n", "effect", "alpha", "groups"]);
  const df1 = groups - 1;
  const df2 = groups * (n - 1);
  return noncentralFUpper(fisherFQuantile(alpha, df1, df2, {upper: true}), df1, df2, groups * n * effect * effect);
}
