import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {outside} from "../description/outside.js";
import {betaQuantile} from "../distribution/beta.js";
import {normalQuantile} from "../distribution/normal.js";

export interface Proportion {
  readonly method: "wilson" | "clopper-pearson";
  readonly n: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface ProportionOptions {
  /** wilson: covers on average; clopper-pearson: covers always */
  readonly kind?: "wilson" | "clopper-pearson";
  readonly level?: number;
}

/**
 * A share with its interval.
 *
 * Source     Wilson (1927); Clopper & Pearson (1934); checked against R's prop.test(correct = FALSE) and binom.test
 */
export function proportion(
  count: number,
  n: number,
  {kind = "wilson", level = 0.95, ...others}: ProportionOptions = {}
): Proportion {
  closedOptions("proportion", others, ["kind", "level"]);
  oneOf("kind", kind, ["wilson", "clopper-pearson"]);
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgument(`invalid n; not a whole number above 0: ${n}`);
  if (!Number.isInteger(count) || count < 0 || count > n)
    throw new InvalidArgument(`invalid count; not a whole number from 0 to ${n}: ${count}`);
  const tail = outside(level);
  const estimate = count / n;
  if (kind === "clopper-pearson") {
    return {
      method: kind,
      n,
      estimate,
      low: count === 0 ? 0 : betaQuantile(tail, count, n - count + 1),
      high: count === n ? 1 : betaQuantile(tail, count + 1, n - count, {upper: true})
    };
  }
  const z = normalQuantile(tail, {upper: true});
  const share = (z * z) / n;
  const middle = (estimate + share / 2) / (1 + share);
  const half = (z * Math.sqrt((estimate * (1 - estimate) + share / 4) / n)) / (1 + share);
  return {method: "wilson", n, estimate, low: count === 0 ? 0 : middle - half, high: count === n ? 1 : middle + half};
}
