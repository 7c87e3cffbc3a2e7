/** Event-study estimates in order of time, those of the reference period left out. */
export interface EventEstimates {
  /** before treatment, then after it */
  readonly estimates: ArrayLike<number>;
  readonly vcov: readonly ArrayLike<number>[];
  readonly pre: number;
  readonly post: number;
  /** of the effects after treatment in the parameter of interest; the first alone by default */
  readonly weights: ArrayLike<number>;
}

export interface Interval {
  readonly M: number;
  /** null where no value is left, or none is refuted within reach */
  readonly low: number | null;
  readonly high: number | null;
}
