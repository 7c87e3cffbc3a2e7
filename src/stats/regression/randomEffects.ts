/**
 * Random effects of units by feasible generalised least squares.
 *
 * Model      y = X b + u_i + e_it, var(u) = s2_u, var(e) = s2_e; rows less theta_i times their unit's mean, with
 *            theta_i = 1 - sqrt(s2_e / (T_i s2_u + s2_e))
 *            s2_e from the within residuals; s2_u from those of the unit means, weighted by T_i: Swamy-Arora, in
 *            Baltagi and Chang's form where T_i differ
 * Estimand   coefficients b, if u is unrelated to X; Hausman's test compares them with the within estimates
 * Source     Swamy & Arora (1972); Baltagi & Chang (1994), doi:10.1016/0304-4076(94)90060-4; Hausman (1978);
 *            checked against R's plm, balanced and unbalanced
 * Not here   weights, effects of periods
 */
import {closedOptions} from "../errors/closedOptions.js";
import {greatestOf} from "../description/greatestOf.js";
import {leastOf} from "../description/leastOf.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {chiSquaredUpper} from "../distribution/chiSquared.js";
import type {Codes} from "../formula/labelCodes.js";
import type {ModelFrame} from "../formula/modelFrame.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import type {LinearFit} from "./fitLinear.js";
import {fitLinear} from "./fitLinear.js";
import type {LinearOptions} from "./independent.js";
import type {Panel} from "./panelFrame.js";
import {unitMeans} from "./panelFrame.js";
import {classicalVariance} from "./variance.js";

export interface RandomEffects {
  readonly fit: LinearFit;
  /** share of the unit's mean that is taken off; between these over units, their mean */
  readonly theta: number;
  readonly theta_min: number;
  readonly theta_max: number;
  readonly sigma2_idios: number;
  readonly sigma2_id: number;
  readonly hausman: {readonly chi2: number; readonly df: number; readonly p: number} | null;
  readonly warnings: readonly string[];
}

/** @throws {RangeError} if there are fewer units than terms, or no term varies within units */
export function randomEffects(frame: ModelFrame, {unit}: Panel, options: LinearOptions = {}): RandomEffects {
  closedOptions("randomEffects", options, ["determined", "about"]);
  const {codes, levels} = unit;
  const periods = new Float64Array(levels);
  codes.forEach((code) => (periods[code]! += 1));
  const within = fitWithin(frame, unit, options);
  const s2 = within.rss / within.df;
  const between = fitMeans(frame, unit, periods);
  const variance = (between.rss - between.df * s2) / between.trace;
  const s2u = Math.max(0, variance);
  const theta = periods.map((rows) => 1 - Math.sqrt(s2 / (rows * s2u + s2)));
  const mean = unitMeans(unit);
  const partly = (column: Float64Array): Float64Array => {
    const means = mean(column);
    return column.map((value, row) => value - theta[codes[row]!]! * means[codes[row]!]!);
  };
  const fit = fitLinear({...frame, y: partly(frame.y), x: frame.x.map(partly)}, options);
  const warnings = variance < 0 ? ["the units' variance was estimated below 0 and set to 0: the fit is pooled"] : [];
  const average = theta.reduce((sum, value) => sum + value, 0) / levels;
  return {
    fit,
    theta: average,
    theta_min: leastOf(theta),
    theta_max: greatestOf(theta),
    sigma2_idios: s2,
    sigma2_id: s2u,
    hausman: hausman(within, fit),
    warnings
  };
}

function fitWithin(frame: ModelFrame, unit: Codes, {determined}: LinearOptions): LinearFit {
  const mean = unitMeans(unit);
  const varying = frame.x.flatMap((column, j) => {
    const means = mean(column);
    const off = column.some((value, row) => Math.abs(value - means[unit.codes[row]!]!) > 1e-12 * Math.abs(value));
    return off ? [j] : [];
  });
  const within = {
    ...frame,
    formula: {...frame.formula, intercept: false},
    names: varying.map((j) => frame.names[j]!),
    x: varying.map((j) => frame.x[j]!),
    termOf: varying.map((j) => frame.termOf[j]!),
    effects: [unit]
  };
  return fitLinear(within, {determined});
}

/** The regression of unit means, each weighing as many rows as it stands for. */
function fitMeans(frame: ModelFrame, unit: Codes, periods: Float64Array): {rss: number; df: number; trace: number} {
  const mean = unitMeans(unit);
  const columns = frame.x.map(mean);
  const {dependent} = orthogonalise(columns);
  const independent = (_: unknown, j: number): boolean => !dependent.includes(j);
  const means: ModelFrame = {
    ...frame,
    n: unit.levels,
    y: mean(frame.y),
    names: frame.names.filter(independent),
    x: columns.filter(independent),
    weights: periods,
    effects: [],
    groups: []
  };
  const fit = fitLinear(means);
  const trace = fit.unscaled.reduce((sum, row, i) => {
    return row.reduce((inner, value, j) => {
      const cross = means.x[i]!.reduce((s, a, k) => s + periods[k]! ** 2 * a * means.x[j]![k]!, 0);
      return inner + value * cross;
    }, sum);
  }, 0);
  return {rss: fit.rss, df: fit.df, trace: frame.n - trace};
}

function hausman(within: LinearFit, random: LinearFit): RandomEffects["hausman"] {
  const names = within.frame.names.filter((name) => random.frame.names.includes(name));
  const parts = [within, random].map((fit) => {
    const at = names.map((name) => fit.frame.names.indexOf(name));
    const {matrix} = classicalVariance(fit);
    return {b: at.map((j) => fit.coefficients[j]!), v: at.map((i) => at.map((j) => matrix[i]![j]!))};
  });
  const [w, r] = parts;
  if (!w || !r || names.length === 0) return null;
  const difference = Float64Array.from(names, (_, i) => w.b[i]! - r.b[i]!);
  const spread = w.v.map((row, i) => row.map((value, j) => value - r.v[i]![j]!));
  const scale = Float64Array.from(spread, (row, i) => Math.sqrt(Math.abs(row[i]!)));
  if (scale.some((value) => !(value > 0))) return null;
  const {values, vectors} = symmetricEigen(
    spread.map((row, i) => row.map((value, j) => value / scale[i]! / scale[j]!))
  );
  const scaled = difference.map((value, i) => value / scale[i]!);
  if (values.some((value) => Math.abs(value) < 1e-12)) return null;
  const chi2 = vectors.reduce((sum, vector, k) => sum + dotProduct(vector, scaled) ** 2 / values[k]!, 0);
  return {chi2: Math.abs(chi2), df: names.length, p: chiSquaredUpper(Math.abs(chi2), names.length)};
}
