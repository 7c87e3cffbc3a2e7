import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {AdjustmentMethod} from "../../src/stats/adjustment/adjust.js";
import {adjust as adjustP} from "../../src/stats/adjustment/adjust.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {Specification} from "./specificationReader.js";

const METHODS: readonly AdjustmentMethod[] = ["bonferroni", "holm", "hochberg", "hommel", "bh", "by"];

export function adjust({p}: Specification): Estimate<object> {
  if (!Array.isArray(p) || !p.every((value) => value === null || typeof value === "number")) {
    throw new InvalidArgument(`invalid p; not a list of numbers and nulls: ${JSON.stringify(p)}`);
  }
  const fit = Object.fromEntries(METHODS.map((method) => [method, adjustP(p, method)]));
  return {
    method: "adjust",
    n: p.filter((value) => value !== null).length,
    dropped: [],
    clusters: {},
    terms: [],
    fit,
    warnings: []
  };
}
