import {InvalidArgument} from "../errors/invalidArgument.js";
import type {Dropped, Estimate} from "../estimate.js";

export interface PermutationOptions {
  /** true: count every arrangement or fail; false: draw; auto: count where that is feasible */
  readonly exact?: boolean | "auto";
  /** arrangements drawn where they are not counted */
  readonly draws?: number;
  readonly seed?: number;
}

export interface PermutationFit {
  readonly observed: number;
  /** mean of the statistic over all arrangements */
  readonly expected: number;
  /** arrangements with a statistic at least as great as the observed one */
  readonly count: number;
  readonly count_less: number;
  /** arrangements at least as far from the expected value */
  readonly count_two: number;
  readonly equal: number;
  readonly total: number;
  readonly exact: boolean;
  readonly seed: number | null;
  readonly p_two: number;
  readonly p_greater: number;
  readonly p_less: number;
}

export interface Tally {
  readonly observed: number;
  readonly expected: number;
  readonly count: number;
  readonly count_less: number;
  readonly count_two: number;
  readonly equal: number;
  readonly total: number;
  /** null where all arrangements were counted */
  readonly seed: number | null;
}

interface Parts {
  readonly method: string;
  readonly term: string;
  readonly n: number;
  readonly dropped: readonly Dropped[];
  readonly tally: Tally;
}

/** Exact shares of all arrangements, or (b + 1) / (m + 1) of m drawn ones, in the shape that every estimator answers in. */
export function permutationEstimate({method, term, n, dropped, tally}: Parts): Estimate<PermutationFit> {
  const exact = tally.seed === null;
  const share = (count: number): number => (exact ? count / tally.total : (count + 1) / (tally.total + 1));
  const fit = {
    ...tally,
    exact,
    p_two: share(tally.count_two),
    p_greater: share(tally.count),
    p_less: share(tally.count_less)
  };
  const {observed, p_two: p} = fit;
  return {
    method,
    n,
    dropped,
    clusters: {},
    terms: [{term, estimate: observed, se: null, statistic: observed, df: null, p, low: null, high: null}],
    fit,
    warnings: exact && tally.total < 20 ? [`only ${tally.total} arrangements: p can't be below ${1 / tally.total}`] : []
  };
}

/** @throws {RangeError} if the number of draws is none */
export function checkDraws(draws: number): void {
  if (!Number.isInteger(draws) || draws < 1)
    throw new InvalidArgument(`invalid draws; not a whole number above 0: ${draws}`);
}
