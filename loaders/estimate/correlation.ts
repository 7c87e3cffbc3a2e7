import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {correlateSeries} from "../../src/stats/association/correlateSeries.js";
import {kendall} from "../../src/stats/association/kendall.js";
import {partialCorrelation} from "../../src/stats/association/partialCorrelation.js";
import {pearson} from "../../src/stats/association/pearson.js";
import {repeatedCorrelation} from "../../src/stats/association/repeatedCorrelation.js";
import {spearman} from "../../src/stats/association/spearman.js";
import {weightedPearson} from "../../src/stats/association/weightedPearson.js";
import type {Column} from "../../src/stats/description/completeCases.js";
import {completeCases} from "../../src/stats/description/completeCases.js";
import {ranks} from "../../src/stats/description/ranks.js";
import {kendallScore} from "../../src/stats/association/kendallScore.js";
import type {PermutationFit, PermutationOptions} from "../../src/stats/resampling/permutationEstimate.js";
import {permuteStatistic} from "../../src/stats/resampling/permuteStatistic.js";
import {permuteCorrelation} from "../../src/stats/resampling/permuteCorrelation.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {Specification, SpecificationReader, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

const KINDS = ["pearson", "spearman", "kendall", "partial", "rmcorr", "weighted"];

export function correlation(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  const x = read.column("x");
  const y = read.column("y");
  const asked = read.text("kind", KINDS, "pearson");
  const kind = asked === "pearson" && read.has("weights") ? "weighted" : asked;
  const transform = read.text("transform", ["none", "detrend", "difference"], "none");
  const p = read.has("p") ? read.text("p", ["t", "exact", "permutation", "normal", "edgeworth"]) : "auto";
  const level = read.number("level");
  const of = kind === "spearman" ? "ranks" : "values";
  if (transform !== "none") {
    if (kind !== "pearson" && kind !== "spearman")
      throw new InvalidArgument(`invalid transform; ${kind} takes none: ${transform}`);
    const time = read.has("time") ? read.column("time") : Array.from(x, (_, i) => i);
    return correlateSeries(x, y, time, {transform: transform as "detrend" | "difference", of, level});
  }
  const permuted = p === "permutation" || (p === "exact" && (kind === "pearson" || (kind !== "partial" && tied(x, y))));
  if (!permuted) return untransformed(kind, x, y, p, read);
  if (!["pearson", "spearman", "kendall"].includes(kind))
    throw new InvalidArgument(`invalid p; ${kind} takes t only: ${p}; leave p out`);
  const plain = untransformed(kind, x, y, "auto", read);
  const options = {
    exact: p === "exact" ? true : ("auto" as const),
    draws: read.number("draws"),
    seed: read.number("seed")
  };
  const test = kind === "kendall" ? permuteOrder(x, y, options) : permuteCorrelation(x, y, {...options, of});
  return {...plain, terms: plain.terms.map((term) => ({...term, p: test.fit.p_two})), fit: {...plain.fit, ...test.fit}};
}

function permuteOrder(x: Column, y: Column, options: PermutationOptions): Estimate<PermutationFit> {
  const {columns} = completeCases({x, y});
  return permuteStatistic(columns.y, (arrangement) => kendallScore(columns.x, arrangement), options);
}

/** Exact distributions of ranks are for values without ties; with them every arrangement is counted. */
function tied(x: Column, y: Column): boolean {
  const {columns} = completeCases({x, y});
  return ranks(columns.x).ties.length + ranks(columns.y).ties.length > 0;
}

function untransformed(kind: string, x: Column, y: Column, p: string, read: SpecificationReader): Estimate<object> {
  const level = read.number("level");
  switch (kind) {
    case "spearman":
      return spearman(x, y, {
        p: p === "permutation" || p === "normal" ? "t" : (p as "auto" | "exact" | "edgeworth" | "t"),
        level
      });
    case "kendall":
      return kendall(x, y, {p: p === "exact" || p === "normal" ? p : "auto", level});
    case "partial":
      if (read.texts("controls").length === 0)
        throw new InvalidArgument("missing controls; kind partial needs one or more");
      return partialCorrelation(
        x,
        y,
        Object.fromEntries(read.texts("controls").map((name) => [name, read.columnNamed(name)])),
        {level}
      );
    case "rmcorr":
      return repeatedCorrelation(x, y, read.labels("subject"), {level});
    case "weighted":
      return weightedPearson(x, y, read.column("weights"), {level});
    default:
      return pearson(x, y, {level});
  }
}
