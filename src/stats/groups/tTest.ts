import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {mean} from "../description/mean.js";
import {outside} from "../description/outside.js";
import {variance} from "../description/variance.js";
import {logGamma} from "../distribution/logGamma.js";
import {studentTQuantile, studentTTwoSided} from "../distribution/studentT.js";
import type {Estimate} from "../estimate.js";

export interface TTestOptions {
  readonly kind?: "welch" | "pooled" | "paired";
  readonly level?: number;
}

export interface TTestFit {
  /** difference over its standard deviation: of the differences if paired, pooled otherwise */
  readonly d: number;
  /** Hedges' exact small-sample factor; d times it is g */
  readonly correction: number;
  readonly g: number;
}

/**
 * Student's t test of a difference of means: Welch's by default, pooled or paired on request.
 *
 * Source     Welch (1947); Hedges (1981), doi:10.3102/10769986006002107, the exact gamma form of J
 * Checked    R's t.test
 */
export function tTest(
  x: Column,
  y: Column,
  {kind = "welch", level = 0.95, ...others}: TTestOptions = {}
): Estimate<TTestFit> {
  closedOptions("tTest", others, ["kind", "level"]);
  oneOf("kind", kind, ["welch", "pooled", "paired"]);
  if (kind === "paired") {
    const {n, columns, dropped} = completeCases({x, y});
    if (n < 2)
      throw new NotIdentified(`not identified: ${n} complete pairs; a t test takes 2 or more`, "too few rows", {
        has: n,
        needs: 2
      });
    const differences = columns.x.map((value, i) => value - columns.y[i]!);
    const sd = Math.sqrt(variance(differences));
    return answer(
      {method: "t paired", n, dropped},
      mean(differences),
      sd,
      1 / n,
      n - 1,
      n - 1,
      level,
      sd / Math.sqrt(n)
    );
  }
  const a = completeCases({x});
  const b = completeCases({y});
  if (a.n < 2 || b.n < 2)
    throw new NotIdentified(`not identified: ${a.n} and ${b.n} rows; each sample needs 2 or more`, "too few rows", {
      has: Math.min(a.n, b.n),
      needs: 2
    });
  const va = variance(a.columns.x) / a.n;
  const vb = variance(b.columns.y) / b.n;
  const df = a.n + b.n - 2;
  const pooled = Math.sqrt((va * a.n * (a.n - 1) + vb * b.n * (b.n - 1)) / df);
  const welch = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  const share = 1 / a.n + 1 / b.n;
  const se = kind === "welch" ? Math.sqrt(va + vb) : pooled * Math.sqrt(share);
  const parts = {method: `t ${kind}`, n: a.n + b.n, dropped: [...a.dropped, ...b.dropped]};
  return answer(
    parts,
    mean(a.columns.x) - mean(b.columns.y),
    pooled,
    share,
    kind === "welch" ? welch : df,
    df,
    level,
    se
  );
}

function answer(
  parts: Pick<Estimate, "method" | "n" | "dropped">,
  estimate: number,
  sd: number,
  share: number,
  df: number,
  effectDf: number,
  level: number,
  se = sd * Math.sqrt(share)
): Estimate<TTestFit> {
  if (!(se > 0))
    throw new NotIdentified(
      "not identified: no variation, so that the standard error is 0; check the values",
      "no variation"
    );
  const reach = studentTQuantile(outside(level), df, {upper: true}) * se;
  const statistic = estimate / se;
  const correction =
    Math.exp(logGamma(effectDf / 2) - logGamma((effectDf - 1) / 2 || 1e-300)) / Math.sqrt(effectDf / 2);
  return {
    ...parts,
    clusters: {},
    terms: [
      {
        term: "difference",
        estimate,
        se,
        statistic,
        df,
        p: studentTTwoSided(statistic, df),
        low: estimate - reach,
        high: estimate + reach
      }
    ],
    fit: {d: estimate / sd, correction, g: (correction * estimate) / sd},
    warnings: []
  };
}
