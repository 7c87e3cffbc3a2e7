import * as z from "zod/mini";
import {regressionToMean} from "../../src/stats/sensitivity/regressionToMean.js";
import {defineMethod} from "./defineMethod.js";
import {number, one} from "./optionTypes.js";

export const regression_to_mean = defineMethod(
  "regression_to_mean",
  {
    mean: number,
    sd: number,
    reliability: number,
    cutoff: number,
    side: z.optional(one("below", "above")),
    measures: z.optional(number)
  },
  ({side = "below", mean, sd, reliability, cutoff, measures}) => ({
    method: "regression_to_mean",
    n: 0,
    dropped: [],
    clusters: {},
    terms: [],
    fit: {expected: regressionToMean({mean, sd, reliability, cutoff, side, measures})},
    warnings: []
  })
);
