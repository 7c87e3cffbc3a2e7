import * as z from "zod/mini";
import {adjust as adjustP, type AdjustmentMethod} from "../../src/stats/adjustment/adjust.js";
import {defineMethod} from "./defineMethod.js";

const METHODS: readonly AdjustmentMethod[] = ["bonferroni", "holm", "hochberg", "hommel", "bh", "by"];

export const adjust = defineMethod("adjust", {p: z.array(z.nullable(z.number()))}, ({p}) => ({
  method: "adjust",
  n: p.filter((value) => value !== null).length,
  dropped: [],
  clusters: {},
  terms: [],
  fit: Object.fromEntries(METHODS.map((method) => [method, adjustP(p, method)])),
  warnings: []
}));
