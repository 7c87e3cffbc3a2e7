import * as z from "zod/mini";
import {completeCases} from "../../src/stats/description/completeCases.js";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {poolEstimates} from "../../src/stats/pooling/poolEstimates.js";
import {defineMethod} from "./defineMethod.js";
import {column, flag, level, one} from "./optionTypes.js";

export const pool = defineMethod(
  "pool",
  {
    estimate: column,
    se: z.optional(column),
    variance: z.optional(column),
    kind: z.optional(one("fixed", "dl", "reml", "pm", "james-stein")),
    hartung_knapp: z.optional(z.union([flag, z.literal("floor")])),
    level
  },
  ({estimate, se, variance, kind = "reml", hartung_knapp: hartungKnapp, level: width}, read) => {
    const error = variance ?? se;
    if (error === undefined) throw new InvalidArgument("missing se; pool needs it, or variance");
    if (se !== undefined && variance !== undefined)
      throw new InvalidArgument("invalid variance; se is given too; give one of the two");
    const {columns, dropped} = completeCases({estimate: read.numbers(estimate), error: read.numbers(error)});
    const below = variance === undefined ? columns.error.findIndex((value) => value < 0) : -1;
    if (below >= 0) throw new InvalidArgument(`invalid se; below 0: ${columns.error[below]}; drop the row`);
    const variances = Array.from(columns.error, (value) => (variance === undefined ? value ** 2 : value));
    return {...poolEstimates(Array.from(columns.estimate), variances, {kind, hartungKnapp, level: width}), dropped};
  }
);
