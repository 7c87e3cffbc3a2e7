/**
 * Minimum of a smooth function of a few unbounded parameters.
 *
 * Model      BFGS from the differenced Hessian or a known diagonal, with forward differences and a backtracking line search, until steps are
 *            small; then Newton steps on a central stencil. The stencil's points lie where `stencil` puts them, so that a
 *            caller who remembers its evaluations can take further derivatives for nothing.
 * Source     Nocedal & Wright (2006), Numerical Optimization, chapters 3, 6 and 8
 */
import {closedOptions} from "../errors/closedOptions.js";
import {greatestOf} from "../description/greatestOf.js";
import {inverse} from "../linalg/inverse.js";
import type {Stencil} from "./stencil.js";
import {stencil} from "./stencil.js";

export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly converged: boolean;
  /** where the last stencil stood, within rounding of the minimum */
  readonly centre: Float64Array;
}

export interface MinimiseOptions {
  readonly rounds?: number;
  /** length of the last BFGS step, per unit of each parameter */
  readonly tolerance?: number;
  /** second derivatives to begin with, one a parameter, where they are known about; else differenced */
  readonly curvature?: ArrayLike<number> | null;
}

export function minimise(
  f: (at: Float64Array) => number,
  start: ArrayLike<number>,
  {rounds = 200, tolerance = 1e-4, curvature = null, ...others}: MinimiseOptions = {}
): Minimum {
  closedOptions("minimise", others, ["rounds", "tolerance", "curvature"]);
  const call = (point: Float64Array): number => {
    const result = f(point);
    return Number.isNaN(result) ? Infinity : result;
  };
  let at = Float64Array.from(start);
  let value = call(at);
  if (at.length === 0) return {at, value, converged: true, centre: at};
  let metric = curvature ? diagonalMetric(curvature) : newtonMetric(stencil(call, at));
  let gradient = forward(call, at, value);
  for (let round = 0; round < rounds; round++) {
    let direction = metric ? gradient.map((_, i) => -dot(metric![i]!, gradient)) : gradient.map((g) => -g);
    if (!(dot(direction, gradient) < 0)) {
      metric = null;
      direction = gradient.map((g) => -g);
    }
    const longest = greatestOf(direction.map(Math.abs));
    const slope = dot(direction, gradient);
    let size = Math.min(1, (metric ? 2 : 0.5) / longest);
    let next = at;
    let lower = Infinity;
    for (let halving = 0; halving < 40; halving++, size /= 2) {
      next = at.map((x, i) => x + size * direction[i]!);
      lower = call(next);
      if (lower <= value + 1e-4 * size * slope) break;
    }
    if (!(lower < value)) {
      if (metric === null) break;
      metric = null;
      continue;
    }
    const s = next.map((x, i) => x - at[i]!);
    const moved = greatestOf(s.map(Math.abs));
    const nextGradient = forward(call, next, lower);
    const y = nextGradient.map((g, i) => g - gradient[i]!);
    const sy = dot(s, y);
    if (sy > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) metric = updated(metric, s, y, sy);
    [at, value, gradient] = [next, lower, nextGradient];
    if (metric && moved < tolerance) break;
  }
  return polished(call, at, value);
}

function polished(f: (at: Float64Array) => number, from: Float64Array, height: number): Minimum {
  let [at, value, centre] = [from, height, from];
  for (let round = 0; round < 4; round++) {
    centre = at;
    const around = stencil(f, at);
    const metric = newtonMetric(around);
    if (!metric) return {at, value, converged: greatestOf(around.gradient.map(Math.abs)) < 1e-3, centre};
    const before = at;
    const newton = (gradient: Float64Array): void => {
      const next = at.map((x, i) => x - dot(metric[i]!, gradient));
      const lower = f(next);
      if (lower <= value + 1e-9 * (1 + Math.abs(value))) [at, value] = [next, lower];
    };
    newton(around.gradient);
    newton(central(f, at));
    const moved = greatestOf(at.map((x, i) => Math.abs(x - before[i]!)));
    if (moved < 1e-3) return {at, value, converged: true, centre};
  }
  return {at, value, converged: false, centre};
}

function central(f: (at: Float64Array) => number, at: Float64Array): Float64Array {
  return at.map((x, i) => {
    const h = 1e-4 * Math.max(1, Math.abs(x));
    return (f(at.with(i, x + h)) - f(at.with(i, x - h))) / (2 * h);
  });
}

function newtonMetric({hessian}: Stencil): number[][] | null {
  return hessian.every((row) => row.every(Number.isFinite)) ? inverse(hessian.map((row) => Array.from(row))) : null;
}

function diagonalMetric(curvature: ArrayLike<number>): number[][] {
  return Array.from(curvature, (_, i) => Array.from(curvature, (second, j) => (i === j ? 1 / second : 0)));
}

function forward(f: (at: Float64Array) => number, at: Float64Array, value: number): Float64Array {
  return at.map((x, i) => {
    const h = 1e-6 * Math.max(1, Math.abs(x));
    return (f(at.with(i, x + h)) - value) / h;
  });
}

function updated(metric: number[][] | null, s: Float64Array, y: Float64Array, sy: number): number[][] {
  const scale = sy / dot(y, y);
  const h = metric ?? Array.from(s, (_, i) => Array.from(s, (_value, j) => (i === j ? scale : 0)));
  const hy = h.map((row) => dot(row, y));
  const yhy = dot(hy, y);
  return h.map((row, i) =>
    row.map((value, j) => value + ((1 + yhy / sy) * s[i]! * s[j]!) / sy - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy)
  );
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
