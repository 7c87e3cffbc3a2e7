import * as z from "zod/mini";
import {ordinal as fit} from "../../src/stats/generalised/ordinal.js";
import {defineMethod} from "./defineMethod.js";
import {column, count, flag, formula, level, levels, one} from "./optionTypes.js";
import {tableFor} from "./tableFor.js";

export const ordinal = defineMethod(
  "ordinal",
  {
    formula,
    link: z.optional(one("logit", "probit")),
    proportional_odds: z.optional(flag),
    quadrature: z.optional(count),
    weights: z.optional(column),
    levels,
    level
  },
  ({formula: source, proportional_odds: proportionalOdds, ...options}, read) => ({
    ...fit(source, tableFor(source, read), {...options, proportionalOdds}),
    vcov: {type: "information", default: true}
  })
);
