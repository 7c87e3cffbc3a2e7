import {NotIdentified} from "../errors/notIdentified.js";
import type {FrameOptions} from "../formula/frameOptions.js";
import type {Table} from "../formula/table.js";
import {minimise, type Minimum} from "../optimise/minimise.js";
import {type MixedDesign, mixedDesign} from "./mixedDesign.js";
import {penalisedLeastSquares, type PenalisedProblem, type PenalisedSolution} from "./penalisedLeastSquares.js";
import {startingFactors, type StartingFactors} from "./startingFactors.js";
import {factorsOf} from "./factorsOf.js";
import {coefficients, fixedCovariance} from "./fixedPart.js";

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

export function maximise(
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

export function greatest(
  design: MixedDesign,
  criterion: (theta: Float64Array) => number
): {found: Minimum; theta: Float64Array} {
  const found = search(criterion, startingFactors(design));
  return {found, theta: settle(design, criterion, found)};
}

/** What the criterion and its derivatives need of a solution. */
export interface Point {
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
      b: coefficients(design, problem, solution),
      unscaled: fixedCovariance(design, problem, solution, 1)
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
    const lower = [0.05, 0.1, 0.2, 0.4, 0.025, 0.01, 0.005, 0.002]
      .map((value) => best.at.with(place, value))
      .find((at) => criterion(at) < best.value);
    if (!lower) continue;
    const again = minimise(criterion, lower);
    if (again.value < best.value) best = again;
  }
  return best;
}

export function degrees({n, names}: MixedDesign, reml: boolean): number {
  return reml ? n - names.length : n;
}

/** Minus twice the log likelihood, the residual variance at its best. */
export function profiled(
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
