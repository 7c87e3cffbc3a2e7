import {closedOptions} from "../errors/closedOptions.js";
import type {SidedDesign} from "./design.js";
import {byNoncentralT} from "./tPower.js";

export interface ClusterDesign extends SidedDesign {
  /** rows in each cluster */
  readonly size: number;
  readonly icc: number;
}

/** Power of a comparison of two arms of n clusters each, by the design effect, on 2 (n - 1) df. */
export function clusterPower({n, effect, alpha, size, icc, strict = false, ...others}: ClusterDesign): number {
  closedOptions("clusterPower", others, ["n", "effect", "alpha", "size", "icc", "strict"]);
  const designEffect = 1 + (size - 1) * icc;
  return byNoncentralT(effect * Math.sqrt((n * size) / (2 * designEffect)), 2 * (n - 1), alpha, strict);
}
