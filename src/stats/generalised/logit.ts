/**
 * Binary response by maximum likelihood.
 *
 * Model      P(y = 1) = F(X b), F logistic or normal
 * Estimand   coefficients b, in log odds (logit) or standard deviations of the latent variable (probit)
 * Source     McCullagh & Nelder (1989), chapter 4, Fisher scoring; checked against R's glm
 * Not here   fixed effects, robust errors, bias reduction
 *
 * @throws {RangeError} if the outcome is not 0 or 1, never varies, or is separated by the terms
 */
import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {dotProduct} from "../linalg/dotProduct.js";
import type {Estimate} from "../estimate.js";
import type {FrameOptions} from "../formula/frameOptions.js";
import type {Table} from "../formula/table.js";
import {modelFrame} from "../formula/modelFrame.js";
import {backSolve} from "../linalg/backSolve.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import type {LinkName} from "./link.js";
import {links} from "./link.js";
import {normalTerm} from "./normalTerm.js";

export interface LogitOptions extends Omit<FrameOptions, "groups"> {
  readonly link?: LinkName;
  readonly level?: number;
}

export interface LogitFit {
  readonly deviance: number;
  readonly null_deviance: number;
  readonly logLik: number;
  readonly aic: number;
  readonly df_residual: number;
  readonly iterations: number;
}

export function logit(
  formula: string,
  table: Table,
  {link = "logit", level = 0.95, ...options}: LogitOptions = {}
): Estimate<LogitFit> {
  closedOptions("logit", options, ["link", "level", "unit", "time", "levels", "weights"]);
  oneOf("link", link, Object.keys(links));
  const frame = modelFrame(formula, table, options);
  const {y, x, names, n, weights, effects} = frame;
  if (effects.length > 0)
    throw new InvalidArgument("invalid formula; fixed effects after a bar have no place here: use factor()");
  const odd = y.findIndex((value) => value !== 0 && value !== 1);
  if (odd >= 0) throw new InvalidArgument(`invalid outcome; neither 0 nor 1: ${y[odd]} in row ${frame.rows[odd]! + 1}`);
  const w = weights ?? new Float64Array(n).fill(1);
  const total = w.reduce((sum, value) => sum + value, 0);
  const share = dotProduct(w, y) / total;
  if (share === 0 || share === 1)
    throw new NotIdentified(`not identified: the outcome is ${share} in every row`, "no variation");
  if (n <= names.length)
    throw new NotIdentified(`not identified: ${n} rows, ${names.length} parameters; drop terms`, "too few rows", {
      has: n,
      needs: names.length + 1
    });
  const {cdf, upper, density} = links[link];
  let b = new Float64Array(names.length);
  let eta = new Float64Array(n);
  const devianceAt = (at: Float64Array): number =>
    -2 * at.reduce((sum, value, row) => sum + w[row]! * Math.log(y[row] === 1 ? cdf(value) : upper(value)), 0);
  let deviance = devianceAt(eta);
  let r: readonly Float64Array[] = [];
  let iterations = 0;
  for (let done = false; !done; iterations++) {
    if (iterations === 100)
      throw new NotIdentified("not converged: the likelihood after 100 steps; rescale or drop terms", "not converged");
    const root = eta.map((value, row) => {
      const f = density(value);
      return Math.sqrt((w[row]! * f * f) / (cdf(value) * upper(value)));
    });
    const score = eta.map((value, row) => {
      const f = density(value);
      const residual = y[row] === 1 ? 1 / cdf(value) : -1 / upper(value);
      return root[row]! > 0 ? (w[row]! * f * residual) / root[row]! : 0;
    });
    const scaled = x.map((column) => column.map((value, row) => value * root[row]!));
    const basis = orthogonalise(scaled);
    if (basis.dependent.length > 0) {
      if (iterations > 3) throw separated(formula);
      const which = basis.dependent.map((j) => names[j]).join(", ");
      throw new NotIdentified(`not identified: ${which} can be computed from the other terms; drop one`, "collinear");
    }
    r = basis.r;
    const step = backSolve(
      r,
      basis.q.map((column) => dotProduct(column, score))
    );
    for (let size = 1; ; size /= 2) {
      const next = b.map((value, j) => value + size * step[j]!);
      const nextEta = new Float64Array(n);
      x.forEach((column, j) => {
        for (let row = 0; row < n; row++) nextEta[row]! += next[j]! * column[row]!;
      });
      const lower = devianceAt(nextEta);
      if (lower <= deviance + 1e-10 * (1 + deviance) || size < 1e-8) {
        done = Math.abs(deviance - lower) <= 1e-14 * (Math.abs(deviance) + 0.1);
        [b, eta, deviance] = [next, nextEta, lower];
        break;
      }
    }
    if (deviance < 1e-6 * total) throw separated(formula);
  }
  const inverse = names.map((_, j) =>
    backSolve(
      r,
      Float64Array.from(names, (_name, i) => (i === j ? 1 : 0))
    )
  );
  const variance = names.map((_, i) => inverse.reduce((sum, column) => sum + column[i]! ** 2, 0));
  if (isRunaway(eta, variance)) throw separated(formula);
  return {
    method: `${link}, maximum likelihood`,
    n,
    dropped: frame.dropped,
    clusters: {},
    terms: names.map((term, j) => normalTerm(term, b[j]!, Math.sqrt(variance[j]!), level)),
    fit: {
      deviance,
      null_deviance: -2 * total * (share * Math.log(share) + (1 - share) * Math.log(1 - share)),
      logLik: -deviance / 2,
      aic: deviance + 2 * names.length,
      df_residual: n - names.length,
      iterations
    },
    warnings: []
  };
}

/** Whether chances have gone to 0 or 1 along a direction in which the likelihood is flat. */
function isRunaway(eta: Float64Array, variance: readonly number[]): boolean {
  return eta.some((value) => Math.abs(value) > 14) && variance.some((value) => value > 1e4);
}

function separated(formula: string): RangeError {
  return new NotIdentified(
    `not identified: the terms separate the outcomes of ${formula}, so that a coefficient runs to infinity; drop the term or merge levels`,
    "separated"
  );
}
