/**
 * A fitted model whose rows are persons or unpublished cells -> what may be printed of it: terms to two significant
 * digits of their standard errors, and nothing by row. Refused where too few persons or degrees of freedom stand behind.
 */
import type {Estimate, Term} from "../../src/stats/estimate.js";
import {keepBehind} from "./behind.js";
import type {HiddenCells} from "./audit/pinnedCells.js";
import type {Policy} from "./policy.js";
import {Released} from "./released.js";
import {TooFewBehind} from "./tooFewBehind.js";

/**
 * @param persons persons behind the least supported term
 * @throws {TooFewBehind} if fewer stand behind it than the policy asks for
 */
export function releaseEstimate(
  estimate: Estimate<object>,
  persons: number,
  policy: Policy,
  {over}: {readonly over?: HiddenCells} = {}
): Released<Estimate> {
  const {method} = estimate;
  const least = policy["model.persons"];
  if (least !== null && persons < least) throw new TooFewBehind(method, least, "persons");
  const residual = policy["model.residual"];
  const left = "df_residual" in estimate.fit ? estimate.fit.df_residual : undefined;
  if (residual !== null && typeof left === "number" && left < residual)
    throw new TooFewBehind(method, residual, "residual degrees of freedom");
  const {n, dropped, clusters, warnings} = estimate;
  const step = policy["count.step"];
  const count = (value: number): number => (step === null ? value : Math.round(value / step) * step);
  const printed: Estimate = {
    method,
    n: count(n),
    dropped: dropped.map((row) => ({...row, n: count(row.n)})),
    clusters: Object.fromEntries(Object.entries(clusters).map(([name, value]) => [name, count(value)])),
    terms: estimate.terms.map((term) => printable(term, policy["model.digits"])),
    fit: {},
    warnings
  };
  return keepBehind(Released.of(printed, {made: "estimate", method}), {
    tables: [],
    estimates: [over ? {printed, over} : {printed}]
  });
}

function printable(term: Term, significant: number | null): Term {
  const {se} = term;
  if (!se || significant === null) return term;
  // by the error as it is printed: 0.0996 is 0.10, so that the third decimal is one too many
  const digits = significant - 1 - Math.floor(Math.log10(Number(se.toPrecision(significant))));
  const unit = 10 ** Math.max(0, -digits);
  const round = (value: number | null): number | null =>
    value === null ? null : Number((Math.round(value / unit) * unit).toFixed(0));
  const fine = (value: number | null): number | null =>
    value === null ? null : Number(value.toFixed(Math.min(digits, 100)));
  const print = digits > 0 ? fine : round;
  return {
    ...term,
    estimate: print(term.estimate) ?? term.estimate,
    se: print(se),
    statistic: term.statistic === null ? null : Number(term.statistic.toPrecision(3)),
    df: term.df === null ? null : Number(term.df.toPrecision(3)),
    p: term.p === null ? null : Number(term.p.toPrecision(2)),
    low: print(term.low),
    high: print(term.high)
  };
}
