import * as z from "zod/mini";
import {type MixedOptions, mixedModel} from "../../src/stats/mixed/mixedModel.js";
import {defineMethod} from "./defineMethod.js";
import {column, flag, formula, level, levels, number, one, text} from "./optionTypes.js";
import {tableFor} from "./tableFor.js";

export const mixed = defineMethod(
  "mixed",
  {
    formula,
    reml: z.optional(flag),
    df: z.optional(one("satterthwaite")),
    modes: z.optional(flag),
    profile: z.optional(flag),
    weights: z.optional(column),
    contrasts: z.optional(z.record(text, z.record(text, number))),
    levels,
    level
  },
  // df has one value, by which it is always made
  ({formula: source, ...options}, read) => ({
    ...mixedModel(source, tableFor(source, read), {...options, df: undefined} as MixedOptions),
    vcov: {type: "model, Satterthwaite", default: true}
  })
);
