/**
 * Linear mixed model by restricted or full maximum likelihood.
 *
 * Model      y = X b + sum over terms of Z_i b_i + e, b_i ~ N(0, S_i) independent between levels and terms, e ~ N(0, s2)
 * Estimand   fixed coefficients b; variances S_i, s2; modes of b_i given y
 * Df         Satterthwaite's, from the curvature of the criterion in the factors of S_i and s
 * Source     Bates, Machler, Bolker & Walker (2015), doi:10.18637/jss.v067.i01; Kuznetsova, Brockhoff & Christensen
 *            (2017), doi:10.18637/jss.v082.i13, for the df; checked against R's lme4 and lmerTest
 * Not here   Kenward and Roger's df, correlated residuals, distributions other than the normal
 *
 * @throws {RangeError} if a variance can't be told from the residual, or the outcome does not vary; {SyntaxError} if the
 *         formula can't be read
 */
import {closedOptions, trueOrFalse} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {outside} from "../description/outside.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {studentTQuantile, studentTTwoSided} from "../distribution/studentT.js";
import type {Estimate, Term} from "../estimate.js";
import type {FrameOptions, Table} from "../formula/modelFrame.js";
import {backSolve} from "../linalg/backSolve.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import type {Random} from "../random.js";
import type {Minimum} from "../optimise/minimise.js";
import {minimise} from "../optimise/minimise.js";
import {reachOf, stencil} from "../optimise/stencil.js";
import {effectsOf} from "./effectsOf.js";
import {conditionalModes} from "./conditionalModes.js";
import type {Modes} from "./conditionalModes.js";
import type {MixedDesign} from "./mixedDesign.js";
import {mixedDesign} from "./mixedDesign.js";
import type {PenalisedProblem, PenalisedSolution} from "./penalisedLeastSquares.js";
import {penalisedLeastSquares} from "./penalisedLeastSquares.js";
import type {ProfileIntervals, ProfileProblem} from "./profileIntervals.js";
import {profileIntervals} from "./profileIntervals.js";
import {startingFactors, type StartingFactors} from "./startingFactors.js";

export interface MixedOptions extends Pick<FrameOptions, "weights" | "levels"> {
  /** restricted likelihood; false for the full one */
  readonly reml?: boolean;
  /** linear combinations of terms, by name: {reflective: {mindsetR: 1, mindsetA: -0.5}} */
  readonly contrasts?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** conditional modes of the random effects, with their standard errors */
  readonly modes?: boolean;
  /** intervals by profile likelihood, of standard deviations too */
  readonly profile?: boolean;
  readonly level?: number;
}

export interface MixedFit {
  /** by group, then by term */
  readonly variances: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** by group, then by "term:term"; empty where every term is alone in its group */
  readonly covariances: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly residual: number;
  readonly sigma: number;
  readonly logLik: number;
  /** minus twice the log (restricted) likelihood */
  readonly criterion: number;
  readonly reml: boolean;
  /** a variance of nought, or a correlation of one */
  readonly singular: boolean;
  /** share of the intercepts' and residual variance that lies between a group's levels */
  readonly icc: Readonly<Record<string, number>>;
  readonly levels: Readonly<Record<string, number>>;
  readonly modes?: Modes;
  readonly profile?: ProfileIntervals;
}

const asked = ["reml", "contrasts", "modes", "profile", "level", "weights", "levels"];

export function mixedModel(
  formula: string,
  table: Table,
  {reml = true, contrasts = {}, modes = false, profile = false, level = 0.95, ...options}: MixedOptions = {}
): Estimate<MixedFit & Readonly<Record<string, unknown>>> {
  closedOptions("mixed model", options, asked);
  for (const [name, value] of Object.entries({reml, modes, profile})) trueOrFalse(name, value);
  outside(level);
  const {design, problem, evaluate, found, theta, factors, solution, sigma} = maximise(formula, table, reml, options);
  const {singular, ...spread} = variancesOf(design, factors, sigma);
  const covariance = fixedCovariance(design, solution, sigma);
  const df = satterthwaite(design, evaluate, theta === found.at ? found.centre : theta, sigma, reml);
  const b = coefficients(design, solution);
  const unit = (j: number): Float64Array => Float64Array.from(b, (_, i) => (i === j ? 1 : 0));
  const combinations: [string, Float64Array][] = [
    ...design.names.map((name, j): [string, Float64Array] => [name, unit(j)]),
    ...Object.entries(contrasts).map(([name, weights]): [string, Float64Array] => [
      name,
      contrast(design, name, weights)
    ])
  ];
  const value = profiled(design, solution, reml);
  return {
    method: `linear mixed model, ${reml ? "REML" : "ML"}, Satterthwaite df`,
    n: design.n,
    dropped: design.dropped,
    clusters: Object.fromEntries(design.random.map(({group, codes}) => [group, codes.levels])),
    terms: combinations.map(([term, along]) => tidy(term, along, b, covariance, df(along), level)),
    fit: {
      ...spread,
      residual: sigma ** 2,
      sigma,
      logLik: -value / 2,
      criterion: value,
      reml,
      singular,
      levels: Object.fromEntries(design.random.map(({group, codes}) => [group, codes.levels])),
      ...(modes ? {modes: conditionalModes(design, problem, solution, factors, sigma)} : {}),
      ...(profile ? {profile: profileIntervals(profileProblem(design, evaluate), level)} : {})
    },
    warnings: singular ? ["the fit is singular: a variance of 0 or a correlation of 1; drop that random term"] : []
  };
}

interface Maximum {
  readonly design: MixedDesign;
  readonly problem: PenalisedProblem;
  readonly evaluate: (theta: Float64Array) => Point | null;
  readonly found: Minimum;
  readonly theta: Float64Array;
  readonly factors: readonly Float64Array[];
  readonly solution: PenalisedSolution;
  readonly sigma: number;
}

function maximise(
  formula: string,
  table: Table,
  reml: boolean,
  options: Pick<FrameOptions, "weights" | "levels">
): Maximum {
  const design = mixedDesign(formula, table, options);
  const problem = penalisedLeastSquares(design);
  const {evaluate, solve} = remembered(design, problem);
  const criterion = (theta: Float64Array): number => profiled(design, evaluate(theta), reml);
  const {found, theta} = greatest(design, criterion);
  const factors = factorsOf(design, theta);
  const solution = solve(theta);
  if (!solution || !found.converged)
    throw new NotIdentified(
      "not converged: the likelihood has no maximum that was found; drop a random term or rescale",
      "not converged"
    );
  const sigma = design.spread * Math.sqrt(solution.rss / degrees(design, reml));
  return {design, problem, evaluate, found, theta, factors, solution, sigma};
}

function greatest(
  design: MixedDesign,
  criterion: (theta: Float64Array) => number
): {found: Minimum; theta: Float64Array} {
  const found = search(criterion, startingFactors(design));
  return {found, theta: settle(design, criterion, found)};
}

/** The full likelihood's, whatever the fit's. */
function profileProblem(design: MixedDesign, evaluate: (theta: Float64Array) => Point | null): ProfileProblem {
  let place = 0;
  const alone = design.random.flatMap(({group, names, back}) => {
    place += (names.length * (names.length + 1)) / 2;
    return names.length === 1 ? [{group, term: names[0]!, place: place - 1, scale: back[0]![0]!}] : [];
  });
  const {theta} = greatest(design, (at) => profiled(design, evaluate(at), false));
  return {n: design.n, spread: design.spread, names: design.names, alone, theta, evaluate};
}

/** Outcomes as the fitted model would draw them, for the rows that it used. */
export function simulateOutcomes(
  formula: string,
  table: Table,
  options: Pick<FrameOptions, "levels"> = {}
): (draw: Random) => {rows: Int32Array; y: Float64Array} {
  closedOptions("simulateOutcomes", options, ["levels"]);
  const {design, factors, solution, sigma} = maximise(formula, table, true, options);
  const b = coefficients(design, solution);
  const along = design.names.map((_, j) => design.r.reduce((sum, column, k) => sum + (column[j] ?? 0) * b[k]!, 0));
  return (draw) => {
    const y = new Float64Array(design.n);
    design.q.forEach((basis, j) => {
      for (let row = 0; row < design.n; row++) y[row]! += along[j]! * basis[row]!;
    });
    design.random.forEach(({codes, z}, i) => {
      const effects = Array.from({length: codes.levels}, () => {
        const u = z.map(() => draw.normal());
        return z.map((_, row) =>
          u.reduce((sum, value, k) => sum + (k > row ? 0 : factors[i]![(row * (row + 1)) / 2 + k]! * value), 0)
        );
      });
      z.forEach((column, k) => {
        for (let row = 0; row < design.n; row++) y[row]! += sigma * column[row]! * effects[codes.codes[row]!]![k]!;
      });
    });
    return {rows: design.rows, y: y.map((value) => value + sigma * draw.normal())};
  };
}

/** What the criterion and its derivatives need of a solution. */
interface Point {
  readonly logDet: number;
  readonly logDetFixed: number;
  readonly rss: number;
  /** fixed coefficients, and their covariance over the residual variance */
  readonly b: Float64Array;
  readonly unscaled: readonly Float64Array[];
}

/** Points by their factors; of the solutions, which are large, the last. */
function remembered(design: MixedDesign, problem: PenalisedProblem): Pick<Maximum, "evaluate"> & Solver {
  const points = new Map<string, Point | null>();
  let last: {key: string; solution: PenalisedSolution | null} | null = null;
  const solve = (theta: Float64Array): PenalisedSolution | null => {
    const key = theta.join(" ");
    if (last?.key !== key) last = {key, solution: problem.solve(factorsOf(design, theta))};
    return last.solution;
  };
  const evaluate = (theta: Float64Array): Point | null => {
    const key = theta.join(" ");
    const known = points.get(key);
    if (known !== undefined) return known;
    const solution = solve(theta);
    const point = solution && {
      logDet: solution.logDet,
      logDetFixed: solution.logDetFixed,
      rss: solution.rss,
      b: coefficients(design, solution),
      unscaled: fixedCovariance(design, solution, 1)
    };
    points.set(key, point);
    return point;
  };
  return {evaluate, solve};
}

interface Solver {
  readonly solve: (theta: Float64Array) => PenalisedSolution | null;
}

/** The criterion is even in each factor, so that nought is always level: where a search ends there, others start off it. */
function search(criterion: (theta: Float64Array) => number, {theta: from, curvature}: StartingFactors): Minimum {
  let best = minimise(criterion, from, {curvature});
  for (let place = 0; place < best.at.length; place++) {
    if (Math.abs(best.at[place]!) > 2e-2 || from[place] === 0) continue;
    const lower = [0.05, 0.1, 0.2, 0.4]
      .map((value) => best.at.with(place, value))
      .find((at) => criterion(at) < best.value);
    if (!lower) continue;
    const again = minimise(criterion, lower);
    if (again.value < best.value) best = again;
  }
  return best;
}

function factorsOf({random}: MixedDesign, theta: Float64Array): Float64Array[] {
  let from = 0;
  return random.map(({z}) => {
    const length = (z.length * (z.length + 1)) / 2;
    from += length;
    return theta.subarray(from - length, from);
  });
}

function degrees({n, names}: MixedDesign, reml: boolean): number {
  return reml ? n - names.length : n;
}

/** Minus twice the log likelihood, the residual variance at its best. */
function profiled(
  design: MixedDesign,
  solution: Pick<Point, "logDet" | "logDetFixed" | "rss"> | null,
  reml: boolean
): number {
  if (!solution) return Infinity;
  const {logDet, logDetFixed, rss} = solution;
  const df = degrees(design, reml);
  const fixed = reml
    ? logDetFixed + design.r.reduce((sum, column, j) => sum + 2 * Math.log(Math.abs(column[j]!)), 0)
    : 0;
  return logDet + fixed - design.logWeights + df * (1 + Math.log((2 * Math.PI * design.spread ** 2 * rss) / df));
}

/** A factor's diagonal near nought is set to nought where the criterion does not mind; signs are made positive. */
function settle(design: MixedDesign, criterion: (theta: Float64Array) => number, {at, value}: Minimum): Float64Array {
  let theta = at;
  let from = 0;
  for (const {z} of design.random) {
    for (let i = 0; i < z.length; i++) {
      const diagonal = from + (i * (i + 1)) / 2 + i;
      const column = Array.from({length: z.length - i}, (_, k) => from + ((i + k) * (i + k + 1)) / 2 + i);
      if (Math.abs(theta[diagonal]!) < 1e-2 && z.length - 1 === i) {
        const zeroed = theta.with(diagonal, 0);
        if (criterion(zeroed) <= value + 1e-7 * (1 + Math.abs(value) * 1e-3)) theta = zeroed;
      }
      if (theta[diagonal]! < 0) theta = theta.map((entry, place) => (column.includes(place) ? -entry : entry));
    }
    from += (z.length * (z.length + 1)) / 2;
  }
  return theta;
}

function variancesOf(
  {random}: MixedDesign,
  factors: readonly Float64Array[],
  sigma: number
): Pick<MixedFit, "variances" | "covariances" | "icc" | "singular"> {
  const variances: Record<string, Record<string, number>> = {};
  const covariances: Record<string, Record<string, number>> = {};
  let singular = false;
  random.forEach((design, i) => {
    const {group, names} = design;
    const map = effectsOf(design, factors[i]!);
    names.forEach((name, a) => {
      if (Math.abs(factors[i]![(a * (a + 1)) / 2 + a]!) < 1e-5) singular = true;
      names.slice(0, a + 1).forEach((other, b) => {
        const value = sigma ** 2 * dotProduct(map[a]!, map[b]!);
        if (a === b) (variances[group] ??= {})[name] = value;
        else (covariances[group] ??= {})[`${other}:${name}`] = value;
      });
    });
  });
  const intercepts = Object.entries(variances).flatMap(([group, terms]) =>
    "(Intercept)" in terms ? [[group, terms["(Intercept)"]!] as const] : []
  );
  const total = intercepts.reduce((sum, [, value]) => sum + value, sigma ** 2);
  const icc = Object.fromEntries(intercepts.map(([group, value]) => [group, value / total]));
  return {variances, covariances, icc, singular};
}

/** b = b_ols + r^-1 g, g the fixed part's solution. */
function coefficients(design: MixedDesign, {factor, size, dense}: PenalisedSolution): Float64Array {
  const p = design.names.length;
  const g = new Float64Array(p);
  for (let j = p - 1; j >= 0; j--) {
    let sum = factor[(size - 1) * size + dense + j]!;
    for (let k = j + 1; k < p; k++) sum -= factor[(dense + k) * size + dense + j]! * g[k]!;
    g[j] = sum / factor[(dense + j) * size + dense + j]!;
  }
  const step = backSolve(design.r, g);
  return design.ols.map((value, j) => value + design.spread * step[j]!);
}

/** s2 r^-1 (L L')^-1 r^-T, L the fixed part's factor. */
function fixedCovariance(design: MixedDesign, {factor, size, dense}: PenalisedSolution, sigma: number): Float64Array[] {
  const p = design.names.length;
  const roots = design.names.map((_, j) => {
    const column = new Float64Array(p);
    for (let i = j; i < p; i++) {
      let sum = i === j ? 1 : 0;
      for (let k = j; k < i; k++) sum -= factor[(dense + i) * size + dense + k]! * column[k]!;
      column[i] = sum / factor[(dense + i) * size + dense + i]!;
    }
    return column;
  });
  const halves = design.names.map((_, i) =>
    backSolve(
      design.r,
      Float64Array.from(roots, (column) => column[i]!)
    )
  );
  return design.names.map((_, i) =>
    Float64Array.from(
      design.names,
      (_name, j) => sigma ** 2 * halves.reduce((sum, half) => sum + half[i]! * half[j]!, 0)
    )
  );
}

/**
 * Satterthwaite's df of a combination: 2 v^2 / (g' A g), v its variance, g the gradient of v in the factors and sigma, A
 * their covariance, twice the inverse of the criterion's Hessian.
 */
function satterthwaite(
  design: MixedDesign,
  evaluate: (theta: Float64Array) => Point | null,
  theta: Float64Array,
  sigma: number,
  reml: boolean
): (along: Float64Array) => number {
  const df = degrees(design, reml);
  const scaled = sigma / design.spread;
  const given = (at: Float64Array): number => {
    const point = evaluate(at);
    return point ? point.logDet + (reml ? point.logDetFixed : 0) + point.rss / scaled ** 2 : NaN;
  };
  const {hessian} = stencil(given, theta);
  const slope = stencil((at) => evaluate(at)?.rss ?? NaN, theta).gradient;
  const k = theta.length;
  const matrix = Array.from({length: k + 1}, (_, i) =>
    Float64Array.from({length: k + 1}, (_value, j) => {
      if (i < k && j < k) return hessian[i]![j]!;
      if (i === k && j === k) return (4 * df) / scaled ** 2;
      return (-2 * slope[Math.min(i, j)]!) / scaled ** 3;
    })
  );
  const size = Float64Array.from(matrix, (row, i) => Math.sqrt(Math.abs(row[i]!)) || 1);
  const {values, vectors} = symmetricEigen(matrix.map((row, i) => row.map((value, j) => value / size[i]! / size[j]!)));
  const variance = (at: Float64Array, along: Float64Array): number =>
    sigma ** 2 * quadratic(evaluate(at)?.unscaled ?? [], along);
  return (along) => {
    const v = variance(theta, along);
    const g = [
      ...Array.from(theta, (x, i) => {
        const h = reachOf(x);
        return (variance(theta.with(i, x + h), along) - variance(theta.with(i, x - h), along)) / (2 * h);
      }),
      (2 * v) / scaled
    ].map((value, i) => value / size[i]!);
    const spread = values.reduce((sum, value, i) => {
      if (value < 1e-8) return sum;
      return sum + (2 * vectors[i]!.reduce((inner, entry, j) => inner + entry * g[j]!, 0) ** 2) / value;
    }, 0);
    return (2 * v * v) / spread;
  };
}

function quadratic(matrix: readonly Float64Array[], along: Float64Array): number {
  return along.reduce((sum, a, i) => sum + a * along.reduce((inner, b, j) => inner + matrix[i]![j]! * b, 0), 0);
}

function contrast({names}: MixedDesign, label: string, weights: Readonly<Record<string, number>>): Float64Array {
  const unknown = Object.keys(weights).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new InvalidArgument(`invalid contrast ${label}; unknown term: ${unknown}; there are ${names.join(", ")}`);
  const along = Float64Array.from(names, (name) => weights[name] ?? 0);
  if (!along.some((weight) => weight !== 0) || !along.every(Number.isFinite))
    throw new InvalidArgument(`invalid contrast ${label}; its weights are not numbers, or all 0`);
  return along;
}

function tidy(
  term: string,
  along: Float64Array,
  b: Float64Array,
  covariance: readonly Float64Array[],
  df: number,
  level: number
): Term {
  const estimate = along.reduce((sum, a, j) => sum + a * b[j]!, 0);
  const se = Math.sqrt(quadratic(covariance, along));
  const statistic = estimate / se;
  const reach = studentTQuantile(outside(level), df, {upper: true}) * se;
  return {
    term,
    estimate,
    se,
    statistic,
    df,
    p: studentTTwoSided(statistic, df),
    low: estimate - reach,
    high: estimate + reach
  };
}
