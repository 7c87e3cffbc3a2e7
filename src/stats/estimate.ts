/** A term of a fitted model. An undefined field of a valid fit is null, with the reason among the warnings. */
export interface Term {
  readonly term: string;
  readonly estimate: number;
  readonly se: number | null;
  readonly statistic: number | null;
  /** null for a statistic whose reference distribution has none (normal, exact, resampled) */
  readonly df: number | null;
  readonly p: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Dropped {
  readonly reason: string;
  readonly n: number;
}

/** How the errors were calculated. */
export interface ErrorsUsed {
  readonly type: string;
  readonly clusters?: readonly string[];
  /** whether nobody asked for it */
  readonly default: boolean;
}

/** The one shape in which every estimator answers. */
export interface Estimate<Fit = Readonly<Record<string, unknown>>> {
  readonly method: string;
  /** rows used, after those dropped */
  readonly n: number;
  readonly dropped: readonly Dropped[];
  /** number of clusters by name of the clustering column */
  readonly clusters: Readonly<Record<string, number>>;
  readonly vcov?: ErrorsUsed;
  readonly terms: readonly Term[];
  readonly fit: Fit;
  readonly warnings: readonly string[];
}
