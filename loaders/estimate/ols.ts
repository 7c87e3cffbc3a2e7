import * as z from "zod/mini";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {ols as fit} from "../../src/stats/regression/ols.js";
import {defineMethod} from "./defineMethod.js";
import {column, columns, formula, level, levels, one} from "./optionTypes.js";
import {tableFor} from "./tableFor.js";
import {vcov} from "./vcov.js";

export const ols = defineMethod(
  "ols",
  {
    formula,
    model: z.optional(one("pooled", "within", "between", "fd", "random", "mundlak")),
    vcov: z.optional(vcov),
    cluster: z.optional(z.union([column, columns])),
    test: z.optional(columns),
    about: z.optional(z.union([column, columns])),
    weights: z.optional(column),
    unit: z.optional(column),
    time: z.optional(column),
    levels,
    level
  },
  ({formula: source, cluster, vcov: errors, ...options}, read) => {
    if (cluster !== undefined && errors !== undefined)
      throw new InvalidArgument("invalid cluster; it is short for vcov {cluster, type: CR2}; give one of the two");
    const asked = cluster === undefined ? errors : {cluster, type: "CR2" as const};
    const by = typeof asked === "object" && "cluster" in asked ? [asked.cluster].flat() : [];
    return fit(source, tableFor(source, read, {labels: [...by, options.unit], time: options.time}), {
      ...options,
      vcov: asked
    });
  }
);
