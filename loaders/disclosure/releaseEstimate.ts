/**
 * A fitted model whose rows are persons or unpublished cells -> what may be printed of it: terms to two significant
 * digits of their standard errors, and nothing by row. Refused where too few persons or degrees of freedom stand behind.
 */
import type {Estimate, Term} from "../../src/stats/estimate.js";
import {keepBehind} from "./behind.js";
import type {HiddenCells} from "./audit/pinnedCells.js";
import type {Policy} from "./policy.js";
import {Released} from "./released.js";

/** An estimate as it was printed, and what it must not tell. */
export interface ReleasedEstimate {
  readonly printed: Estimate;
  /** cells among its rows that are published nowhere, where the others are known */
  readonly over?: HiddenCells;
}

/**
 * @param persons persons behind the least supported term
 * @throws {RangeError} if fewer stand behind it than the policy asks for
 */
export function releaseEstimate(
  estimate: Estimate,
  persons: number,
  policy: Policy,
  {over}: {readonly over?: HiddenCells} = {}
): Released<Estimate> {
  const least = policy["model.persons"];
  if (least !== null && persons < least) {
    throw new RangeError(`a model with fewer than ${least} persons behind a term is not released: ${estimate.method}`);
  }
  const {method, n, dropped, clusters, warnings} = estimate;
  const step = policy["count.step"];
  const count = (value: number): number => (step === null ? value : Math.round(value / step) * step);
  const printed: Estimate = {
    method,
    n: count(n),
    dropped: dropped.map((row) => ({...row, n: count(row.n)})),
    clusters: Object.fromEntries(Object.entries(clusters).map(([name, value]) => [name, count(value)])),
    terms: estimate.terms.map(printable),
    fit: {},
    warnings
  };
  return keepBehind(Released.of(printed), {tables: [], estimates: [over ? {printed, over} : {printed}]});
}

function printable(term: Term): Term {
  const {se} = term;
  if (!se) return term;
  const digits = 1 - Math.floor(Math.log10(se));
  const round = (value: number | null): number | null =>
    value === null ? null : Number(digits >= 0 ? value.toFixed(Math.min(digits, 100)) : value.toPrecision(2));
  return {
    ...term,
    estimate: round(term.estimate) ?? term.estimate,
    se: round(se),
    statistic: term.statistic === null ? null : Number(term.statistic.toPrecision(3)),
    df: term.df === null ? null : Number(term.df.toPrecision(3)),
    p: term.p === null ? null : Number(term.p.toPrecision(2)),
    low: round(term.low),
    high: round(term.high)
  };
}
