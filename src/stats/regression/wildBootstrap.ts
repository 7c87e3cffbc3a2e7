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
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {outside} from "../description/outside.js";
import type {Estimate} from "../estimate.js";
import type {FrameOptions, Table} from "../formula/modelFrame.js";
import {modelFrame} from "../formula/modelFrame.js";
import {random} from "../random.js";
import {fitLinear} from "./fitLinear.js";
import type {LinearFit} from "./fitLinear.js";
import {hatBasis} from "./variance.js";
import {wildTables} from "./wildTables.js";

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
  outside(level);
  if (!(Number.isInteger(draws) && draws >= 1))
    throw new InvalidArgument(`invalid draws; not a whole number from 1: ${draws}`);
  const frame = modelFrame(formula, table, {...options, groups: [cluster]});
  const fit = fitLinear(frame);
  const at = frame.names.indexOf(term);
  if (at < 0) throw new InvalidArgument(`unknown term: ${term}; there are ${frame.names.join(", ")}`);
  const clusters = frame.groups[0]!.levels;
  if (clusters < 2)
    throw new NotIdentified(`not identified: one cluster in ${cluster}; use another column`, "too few groups");
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
    throw new NotIdentified(`not identified: ${clusters} clusters leave no error; use more`, "too few groups");
  const t = b / se;
  const extremes = (centre: number): number => {
    const actual = imposeNull ? Math.abs((b - centre) / se) : Math.abs(t);
    return countExtreme(polynomials, total, imposeNull ? centre : 0, actual);
  };
  const pAt = (count: number): number => (all ? count / total : (count + 1) / (total + 1));
  const count = extremes(0);
  const range = imposeNull
    ? invert((centre) => pAt(extremes(centre)), b, se, 1 - level)
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

/**
 * Each cluster's share of the coefficient, z_g' e_g, and what of it projection on the other columns takes: q_g = Z_g' Q_g,
 * Q_g' e_g. Second members are those of the term's own residualised column, for the inversion.
 */
export interface WildScores {
  readonly own: Float64Array;
  readonly ownX: Float64Array;
  readonly loading: readonly Float64Array[];
  readonly part: readonly Float64Array[];
  readonly partX: readonly Float64Array[];
}

function scoresOf(fit: LinearFit, at: number, restricted: boolean): WildScores {
  const {frame, influence, residuals, coefficients} = fit;
  const codes = frame.groups[0]!;
  const z = influence[at]!;
  const {q} = hatBasis(fit, codes);
  const length = dotProduct(z);
  const own = z.map((value) => value / length);
  const e = restricted ? residuals.map((value, row) => value + coefficients[at]! * own[row]!) : residuals;
  const byCluster = (a: Float64Array, b: Float64Array): Float64Array => {
    const sums = new Float64Array(codes.levels);
    for (let row = 0; row < a.length; row++) sums[codes.codes[row]!]! += a[row]! * b[row]!;
    return sums;
  };
  return {
    own: byCluster(z, e),
    ownX: restricted ? byCluster(z, own) : new Float64Array(codes.levels),
    loading: q.map((column) => byCluster(z, column)),
    part: q.map((column) => byCluster(column, e)),
    partX: restricted ? q.map((column) => byCluster(column, own)) : q.map(() => new Float64Array(codes.levels))
  };
}

/** For each draw n0, n1, s00, s01, s11: t* at c is (n0 - c n1) / sqrt(s00 - 2 c s01 + c^2 s11). */
function drawAll(
  scores: WildScores,
  points: readonly number[],
  next: (digits: Uint8Array) => void,
  total: number,
  {tables}: {readonly tables: boolean}
): Float64Array {
  const digits = new Uint8Array(scores.own.length);
  const polynomials = new Float64Array(5 * total);
  const summed = tables ? wildTables(scores, points) : () => false;
  const exactly = directly(scores, points);
  for (let draw = 0; draw < total; draw++) {
    next(digits);
    if (!summed(digits, polynomials, 5 * draw)) exactly(digits, polynomials, 5 * draw);
  }
  return polynomials;
}

/** A draw's polynomials, cluster by cluster. */
function directly(
  {own, ownX, loading, part, partX}: WildScores,
  points: readonly number[]
): (digits: Uint8Array, out: Float64Array, place: number) => void {
  const clusters = own.length;
  const columns = loading.length;
  const taken = cross(loading, part, clusters);
  const takenX = cross(loading, partX, clusters);
  const direct = clusters <= 2 * columns;
  const w = new Float64Array(clusters);
  const v = new Float64Array(columns);
  const vX = new Float64Array(columns);
  return (digits, out, place) => {
    for (let g = 0; g < clusters; g++) w[g] = points[digits[g]!]!;
    let [n0, n1, s00, s01, s11] = [0, 0, 0, 0, 0];
    if (!direct) {
      for (let k = 0; k < columns; k++) {
        let [a, b] = [0, 0];
        for (let g = 0; g < clusters; g++) {
          a += w[g]! * part[k]![g]!;
          b += w[g]! * partX[k]![g]!;
        }
        v[k] = a;
        vX[k] = b;
      }
    }
    for (let g = 0; g < clusters; g++) {
      let s = w[g]! * own[g]!;
      let sX = w[g]! * ownX[g]!;
      n0 += s;
      n1 += sX;
      if (direct) {
        const from = g * clusters;
        for (let h = 0; h < clusters; h++) {
          s -= w[h]! * taken[from + h]!;
          sX -= w[h]! * takenX[from + h]!;
        }
      } else
        for (let k = 0; k < columns; k++) {
          s -= loading[k]![g]! * v[k]!;
          sX -= loading[k]![g]! * vX[k]!;
        }
      s00 += s * s;
      s01 += s * sX;
      s11 += sX * sX;
    }
    out[place] = n0;
    out[place + 1] = n1;
    out[place + 2] = s00;
    out[place + 3] = s01;
    out[place + 4] = s11;
  };
}

function cross(a: readonly Float64Array[], b: readonly Float64Array[], clusters: number): Float64Array {
  const result = new Float64Array(clusters * clusters);
  for (let k = 0; k < a.length; k++)
    for (let g = 0; g < clusters; g++)
      for (let h = 0; h < clusters; h++) result[g * clusters + h]! += a[k]![g]! * b[k]![h]!;
  return result;
}

function countExtreme(polynomials: Float64Array, total: number, centre: number, actual: number): number {
  let count = 0;
  const bound = actual * (1 - margin);
  for (let place = 0; place < 5 * total; place += 5) {
    const n = polynomials[place]! - centre * polynomials[place + 1]!;
    const s =
      polynomials[place + 2]! - 2 * centre * polynomials[place + 3]! + centre * centre * polynomials[place + 4]!;
    if (n * n >= bound * bound * s) count += 1;
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

/** Where p falls to alpha on either side of the estimate; null where it does not within a thousand standard errors. */
function invert(
  p: (centre: number) => number,
  b: number,
  se: number,
  alpha: number
): {low: number | null; high: number | null} {
  const side = (sign: number): number | null => {
    let inner = 0;
    let outer = 2;
    while (p(b + sign * outer * se) > alpha) {
      inner = outer;
      outer *= 1.5;
      if (outer > 1000) return null;
    }
    for (let step = 0; step < 60 && outer - inner > 1e-10 * outer; step++) {
      const middle = (inner + outer) / 2;
      if (p(b + sign * middle * se) > alpha) inner = middle;
      else outer = middle;
    }
    return b + (sign * (inner + outer) * se) / 2;
  };
  return {low: side(-1), high: side(1)};
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
