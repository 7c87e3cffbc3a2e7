/**
 * Minimum of a smooth function of a few unbounded parameters.
 *
 * Model      BFGS with central differences and a backtracking line search, then Newton steps on the differenced Hessian
 * Source     Nocedal & Wright (2006), Numerical Optimization, chapters 3, 6 and 8
 */
import {inverse} from "../scales/inverse.js";

export interface MinimiseOptions {
  readonly rounds?: number;
  /** greatest gradient at the end, per unit of each parameter */
  readonly tolerance?: number;
  readonly step?: number;
}

export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly converged: boolean;
  readonly evaluations: number;
}

export function minimise(
  f: (at: Float64Array) => number,
  start: ArrayLike<number>,
  {rounds = 200, tolerance = 1e-6, step = 1e-4}: MinimiseOptions = {}
): Minimum {
  let evaluations = 0;
  const call = (point: Float64Array): number => {
    evaluations += 1;
    const result = f(point);
    return Number.isNaN(result) ? Infinity : result;
  };
  let at = Float64Array.from(start);
  let value = call(at);
  let gradient = differences(call, at, step);
  let metric: number[][] | null = null;
  let converged = at.length === 0;
  for (let round = 0; round < rounds && !converged; round++) {
    let direction = metric ? gradient.map((_, i) => -dot(metric![i]!, gradient)) : gradient.map((g) => -g);
    if (!(dot(direction, gradient) < 0)) {
      metric = null;
      direction = gradient.map((g) => -g);
    }
    const longest = Math.max(...direction.map(Math.abs));
    let size = Math.min(1, 1 / longest);
    if (metric) size = Math.min(1, 4 / longest);
    const slope = dot(direction, gradient);
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
    const nextGradient = differences(call, next, step);
    const s = next.map((x, i) => x - at[i]!);
    const y = nextGradient.map((g, i) => g - gradient[i]!);
    const sy = dot(s, y);
    if (sy > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) metric = updated(metric, s, y, sy);
    const gain = value - lower;
    at = next;
    value = lower;
    gradient = nextGradient;
    converged = Math.max(...gradient.map(Math.abs)) < tolerance || (gain < 1e-11 * (1 + Math.abs(value)) && round > 3);
  }
  for (let polish = 0; polish < 3 && at.length > 0; polish++) {
    const curve = inverse(hessian(call, at, {step: 1e-3, value}).map((row) => Array.from(row)));
    if (!curve) break;
    const slope = differences(call, at, step);
    const next = at.map((x, i) => x - dot(curve[i]!, slope));
    const lower = call(next);
    if (!(lower <= value + 1e-10 * (1 + Math.abs(value)))) break;
    const moved = Math.max(...next.map((x, i) => Math.abs(x - at[i]!)));
    at = next;
    value = lower;
    converged = true;
    if (moved < 1e-8) break;
  }
  return {at, value, converged, evaluations};
}

/** Gradient by central differences. */
export function differences(f: (at: Float64Array) => number, at: Float64Array, step = 1e-4): Float64Array {
  return at.map((x, i) => {
    const h = step * Math.max(1, Math.abs(x));
    const move = (by: number): number => f(at.with(i, x + by));
    return (move(h) - move(-h)) / (2 * h);
  });
}

/** Hessian by central differences. */
export function hessian(
  f: (at: Float64Array) => number,
  at: Float64Array,
  {step = 1e-3, value = f(at)}: {step?: number; value?: number} = {}
): Float64Array[] {
  const h = at.map((x) => step * Math.max(1, Math.abs(x)));
  const move = (i: number, a: number, j: number, b: number): number => {
    const point = Float64Array.from(at);
    point[i]! += a * h[i]!;
    point[j]! += b * h[j]!;
    return f(point);
  };
  const result = Array.from(at, () => new Float64Array(at.length));
  for (let i = 0; i < at.length; i++)
    for (let j = 0; j <= i; j++) {
      const second =
        i === j
          ? (move(i, 1, i, 0) - 2 * value + move(i, -1, i, 0)) / h[i]! ** 2
          : (move(i, 1, j, 1) - move(i, 1, j, -1) - move(i, -1, j, 1) + move(i, -1, j, -1)) / (4 * h[i]! * h[j]!);
      result[i]![j] = second;
      result[j]![i] = second;
    }
  return result;
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
