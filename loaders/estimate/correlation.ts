import * as z from "zod/mini";
import {correlateSeries} from "../../src/stats/association/correlateSeries.js";
import {kendall} from "../../src/stats/association/kendall.js";
import {kendallScore} from "../../src/stats/association/kendallScore.js";
import {partialCorrelation} from "../../src/stats/association/partialCorrelation.js";
import {pearson} from "../../src/stats/association/pearson.js";
import {repeatedCorrelation} from "../../src/stats/association/repeatedCorrelation.js";
import {spearman} from "../../src/stats/association/spearman.js";
import {weightedPearson} from "../../src/stats/association/weightedPearson.js";
import {completeCases, type Column} from "../../src/stats/description/completeCases.js";
import {ranks} from "../../src/stats/description/ranks.js";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {PermutationFit, PermutationOptions} from "../../src/stats/resampling/permutationEstimate.js";
import {permuteCorrelation} from "../../src/stats/resampling/permuteCorrelation.js";
import {permuteStatistic} from "../../src/stats/resampling/permuteStatistic.js";
import type {ColumnReader} from "./columnReader.js";
import {defineMethod} from "./defineMethod.js";
import {column, columns, draws, level, one, seed} from "./optionTypes.js";
import {takesOnly} from "./takesOnly.js";

const shape = {
  x: column,
  y: column,
  kind: z.optional(one("pearson", "spearman", "kendall", "partial", "rmcorr", "weighted")),
  transform: z.optional(one("none", "detrend", "difference")),
  p: z.optional(one("t", "exact", "permutation", "normal", "edgeworth")),
  controls: z.optional(columns),
  subject: z.optional(column),
  weights: z.optional(column),
  time: z.optional(column),
  draws,
  seed,
  level
};

type Asked = z.output<z.ZodMiniObject<typeof shape>>;

export const correlation = defineMethod("correlation", shape, (asked, read) => {
  const {transform = "none", p = "auto", level: width} = asked;
  const kind =
    (asked.kind ?? "pearson") === "pearson" && asked.weights !== undefined ? "weighted" : (asked.kind ?? "pearson");
  const [x, y] = [read.numbers(asked.x), read.numbers(asked.y)];
  const of = kind === "spearman" ? "ranks" : "values";
  takesOnly(`kind ${kind}`, asked, {
    controls: kind === "partial",
    subject: kind === "rmcorr",
    weights: kind === "weighted",
    time: transform !== "none"
  });
  if (transform !== "none") {
    if (kind !== "pearson" && kind !== "spearman")
      throw new InvalidArgument(`invalid transform; ${kind} takes none: ${transform}`);
    takesOnly(`transform ${transform}`, asked, {p: false, draws: false, seed: false});
    const time = asked.time === undefined ? Array.from(x, (_, i) => i) : read.numbers(asked.time);
    return correlateSeries(x, y, time, {transform, of, level: width});
  }
  const permuted = p === "permutation" || (p === "exact" && (kind === "pearson" || (kind !== "partial" && tied(x, y))));
  if (!permuted) {
    takesOnly(`p ${p}`, asked, {draws: false, seed: false});
    return untransformed(kind, x, y, p, asked, read);
  }
  if (!["pearson", "spearman", "kendall"].includes(kind))
    throw new InvalidArgument(`invalid p; ${kind} takes t only: ${p}; leave p out`);
  const plain = untransformed(kind, x, y, "auto", asked, read);
  const options = {exact: p === "exact" ? true : ("auto" as const), draws: asked.draws, seed: asked.seed};
  const test = kind === "kendall" ? permuteOrder(x, y, options) : permuteCorrelation(x, y, {...options, of});
  return {...plain, terms: plain.terms.map((term) => ({...term, p: test.fit.p_two})), fit: {...plain.fit, ...test.fit}};
});

function permuteOrder(x: Column, y: Column, options: PermutationOptions): Estimate<PermutationFit> {
  const {columns: complete} = completeCases({x, y});
  return permuteStatistic(complete.y, (arrangement) => kendallScore(complete.x, arrangement).score, options);
}

/** Exact distributions of ranks are for values without ties; with them every arrangement is counted. */
function tied(x: Column, y: Column): boolean {
  const {columns: complete} = completeCases({x, y});
  return ranks(complete.x).ties.length + ranks(complete.y).ties.length > 0;
}

function untransformed(
  kind: string,
  x: Column,
  y: Column,
  p: string,
  {controls = [], subject, weights, level: width}: Asked,
  read: ColumnReader
): Estimate<object> {
  switch (kind) {
    case "spearman":
      return spearman(x, y, {
        p: p === "permutation" || p === "normal" ? "t" : (p as "auto" | "exact" | "edgeworth" | "t"),
        level: width
      });
    case "kendall":
      return kendall(x, y, {p: p === "exact" || p === "normal" ? p : "auto", level: width});
    case "partial":
      if (controls.length === 0) throw new InvalidArgument("missing controls; kind partial needs one or more");
      return partialCorrelation(x, y, Object.fromEntries(controls.map((name) => [name, read.numbers(name)])), {
        level: width
      });
    case "rmcorr":
      if (subject === undefined) throw new InvalidArgument("missing subject; kind rmcorr needs it");
      return repeatedCorrelation(x, y, read.labels(subject), {level: width});
    case "weighted":
      if (weights === undefined) throw new InvalidArgument("missing weights; kind weighted needs it");
      return weightedPearson(x, y, read.numbers(weights), {level: width});
    default:
      return pearson(x, y, {level: width});
  }
}
