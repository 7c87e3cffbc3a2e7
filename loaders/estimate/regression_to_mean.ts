import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {regressionToMean} from "../../src/stats/sensitivity/regressionToMean.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {Specification} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

export function regression_to_mean(specification: Specification): Estimate<object> {
  const read = specificationReader(specification, {});
  const need = (name: string): number => {
    const value = read.number(name);
    if (value === undefined) throw new InvalidArgument(`missing ${name}; regression_to_mean needs it`);
    return value;
  };
  const side = read.text("side", ["below", "above"], "below") as "below" | "above";
  const expected = regressionToMean({
    mean: need("mean"),
    sd: need("sd"),
    reliability: need("reliability"),
    cutoff: need("cutoff"),
    side,
    measures: read.number("measures")
  });
  return {method: "regression_to_mean", n: 0, dropped: [], clusters: {}, terms: [], fit: {expected}, warnings: []};
}
