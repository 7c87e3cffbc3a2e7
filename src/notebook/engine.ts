/** The estimators as cells and pages call them: a formula where there is one, then the table, options last. */
import * as methods from "./methods.js";
import {fromFormula, fromOptions, fromTable} from "./estimator.js";

/**
 * Linear regression: pooled, within (factors after the bar), between, first differences, random effects.
 * In R: fixest::feols, plm::plm; CR2 is clubSandwich's.
 * @example ols("margin ~ participation | department_id + fiscal_year", tables.department_years, {vcov: "CR2"})
 */
export const ols = fromFormula("ols", methods.ols);

/**
 * Linear mixed model by REML, degrees of freedom after Satterthwaite. In R: lmerTest::lmer.
 * @example mixed("margin ~ participation + (1 | department_id)", tables.department_years)
 */
export const mixed = fromFormula("mixed", methods.mixed);

/**
 * Ordinal regression (cumulative logit or probit), with at most one random intercept. In R: ordinal::clmm.
 * @example ordinal("answer ~ participation", rows)
 */
export const ordinal = fromFormula("ordinal", methods.ordinal);

/**
 * Logistic or probit regression. In R: glm(family = binomial).
 * @example logit("clear ~ headcount", rows)
 */
export const logit = fromFormula("logit", methods.logit);

/**
 * Analysis of variance of one factor. In R: aov.
 * @example anova("margin ~ division", tables.department_years)
 */
export const anova = fromFormula("anova", methods.anova);

/**
 * Wild cluster bootstrap of one term. In R: fwildclusterboot::boottest.
 * @example wild("margin ~ participation | department_id + fiscal_year", tables.department_years, {cluster: "department_id", term: "participation"})
 */
export const wild = fromFormula("wild", methods.wild);

/**
 * How strong an unmeasured cause would have to be to explain an estimate away. In R: sensemakr.
 * @example sensitivity("margin ~ participation + headcount", tables.department_years, {treatment: "participation", benchmark: "headcount"})
 */
export const sensitivity = fromFormula("sensitivity", methods.sensitivity);

/**
 * Correlation: pearson, spearman, kendall, partial, rmcorr (within subjects). In R: cor.test, rmcorr.
 * @example correlation(tables.department_years, {x: "participation", y: "margin", kind: "rmcorr", subject: "department_id"})
 */
export const correlation = fromTable("correlation", methods.correlation);

/**
 * Trend of a series: theil-sen, mann-kendall, ols. In R: Kendall, mblm.
 * @example trend(tables.organisation_years, {y: "margin", time: "fiscal_year"})
 */
export const trend = fromTable("trend", methods.trend);

/**
 * Permutation test: two-sample, paired, within-strata, correlation. In R: coin.
 * @example permute(tables.department_years, {kind: "correlation", x: "participation", y: "margin", draws: 9999, seed: 1})
 */
export const permute = fromTable("permute", methods.permutation);

/**
 * Rank tests: wilcoxon, signed-rank, friedman, kruskal. In R: wilcox.test, friedman.test, kruskal.test.
 * @example rank(tables.department_years, {kind: "kruskal", y: "margin", group: "division"})
 */
export const rank = fromTable("rank", methods.rank);

/**
 * Bootstrap interval of a mean, median, correlation or a formula's term. In R: boot::boot.ci.
 * @example bootstrap(tables.department_years, {y: "margin", statistic: "median", kind: "bca", draws: 1999, seed: 1})
 */
export const bootstrap = fromTable("bootstrap", methods.bootstrap);

/**
 * Effects by group and time where treatment starts at different times. In R: did::att_gt.
 * @example did(panel, {outcome: "margin", unit: "department_id", time: "fiscal_year", first_treated: "started"})
 */
export const did = fromTable("did", methods.did);

/**
 * Effect on the treated, foretold from rows without treatment. In R: didimputation::did_imputation.
 * @example imputation(panel, {outcome: "margin", unit: "department_id", time: "fiscal_year", first_treated: "started"})
 */
export const imputation = fromTable("imputation", methods.imputation);

/**
 * Event study by cohort. In R: fixest::sunab.
 * @example sunab(panel, {outcome: "margin", unit: "department_id", time: "fiscal_year", first_treated: "started"})
 */
export const sunab = fromTable("sunab", methods.sunab);

/**
 * Event study by two-way fixed effects, for comparison with those that allow effects to differ.
 * @example twfe_event(panel, {outcome: "margin", unit: "department_id", time: "fiscal_year", first_treated: "started"})
 */
export const twfe_event = fromTable("twfe_event", methods.twfe_event);

/**
 * The comparisons that a two-way fixed effects estimate is made of. In R: bacondecomp::bacon.
 * @example bacon(panel, {outcome: "margin", unit: "department_id", time: "fiscal_year", first_treated: "started"})
 */
export const bacon = fromTable("bacon", methods.bacon);

/**
 * Reliability of a scale: alpha, lambda 6, omega. In R: psych::alpha.
 * @example reliability(rows, {items: ["a", "b", "c"], minimum: 1, maximum: 5})
 */
export const reliability = fromTable("reliability", methods.reliability);

/**
 * Agreement: intraclass correlations, within-group agreement. In R: psych::ICC, multilevel::rwg.
 * @example agreement(rows, {kind: "group", y: "rating", group: "module_id", levels: 5})
 */
export const agreement = fromTable("agreement", methods.agreement);

/**
 * Estimates pooled over units or studies: fixed, dl, reml, pm. In R: metafor::rma.
 * @example pool(estimates, {estimate: "estimate", se: "se"})
 */
export const pool = fromTable("pool", methods.pool);

/**
 * p-values adjusted for the number of comparisons. In R: p.adjust.
 * @example adjust({p: [0.01, 0.04, 0.2]})
 */
export const adjust = fromOptions("adjust", methods.adjust);

/**
 * Sample size, power or the smallest effect found. In R: pwr.
 * @example power({kind: "correlation", n: 9, power: 0.8})
 */
export const power = fromOptions("power", methods.power);

/**
 * What selection on a noisy measure alone would lead one to expect.
 * @example regression_to_mean({mean: 0, sd: 1, reliability: 0.6, cutoff: 0.5, side: "above"})
 */
export const regression_to_mean = fromOptions("regression_to_mean", methods.regression_to_mean);

/**
 * Bounds of an event study where trends may differ. In R: HonestDiD.
 * @example honest({estimates: [0.1, 0.4], vcov: [[0.01, 0], [0, 0.02]], pre: 1, post: 1, M: [0, 1]})
 */
export const honest = fromOptions("honest", methods.honest);

/**
 * A distribution's probability or quantile. In R: pnorm, qt, and so on.
 * @example distribution({name: "t", kind: "upper", at: 2.1, parameters: {df: 40}})
 */
export const distribution = fromOptions("distribution", methods.distribution);
