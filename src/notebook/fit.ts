import type {Estimate, Term} from "../stats/estimate.js";

/** A fitted model: everything that the estimator answers, and its terms as rows. */
export class Fit implements Estimate {
  readonly method: string;
  readonly n: number;
  readonly dropped: Estimate["dropped"];
  readonly clusters: Estimate["clusters"];
  readonly terms: readonly Term[];
  readonly fit: Readonly<Record<string, unknown>>;
  readonly warnings: readonly string[];

  constructor(estimate: Estimate<object>) {
    Object.assign(this, estimate);
    this.method = estimate.method;
    this.n = estimate.n;
    this.dropped = estimate.dropped;
    this.clusters = estimate.clusters;
    this.terms = estimate.terms;
    this.fit = estimate.fit as Readonly<Record<string, unknown>>;
    this.warnings = estimate.warnings;
  }

  /** A row a term: term, estimate, se, statistic, df, p, low, high. */
  tidy(): Term[] {
    return this.terms.map((term) => ({...term}));
  }

  /** One row about the model as a whole. */
  glance(): Record<string, unknown> {
    const plain = Object.entries(this.fit).filter(([, value]) => typeof value !== "object" || value === null);
    return {method: this.method, n: this.n, ...Object.fromEntries(plain)};
  }

  /**
   * The term of that name.
   *
   * @throws {RangeError} naming the terms that there are
   */
  term(name: string): Term {
    const found = this.terms.find(({term}) => term === name);
    if (found) return found;
    throw new RangeError(`no such term: ${name}; there are ${this.terms.map(({term}) => term).join(", ")}`);
  }
}
