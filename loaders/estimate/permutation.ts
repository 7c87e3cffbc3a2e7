import * as z from "zod/mini";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {permuteCorrelation} from "../../src/stats/resampling/permuteCorrelation.js";
import {permuteSigns} from "../../src/stats/resampling/permuteSigns.js";
import {permuteTwoSamples} from "../../src/stats/resampling/permuteTwoSamples.js";
import {permuteWithinStrata} from "../../src/stats/resampling/permuteWithinStrata.js";
import {defineMethod} from "./defineMethod.js";
import {differencesOf} from "./differencesOf.js";
import {column, draws, flag, one, seed} from "./optionTypes.js";
import {takesOnly} from "./takesOnly.js";
import {twoSamplesOf} from "./twoSamplesOf.js";

/** Within strata, x is the treatment (0 or 1) and y the outcome. */
export const permutation = defineMethod(
  "permutation",
  {
    kind: one("two-sample", "paired", "within-strata", "correlation"),
    x: z.optional(column),
    y: z.optional(column),
    group: z.optional(column),
    strata: z.optional(column),
    statistic: z.optional(one("sum", "mean", "pearson", "spearman")),
    exact: z.optional(z.union([flag, one("auto")])),
    draws,
    seed
  },
  ({kind, statistic, exact = "auto", ...asked}, read) => {
    const options = {draws: asked.draws, seed: asked.seed, exact};
    takesOnly(`kind ${kind}`, asked, {
      x: asked.group === undefined,
      group: kind === "two-sample",
      strata: kind === "within-strata"
    });
    const correlates = statistic === "pearson" || statistic === "spearman";
    if (statistic !== undefined && correlates !== (kind === "correlation"))
      throw new InvalidArgument(
        `invalid statistic; not one of ${kind === "correlation" ? "pearson, spearman" : "sum, mean"}: ${statistic}`
      );
    const named = (option: "x" | "y" | "strata"): string => {
      const name = asked[option];
      if (name === undefined) throw new InvalidArgument(`missing ${option}; kind ${kind} needs it`);
      return name;
    };
    if (kind === "correlation")
      return permuteCorrelation(read.numbers(named("x")), read.numbers(named("y")), {
        ...options,
        of: statistic === "spearman" ? "ranks" : "values"
      });
    const of = statistic as "sum" | "mean" | undefined;
    if (kind === "paired") return permuteSigns(differencesOf(asked, read), {...options, statistic: of});
    if (kind === "two-sample") {
      const {samples, dropped} = twoSamplesOf(asked, read);
      return {...permuteTwoSamples(...samples, {...options, statistic: of}), dropped};
    }
    const strata = read.labels(named("strata")).map((label, row) => {
      if (label !== null) return label;
      throw new InvalidArgument(`invalid strata; no label in row ${row + 1}; drop the row or name its stratum`);
    });
    return permuteWithinStrata(read.numbers(named("x")), read.numbers(named("y")), strata, {...options, statistic: of});
  }
);
