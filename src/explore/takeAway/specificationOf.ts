import {vcovOf} from "../comparisonData.js";
import type {ExplorerComparison} from "./explorerComparison.js";

/** What `estimate` is asked for the same digits. */
export function specificationOf({comparison, grain, main}: ExplorerComparison): Record<string, unknown> {
  return {
    method: "ols",
    data: "data.csv",
    formula: main.formula,
    vcov: main.refused === null ? vcovOf(comparison.errors, grain) : "iid",
    ...(comparison.weights === null ? {} : {weights: comparison.weights})
  };
}
