import * as z from "zod/mini";
import {column, countFromNought, flag, one} from "./optionTypes.js";

/** The errors that a linear model may be asked for. */
export const vcov = z.union([
  one("iid", "HC0", "HC1", "HC2", "HC3", "HC4"),
  z.strictObject({
    cluster: z.union([column, z.array(column)]),
    type: z.optional(one("CR0", "CR1", "CR1S", "CR2", "CR3", "fixest"))
  }),
  z.strictObject({nw: z.union([countFromNought, one("auto")]), adjust: z.optional(flag)})
]);

export type AskedVcov = z.output<typeof vcov>;
