/**
 * Linear mixed model by restricted or full maximum likelihood.
 *
 * Model      y = X b + sum over terms of Z_i b_i + e, b_i ~ N(0, S_i) independent between levels and terms, e ~ N(0, s2)
 * Estimand   fixed coefficients b; variances S_i, s2; modes of b_i given y
 * Df         Satterthwaite's, from the curvature of the criterion in the factors of S_i and s
 * Source     Bates, Machler, Bolker & Walker (2015), doi:10.18637/jss.v067.i01; Kuznetsova, Brockhoff & Christensen
 *            (2017), doi:10.18637/jss.v082.i13, for the df; checked against R's lme4 and lmerTest
 * Not here   Kenward and Roger's df, correlated residuals, distributions other than the normal
 *
 * @throws {RangeError} if a variance can't be told from the residual, or the outcome does not vary; {InvalidFormula} if the
 *         formula can't be read
 */
import {closedOptions, trueOrFalse} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {outside} from "../description/outside.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {studentTQuantile, studentTTwoSided} from "../distribution/studentT.js";
import type {Estimate, Term} from "../estimate.js";
import type {FrameOptions} from "../formula/frameOptions.js";
import type {Table} from "../formula/table.js";
import {effectsOf} from "./effectsOf.js";
import {conditionalModes, type Modes} from "./conditionalModes.js";
import type {MixedDesign} from "./mixedDesign.js";
import {type ProfileIntervals, profileIntervals, type ProfileProblem} from "./profileIntervals.js";
import {greatest, maximise, type Point, profiled} from "./maximise.js";
import {coefficients, fixedCovariance, quadratic} from "./fixedPart.js";
import {satterthwaite} from "./satterthwaite.js";

export interface MixedOptions extends Pick<FrameOptions, "weights" | "levels"> {
  /** restricted likelihood; false for the full one */
  readonly reml?: boolean;
  /** linear combinations of terms, by name: {reflective: {mindsetR: 1, mindsetA: -0.5}} */
  readonly contrasts?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** conditional modes of the random effects, with their standard errors */
  readonly modes?: boolean;
  /** intervals by profile likelihood, of standard deviations too */
  readonly profile?: boolean;
  readonly level?: number;
}

export interface MixedFit {
  /** by group, then by term */
  readonly variances: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** by group, then by "term:term"; empty where every term is alone in its group */
  readonly covariances: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly residual: number;
  readonly sigma: number;
  readonly logLik: number;
  /** minus twice the log (restricted) likelihood */
  readonly criterion: number;
  readonly reml: boolean;
  /** a variance of nought, or a correlation of one */
  readonly singular: boolean;
  /** share of the intercepts' and residual variance that lies between a group's levels */
  readonly icc: Readonly<Record<string, number>>;
  readonly levels: Readonly<Record<string, number>>;
  readonly modes?: Modes;
  readonly profile?: ProfileIntervals;
}

const asked = ["reml", "contrasts", "modes", "profile", "level", "weights", "levels"];

export function mixedModel(
  formula: string,
  table: Table,
  {reml = true, contrasts = {}, modes = false, profile = false, level = 0.95, ...options}: MixedOptions = {}
): Estimate<MixedFit & Readonly<Record<string, unknown>>> {
  closedOptions("mixed model", options, asked);
  for (const [name, value] of Object.entries({reml, modes, profile})) trueOrFalse(name, value);
  outside(level);
  const {design, problem, evaluate, found, theta, factors, solution, sigma} = maximise(formula, table, reml, options);
  const {singular, ...spread} = variancesOf(design, factors, sigma);
  const covariance = fixedCovariance(design, problem, solution, sigma);
  const df = satterthwaite(design, evaluate, theta === found.at ? found.centre : theta, sigma, reml);
  const b = coefficients(design, problem, solution);
  const unit = (j: number): Float64Array => Float64Array.from(b, (_, i) => (i === j ? 1 : 0));
  const combinations: [string, Float64Array][] = [
    ...design.names.map((name, j): [string, Float64Array] => [name, unit(j)]),
    ...Object.entries(contrasts).map(([name, weights]): [string, Float64Array] => [
      name,
      contrast(design, name, weights)
    ])
  ];
  const value = profiled(design, solution, reml);
  return {
    method: `linear mixed model, ${reml ? "REML" : "ML"}, Satterthwaite df`,
    n: design.n,
    dropped: design.dropped,
    clusters: Object.fromEntries(design.random.map(({group, codes}) => [group, codes.levels])),
    terms: combinations.map(([term, along]) => tidy(term, along, b, covariance, df(along), level)),
    fit: {
      ...spread,
      residual: sigma ** 2,
      sigma,
      logLik: -value / 2,
      criterion: value,
      reml,
      singular,
      levels: Object.fromEntries(design.random.map(({group, codes}) => [group, codes.levels])),
      ...(modes ? {modes: conditionalModes(design, problem, solution, factors, sigma)} : {}),
      ...(profile ? {profile: profileIntervals(profileProblem(design, evaluate), level)} : {})
    },
    warnings: singular ? ["the fit is singular: a variance of 0 or a correlation of 1; drop that random term"] : []
  };
}

/** The full likelihood's, whatever the fit's. */
function profileProblem(design: MixedDesign, evaluate: (theta: Float64Array) => Point | null): ProfileProblem {
  let place = 0;
  const alone = design.random.flatMap(({group, names, back}) => {
    place += (names.length * (names.length + 1)) / 2;
    return names.length === 1 ? [{group, term: names[0]!, place: place - 1, scale: back[0]![0]!}] : [];
  });
  const {theta} = greatest(design, (at) => profiled(design, evaluate(at), false));
  return {n: design.n, spread: design.spread, names: design.names, alone, theta, evaluate};
}

function variancesOf(
  {random}: MixedDesign,
  factors: readonly Float64Array[],
  sigma: number
): Pick<MixedFit, "variances" | "covariances" | "icc" | "singular"> {
  const variances: Record<string, Record<string, number>> = {};
  const covariances: Record<string, Record<string, number>> = {};
  let singular = false;
  random.forEach((design, i) => {
    const {group, names} = design;
    const map = effectsOf(design, factors[i]!);
    names.forEach((name, a) => {
      if (Math.abs(factors[i]![(a * (a + 1)) / 2 + a]!) < 1e-5) singular = true;
      names.slice(0, a + 1).forEach((other, b) => {
        const value = sigma ** 2 * dotProduct(map[a]!, map[b]!);
        if (a === b) (variances[group] ??= {})[name] = value;
        else (covariances[group] ??= {})[`${other}:${name}`] = value;
      });
    });
  });
  const intercepts = Object.entries(variances).flatMap(([group, terms]) =>
    "(Intercept)" in terms ? [[group, terms["(Intercept)"]!] as const] : []
  );
  const total = intercepts.reduce((sum, [, value]) => sum + value, sigma ** 2);
  const icc = Object.fromEntries(intercepts.map(([group, value]) => [group, value / total]));
  return {variances, covariances, icc, singular};
}

function contrast({names}: MixedDesign, label: string, weights: Readonly<Record<string, number>>): Float64Array {
  const unknown = Object.keys(weights).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new InvalidArgument(`invalid contrast ${label}; unknown term: ${unknown}; there are ${names.join(", ")}`);
  const along = Float64Array.from(names, (name) => weights[name] ?? 0);
  if (!along.some((weight) => weight !== 0) || !along.every(Number.isFinite))
    throw new InvalidArgument(`invalid contrast ${label}; its weights are not numbers, or all 0`);
  return along;
}

function tidy(
  term: string,
  along: Float64Array,
  b: Float64Array,
  covariance: readonly Float64Array[],
  df: number,
  level: number
): Term {
  const estimate = along.reduce((sum, a, j) => sum + a * b[j]!, 0);
  const se = Math.sqrt(quadratic(covariance, along));
  const statistic = estimate / se;
  const reach = studentTQuantile(outside(level), df, {upper: true}) * se;
  return {
    term,
    estimate,
    se,
    statistic,
    df,
    p: studentTTwoSided(statistic, df),
    low: estimate - reach,
    high: estimate + reach
  };
}
