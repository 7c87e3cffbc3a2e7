import {NotIdentified} from "../errors/notIdentified.js";

export interface OneFactor {
  readonly loadings: readonly number[];
  readonly uniquenesses: readonly number[];
  /** some uniqueness stands at its bound: a Heywood case */
  readonly improper: boolean;
}

const BOUND = 0.005;

/**
 * One-factor model of a correlation matrix by maximum likelihood.
 *
 * Model      R = l l' + diag(u), u >= 0.005 as in R's factanal
 * Method     Rubin & Thayer's (1982) expectation-maximisation with squared extrapolation (Varadhan & Roland 2008), each
 *            leap kept only where it raises the likelihood
 * Checked    R's factanal
 */
export function oneFactor(correlations: readonly (readonly number[])[]): OneFactor {
  const p = correlations.length;
  if (p < 3)
    throw new NotIdentified(`not identified: ${p} items; one factor takes 3 or more`, "too few rows", {
      has: p,
      needs: 3
    });
  let state: Float64Array = Float64Array.from({length: 2 * p}, (_, k) => (k < p ? Math.SQRT1_2 : 0.5));
  for (let turn = 0; turn < 20_000; turn++) {
    const first = step(correlations, state);
    const second = step(correlations, first);
    const change = first.map((value, k) => value - state[k]!);
    const bend = second.map((value, k) => value - first[k]! - change[k]!);
    const length = norm(bend);
    const moved = norm(second.map((value, k) => value - state[k]!));
    if (moved < 1e-13) {
      state = second;
      break;
    }
    const stride = length > 0 ? Math.max(1, norm(change) / length) : 1;
    const leap = bounded(
      state.map((value, k) => value + 2 * stride * change[k]! + stride * stride * bend[k]!),
      p
    );
    state = step(correlations, deviance(correlations, leap) <= deviance(correlations, second) ? leap : second);
  }
  const sign = state.subarray(0, p).reduce((total, value) => total + value, 0) < 0 ? -1 : 1;
  const uniquenesses = Array.from(state.subarray(p));
  return {
    loadings: Array.from(state.subarray(0, p), (value) => sign * value),
    uniquenesses,
    improper: uniquenesses.some((value) => value <= BOUND * 1.0001)
  };
}

/** one expectation-maximisation step for loadings and uniquenesses */
function step(R: readonly (readonly number[])[], state: Float64Array): Float64Array {
  const p = R.length;
  let precision = 1;
  for (let i = 0; i < p; i++) precision += (state[i]! * state[i]!) / state[p + i]!;
  const weights = Float64Array.from({length: p}, (_, i) => state[i]! / state[p + i]! / precision);
  const cross = R.map((row) => row.reduce((total, value, j) => total + value * weights[j]!, 0));
  const second = 1 / precision + cross.reduce((total, value, i) => total + value * weights[i]!, 0);
  const next = new Float64Array(2 * p);
  for (let i = 0; i < p; i++) {
    next[i] = cross[i]! / second;
    next[p + i] = R[i]![i]! - next[i]! * cross[i]!;
  }
  return bounded(next, p);
}

function bounded(state: Float64Array, p: number): Float64Array {
  return state.map((value, k) => (k < p ? value : Math.min(1, Math.max(BOUND, value))));
}

/** log det of the model's matrix plus the trace of its inverse with R, by the one-factor identities */
function deviance(R: readonly (readonly number[])[], state: Float64Array): number {
  const p = R.length;
  let logDeterminant = 0;
  let trace = 0;
  let precision = 1;
  const weights = Float64Array.from({length: p}, (_, i) => state[i]! / state[p + i]!);
  for (let i = 0; i < p; i++) {
    logDeterminant += Math.log(state[p + i]!);
    trace += R[i]![i]! / state[p + i]!;
    precision += state[i]! * weights[i]!;
  }
  let quadratic = 0;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) quadratic += weights[i]! * R[i]![j]! * weights[j]!;
  return logDeterminant + Math.log(precision) + trace - quadratic / precision;
}

function norm(values: Float64Array): number {
  return Math.sqrt(values.reduce((total, value) => total + value * value, 0));
}
