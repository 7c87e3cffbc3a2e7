import * as z from "zod/mini";
import {power as solvePower} from "../../src/stats/power/power.js";
import {defineMethod} from "./defineMethod.js";
import {flag, number, one} from "./optionTypes.js";

const given = z.optional(number);

/** For anova, between_variance and within_variance may stand for the effect; for proportions, p1 and p2 for baseline and effect. */
export const power = defineMethod(
  "power",
  {
    kind: one("t", "paired", "correlation", "proportions", "anova", "cluster"),
    n: given,
    effect: given,
    power: given,
    alpha: given,
    groups: given,
    between_variance: given,
    within_variance: given,
    baseline: given,
    p1: given,
    p2: given,
    size: given,
    icc: given,
    strict: z.optional(flag)
  },
  ({between_variance: between, within_variance: within = 1, p1, p2, strict = false, ...design}) => {
    const {groups = 2} = design;
    const ratio = between === undefined ? undefined : between / within;
    const effect = ratio === undefined ? (design.effect ?? p2) : Math.sqrt((ratio * (groups - 1)) / groups);
    const fit = solvePower({...design, effect, baseline: design.baseline ?? p1, strict});
    return {method: "power", n: 0, dropped: [], clusters: {}, terms: [], fit, warnings: []};
  }
);
