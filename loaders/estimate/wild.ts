import * as z from "zod/mini";
import {wildBootstrap} from "../../src/stats/regression/wildBootstrap.js";
import {defineMethod} from "./defineMethod.js";
import {column, draws, flag, formula, level, levels, one, seed, text} from "./optionTypes.js";
import {tableFor} from "./tableFor.js";

export const wild = defineMethod(
  "wild",
  {
    formula,
    cluster: column,
    term: text,
    weights: z.optional(one("rademacher", "webb")),
    impose_null: z.optional(flag),
    enumerate: z.optional(flag),
    unit: z.optional(column),
    time: z.optional(column),
    levels,
    draws,
    seed,
    level
  },
  ({formula: source, impose_null: imposeNull, ...options}, read) => {
    const {cluster, unit, time} = options;
    return {
      ...wildBootstrap(source, tableFor(source, read, {labels: [cluster, unit], time}), {...options, imposeNull}),
      vcov: {type: "wild bootstrap", clusters: [cluster], default: false}
    };
  }
);
