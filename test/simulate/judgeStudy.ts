/** One kind of simulated study, and how far off each way of analysing it is. */
import type {Random} from "../../src/stats/random.js";

export interface EstimatorRow {
  readonly study: string;
  readonly method: string;
  /** the analysis that another row of the study takes the place of */
  readonly naive: boolean;
  /** mean of the estimates less the truth; null where the method gives an interval or a test alone */
  readonly bias: number | null;
  /** Monte Carlo standard error of the bias */
  readonly error: number | null;
  /** share of 95 % intervals that hold the truth */
  readonly coverage: number | null;
  /** share of studies without an effect in which one is found at 5 % */
  readonly size: number;
  readonly runs: number;
}

export interface Answer {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly found: boolean;
}

export interface Study<Data> {
  readonly study: string;
  readonly simulate: (draw: Random, effect: boolean) => {readonly data: Data; readonly truth: number};
  readonly methods: Readonly<Record<string, (data: Data, draw: Random) => Answer>>;
  readonly naive: readonly string[];
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export function judge<Data>(
  {study, simulate, methods, naive}: Study<Data>,
  runs: number,
  root: Random
): EstimatorRow[] {
  const draw = root.stream(study);
  const data = Array.from({length: runs}, () => [simulate(draw, true), simulate(draw, false)] as const);
  return Object.entries(methods).map(([method, answer]) => {
    const own = root.stream(`${study}: ${method}`);
    const errors: number[] = [];
    let [covered, intervals, found] = [0, 0, 0];
    for (const [present, absent] of data) {
      found += answer(absent.data, own).found ? 1 : 0;
      // a study of tests alone has no effect to be estimated
      if (present.truth === 0) continue;
      const {estimate, low, high} = answer(present.data, own);
      if (estimate !== null) errors.push(estimate - present.truth);
      if (low === null || high === null) continue;
      intervals += 1;
      covered += low <= present.truth && present.truth <= high ? 1 : 0;
    }
    const bias = errors.length > 0 ? sumOf(errors) / errors.length : null;
    return {
      study,
      method,
      naive: naive.includes(method),
      bias,
      error:
        bias === null
          ? null
          : Math.sqrt(sumOf(errors.map((value) => (value - bias) ** 2)) / (errors.length - 1) / errors.length),
      coverage: intervals > 0 ? covered / intervals : null,
      size: found / runs,
      runs
    };
  });
}
