import * as z from "zod/mini";
import {logit as fit} from "../../src/stats/generalised/logit.js";
import {defineMethod} from "./defineMethod.js";
import {column, formula, level, levels, one} from "./optionTypes.js";
import {tableFor} from "./tableFor.js";

export const logit = defineMethod(
  "logit",
  {formula, link: z.optional(one("logit", "probit")), weights: z.optional(column), levels, level},
  ({formula: source, ...options}, read) => ({
    ...fit(source, tableFor(source, read), options),
    vcov: {type: "information", default: true}
  })
);
