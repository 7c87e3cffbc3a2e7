/**
 * Wild cluster bootstrap of one coefficient's t statistic.
 *
 * Model      y* = X b + w_g e, e the residuals of the fit with the null imposed (restricted) or of the full one, w_g one
 *            draw a cluster: +-1 (Rademacher) or the six points +-sqrt(1/2), +-1, +-sqrt(3/2) (Webb); t with CR0, whose
 *            constant factor cancels
 * P          share of |t*| at least |t|, ties by a relative margin: over every sign vector where those are no more than
 *            the draws asked for, the identity among them, else (count + 1) / (draws + 1)
 * Interval   restricted: the values of the coefficient that the test at the level does not refuse; each draw's t is a
 *            ratio of polynomials in that value, so that no draw is made twice; unrestricted: b +- the quantile of |t*|
 * Source     Cameron, Gelbach & Miller (2008), doi:10.1162/rest.90.3.414; Webb (2023); Roodman et al. (2019),
 *            doi:10.1177/1536867X19830877, for the scores; checked against R by complete enumeration
 * Size       6 of 100 true nulls refused at 5 % with twelve clusters and serial correlation; simulation.json
 * Not here   two-way clusters
 */
import {closedOptions, oneOf, trueOrFalse} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {outside} from "../description/outside.js";
import type {Estimate} from "../estimate.js";
import type {FrameOptions} from "../formula/frameOptions.js";
import type {Table} from "../formula/table.js";
import {modelFrame} from "../formula/modelFrame.js";
import {random} from "../random.js";
import {fitLinear} from "./fitLinear.js";
import {scoresOf} from "./wildScores.js";
import {drawAll} from "./wildDraws.js";
import {wildInterval} from "./wildInterval.js";

export interface WildOptions extends Omit<FrameOptions, "groups" | "weights"> {
  /** column of the clusters */
  readonly cluster: string;
  /** the coefficient that is tested against nought */
  readonly term: string;
  readonly weights?: "rademacher" | "webb";
  readonly imposeNull?: boolean;
  /** every vector of weights in turn; by default where those are no more than the draws */
  readonly enumerate?: boolean;
  readonly draws?: number;
  readonly seed?: number;
  readonly level?: number;
}

export interface WildFit {
  readonly t: number;
  readonly p: number;
  /** draws at least as extreme */
  readonly count: number;
  readonly total: number;
  readonly enumerated: boolean;
  readonly low: number | null;
  readonly high: number | null;
}

const webb = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)];
const rademacher = [-1, 1];
const margin = 1e-9;

const own = ["cluster", "term", "weights", "imposeNull", "enumerate", "draws", "seed", "level"];
const known = [...own, "unit", "time", "levels"];

/** @throws {RangeError} if there is no such term, or one cluster only */
export function wildBootstrap(
  formula: string,
  table: Table,
  {
    cluster,
    term,
    weights = "rademacher",
    imposeNull = true,
    enumerate,
    draws = 9999,
    seed = 1,
    level = 0.95,
    ...options
  }: WildOptions
): Estimate<WildFit> {
  closedOptions("wild bootstrap", options, known);
  oneOf("weights", weights, ["rademacher", "webb"]);
  trueOrFalse("imposeNull", imposeNull);
  if (enumerate !== undefined) trueOrFalse("enumerate", enumerate);
  outside(level);
  if (!(Number.isInteger(draws) && draws >= 1))
    throw new InvalidArgument(`invalid draws; not a whole number from 1: ${draws}`);
  const frame = modelFrame(formula, table, {...options, groups: [cluster]});
  const fit = fitLinear(frame);
  const at = frame.names.indexOf(term);
  if (at < 0) throw new InvalidArgument(`unknown term: ${term}; there are ${frame.names.join(", ")}`);
  const clusters = frame.groups[0]!.levels;
  if (clusters < 2)
    throw new NotIdentified(`not identified: one cluster in ${cluster}; use another column`, "too few groups", {
      has: clusters,
      needs: 2
    });
  const points = weights === "webb" ? webb : rademacher;
  const vectors = points.length ** clusters;
  const all = enumerate ?? vectors <= draws;
  if (all && vectors > 2 ** 24)
    throw new NotIdentified(
      `not feasible: ${points.length}^${clusters} weight vectors; set enumerate to false`,
      "not feasible"
    );
  const scores = scoresOf(fit, at, imposeNull);
  const drawn = all ? enumerated(points, clusters) : sampled(points, clusters, seed);
  const total = all ? vectors : draws;
  const polynomials = drawAll(scores, points, drawn, total, {tables: !all});
  const b = fit.coefficients[at]!;
  const se = Math.sqrt(dotProduct(scoresOf(fit, at, false).own));
  // what rounding leaves of none: two clusters' scores, for instance, that are one another's negative
  if (!(se > 1e-12 * Math.abs(b)))
    throw new NotIdentified(`not identified: ${clusters} clusters leave no error; use more`, "too few groups", {
      has: clusters,
      needs: clusters + 1
    });
  const t = b / se;
  const pAt = (count: number): number => (all ? count / total : (count + 1) / (total + 1));
  const count = countExtreme(polynomials, Math.abs(t));
  const range = imposeNull
    ? wildInterval({polynomials, b, se, margin}, pAt, 1 - level)
    : percentileRange(polynomials, total, b, se, level);
  return {
    method: `wild cluster bootstrap, ${weights}, ${imposeNull ? "null imposed" : "null not imposed"}`,
    n: frame.n,
    dropped: frame.dropped,
    clusters: {[cluster]: clusters},
    terms: [{term, estimate: b, se, statistic: t, df: null, p: pAt(count), ...range}],
    fit: {t, p: pAt(count), count, total, enumerated: all, ...range},
    warnings:
      weights === "rademacher" && clusters < 11
        ? [`${clusters} clusters have ${vectors / 2} different |t*| only; p is coarse, and webb finer`]
        : []
  };
}

function countExtreme(polynomials: Float64Array, actual: number): number {
  let count = 0;
  const bound = actual * (1 - margin);
  for (let place = 0; place < polynomials.length; place += 5) {
    const n = polynomials[place]!;
    if (n * n >= bound * bound * polynomials[place + 2]!) count += 1;
  }
  return count;
}

function percentileRange(
  polynomials: Float64Array,
  total: number,
  b: number,
  se: number,
  level: number
): {low: number; high: number} {
  const sizes = Float64Array.from({length: total}, (_, draw) =>
    Math.abs(polynomials[5 * draw]! / Math.sqrt(polynomials[5 * draw + 2]!))
  ).toSorted();
  const reach = se * sizes[Math.min(total - 1, Math.ceil(level * (total + 1)) - 1)]!;
  return {low: b - reach, high: b + reach};
}

/** The next draw: of each cluster, which of the points its weight is. */
function enumerated(points: readonly number[], clusters: number): (digits: Uint8Array) => void {
  let index = 0;
  return (digits) => {
    let rest = index++;
    for (let g = 0; g < clusters; g++) {
      digits[g] = points.length - 1 - (rest % points.length);
      rest = Math.floor(rest / points.length);
    }
  };
}

function sampled(points: readonly number[], clusters: number, seed: number): (digits: Uint8Array) => void {
  const stream = random(seed).stream("wild");
  return (digits) => {
    if (points.length === 2) {
      let bits = 0;
      for (let g = 0; g < clusters; g++) {
        if (g % 32 === 0) bits = stream.uint32();
        digits[g] = bits & 1;
        bits >>>= 1;
      }
    } else for (let g = 0; g < clusters; g++) digits[g] = stream.below(points.length);
  };
}
