/**
 * Ordered response: cumulative link model, with at most one random intercept.
 *
 * Model      P(y <= j) = F(a_j - X b - s u_g), F logistic or normal, a_1 < a_2 < ... , u_g standard normal
 * Estimand   coefficients b, in log odds of a higher answer; thresholds a; variance s^2 between groups
 * Integral   over u_g at its mode: by Laplace (one point), or adaptive Gauss and Hermite's quadrature
 * Source     McCullagh (1980); Liu & Pierce (1994), doi:10.1093/biomet/81.3.624; checked against R's ordinal (clm, clmm)
 * Check      proportional odds, by likelihood ratio against slopes of each threshold's own, term by term, without the
 *            random intercept
 * Not here   models with partial proportional odds, random slopes, flexible thresholds
 *
 * @throws {RangeError} if there are fewer than two answers, or the terms separate them; {InvalidFormula} if the formula can't
 *         be read
 */
import {closedOptions, oneOf, trueOrFalse} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {outside} from "../description/outside.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {chiSquaredUpper} from "../distribution/chiSquared.js";
import type {Estimate} from "../estimate.js";
import type {FrameOptions} from "../formula/frameOptions.js";
import type {Table} from "../formula/table.js";
import {randomTerms} from "../formula/randomTerms.js";
import {type Link, type LinkName, links} from "./link.js";
import {normalTerm} from "./normalTerm.js";
import {type Answers, answersOf} from "./ordinalAnswers.js";
import {fitFixed, type Fitted} from "./fixedOrdinal.js";
import {fitRandom} from "./randomOrdinal.js";

export interface OrdinalOptions extends Omit<FrameOptions, "groups"> {
  readonly link?: LinkName;
  /** points of the integral over the random intercept; 1 is Laplace's approximation */
  readonly quadrature?: number;
  /** whether each term's slope is one for all thresholds */
  readonly proportionalOdds?: boolean;
  readonly level?: number;
}

export interface OddsTest {
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
}

export interface OrdinalFit {
  readonly thresholds: Readonly<Record<string, number>>;
  readonly logLik: number;
  readonly aic: number;
  /** between groups; null without a random term */
  readonly variance: number | null;
  readonly answers: readonly string[];
  /** by term; null where slopes of their own can't be found */
  readonly proportional_odds?: Readonly<Record<string, OddsTest | null>>;
}

const known = ["link", "quadrature", "proportionalOdds", "level", "unit", "time", "levels", "weights"];

export function ordinal(
  formula: string,
  table: Table,
  {link: name = "logit", quadrature = 1, proportionalOdds = false, level = 0.95, ...options}: OrdinalOptions = {}
): Estimate<OrdinalFit & Readonly<Record<string, unknown>>> {
  closedOptions("ordinal", options, known);
  oneOf("link", name, Object.keys(links));
  trueOrFalse("proportionalOdds", proportionalOdds);
  outside(level);
  if (!Number.isInteger(quadrature) || quadrature < 1 || quadrature > 60)
    throw new InvalidArgument(`invalid quadrature; a whole number from 1 to 60: ${quadrature}`);
  const {fixed, random} = randomTerms(formula);
  const [term, more] = random;
  if (more || (term && term.left !== "1"))
    throw new InvalidArgument(`invalid formula; at most one random intercept (1 | group): ${formula}`);
  const group = term?.group.replaceAll(":", "^");
  const data = answersOf(fixed, table, group, options);
  const link = links[name];
  const simple = fitFixed(data, link);
  const cuts = data.labels.length - 1;
  const names = [
    ...data.labels.slice(1).map((label, j) => `${data.labels[j]}|${label}`),
    ...data.slopes.map(({name: slope}) => slope)
  ];
  const fitted = group === undefined ? {...simple, variance: null} : fitRandom(data, link, simple, quadrature);
  const {logLik, variance} = fitted;
  const {at, errors} = unscaled(data, fitted);
  const tests = proportionalOdds ? oddsTests(data, link, simple) : null;
  const untested = Object.entries(tests ?? {}).flatMap(([each, test]) => (test ? [] : [each]));
  return {
    method: `cumulative ${name}${term ? `, random intercept of ${term.group}, ${quadrature === 1 ? "Laplace" : `${quadrature} points`}` : ""}`,
    n: data.frame.n,
    dropped: data.frame.dropped,
    clusters: term ? {[term.group]: data.frame.groups[0]!.levels} : {},
    terms: names.map((each, j) => normalTerm(each, at[j]!, errors[j]!, level)),
    fit: {
      thresholds: Object.fromEntries(names.slice(0, cuts).map((each, j) => [each, at[j]!])),
      logLik,
      aic: -2 * logLik + 2 * (names.length + (term ? 1 : 0)),
      variance,
      answers: data.labels,
      ...(tests ? {proportional_odds: tests} : {})
    },
    warnings: [
      ...data.warnings,
      ...(variance === 0 ? ["the variance between groups is 0: the random term adds nothing"] : []),
      ...(untested.length > 0
        ? [`proportional odds are null for ${untested.join(", ")}: slopes for each threshold can't be found`]
        : [])
    ]
  };
}

/** Thresholds and slopes in the columns' own units, and their errors. */
function unscaled({slopes, labels}: Answers, {at, covariance}: Fitted): {at: Float64Array; errors: Float64Array} {
  const cuts = labels.length - 1;
  const rows = Array.from(at, (_, i) =>
    Float64Array.from(at, (_value, j) => {
      const slope = slopes[j - cuts];
      if (!slope) return i === j ? 1 : 0;
      return i < cuts ? slope.centre / slope.scale : i === j ? 1 / slope.scale : 0;
    })
  );
  return {
    at: Float64Array.from(rows, (row) => dotProduct(row, at)),
    errors: Float64Array.from(rows, (row) =>
      Math.sqrt(
        dotProduct(
          row,
          Float64Array.from(covariance, (other) => dotProduct(row, other))
        )
      )
    )
  };
}

function oddsTests(data: Answers, link: Link, {logLik}: Fitted): Record<string, OddsTest | null> {
  const extra = data.labels.length - 2;
  const terms = [...new Set(data.slopes.map(({term}) => term))];
  if (extra === 0)
    throw new NotIdentified("not identified: two answers have one threshold; their odds are proportional");
  return Object.fromEntries(
    terms.map((term) => {
      const own = data.slopes.map((slope) => slope.term === term);
      try {
        const chi2 = Math.max(0, 2 * (fitFixed(data, link, own).logLik - logLik));
        const df = extra * own.filter(Boolean).length;
        return [term, {chi2, df, p: chiSquaredUpper(chi2, df)}];
      } catch (error) {
        if (!(error instanceof NotIdentified)) throw error;
        return [term, null];
      }
    })
  );
}
