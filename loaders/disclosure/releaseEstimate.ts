/**
 * A fitted model whose rows are persons or unpublished cells -> what may be printed of it: terms to two significant
 * digits of their standard errors, where rows are persons no finer than one of them may move them, and nothing by row.
 * Refused where too few persons or degrees of freedom stand behind.
 */
import type {Estimate, Term} from "../../src/stats/estimate.js";
import {keepBehind} from "./behind.js";
import type {HiddenCells} from "./audit/pinnedCells.js";
import type {Policy} from "./policy.js";
import {Released} from "./released.js";
import {roundTo, stepAtLeast} from "./round.js";
import {TooFewBehind} from "./tooFewBehind.js";

interface ReleaseEstimateOptions {
  readonly over?: HiddenCells;
  /** of rows that are persons: how far a term's estimate moves where the outcome does by a standard deviation */
  readonly spread?: (term: string) => number;
  /** persons behind a term, where others have fewer */
  readonly behind?: (term: string) => number;
}

/**
 * @param persons persons behind the least supported term
 * @throws {TooFewBehind} if fewer stand behind it than the policy asks for
 */
export function releaseEstimate(
  estimate: Estimate<object>,
  persons: number,
  policy: Policy,
  {over, spread, behind = () => persons}: ReleaseEstimateOptions = {}
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
  const deviations = policy["model.precision"];
  const finest = ({term}: Term): number =>
    spread && deviations !== null ? (deviations * spread(term)) / behind(term) : 0;
  const printed: Estimate = {
    method,
    n: count(n),
    dropped: dropped.map((row) => ({...row, n: count(row.n)})),
    clusters: Object.fromEntries(Object.entries(clusters).map(([name, value]) => [name, count(value)])),
    terms: estimate.terms.map((term) => printable(term, policy["model.digits"], finest(term))),
    fit: {},
    warnings
  };
  return keepBehind(Released.of(printed, {made: "estimate", method}), {
    tables: [],
    estimates: [over ? {printed, over} : {printed}]
  });
}

function printable(term: Term, significant: number | null, finest: number): Term {
  const {se} = term;
  if (!se || significant === null) return term;
  // by the error as it is printed: 0.0996 is 0.10, so that the third decimal is one too many
  const digits = significant - 1 - Math.floor(Math.log10(Number(se.toPrecision(significant))));
  if (finest > 10 ** -digits * (1 + 1e-9)) return coarse(term, stepAtLeast(finest));
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

/** above it nothing is decided by a p, which would tell a small estimate to a second digit */
const undecided = 0.3;

/** To a step, so that no other number tells the estimate finer: an error no smaller, ends no nearer than a step. */
function coarse(term: Term, step: number): Term {
  const estimate = roundTo(term.estimate, step);
  const se = roundTo(step * Math.max(1, Math.ceil((term.se ?? 0) / step - 1e-9)), step);
  const {p, df, low, high} = term;
  return {
    ...term,
    estimate,
    se,
    statistic: term.statistic === null ? null : Number((estimate / se).toPrecision(2)),
    df: df === null ? null : Number(df.toPrecision(3)),
    p: p === null ? null : Number(p.toPrecision(p > undecided ? 1 : 2)),
    low: low === null ? null : Math.min(roundTo(low, step), roundTo(estimate - step, step)),
    high: high === null ? null : Math.max(roundTo(high, step), roundTo(estimate + step, step))
  };
}
