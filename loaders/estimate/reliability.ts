import * as z from "zod/mini";
import {reliability as fitReliability} from "../../src/stats/scales/reliability.js";
import {defineMethod} from "./defineMethod.js";
import {columns, level, number, one} from "./optionTypes.js";

export const reliability = defineMethod(
  "reliability",
  {
    items: columns,
    reversed: z.optional(columns),
    minimum: z.optional(number),
    maximum: z.optional(number),
    missing: z.optional(one("listwise", "pairwise")),
    level
  },
  ({items, reversed = [], missing = "listwise", ...options}, read) => {
    const answers = Object.fromEntries(items.map((name) => [name, read.numbers(name)]));
    return fitReliability(answers, {reversed, missing, ...options});
  }
);
