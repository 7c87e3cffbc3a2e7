import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {permuteCorrelation} from "../../src/stats/resampling/permuteCorrelation.js";
import {permuteSigns} from "../../src/stats/resampling/permuteSigns.js";
import {permuteTwoSamples} from "../../src/stats/resampling/permuteTwoSamples.js";
import {permuteWithinStrata} from "../../src/stats/resampling/permuteWithinStrata.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {differencesOf} from "./differencesOf.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";
import {twoSamplesOf} from "./twoSamplesOf.js";

/** Within strata, x is the treatment (0 or 1) and y the outcome. */
export function permutation(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  const kind = read.text("kind", ["two-sample", "paired", "within-strata", "correlation"]);
  const options = {
    draws: read.number("draws"),
    seed: read.number("seed"),
    exact: typeof specification.exact === "boolean" ? specification.exact : ("auto" as const)
  };
  if (kind === "correlation") {
    const of = read.text("statistic", ["pearson", "spearman"], "pearson") === "spearman" ? "ranks" : "values";
    return permuteCorrelation(read.column("x"), read.column("y"), {...options, of});
  }
  const statistic = read.has("statistic") ? (read.text("statistic", ["sum", "mean"]) as "sum" | "mean") : undefined;
  if (kind === "paired") return permuteSigns(differencesOf(read), {...options, statistic});
  if (kind === "two-sample") return permuteTwoSamples(...twoSamplesOf(read), {...options, statistic});
  const strata = read.labels("strata").map((label) => {
    if (label === null)
      throw new InvalidArgument("invalid strata; a label is missing; drop the row or name its stratum");
    return label;
  });
  return permuteWithinStrata(read.column("x"), read.column("y"), strata, {...options, statistic});
}
