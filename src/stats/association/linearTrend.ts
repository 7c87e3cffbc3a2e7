import {closedOptions} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {centre} from "../description/centre.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {mean} from "../description/mean.js";
import {outside} from "../description/outside.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {studentTQuantile, studentTTwoSided} from "../distribution/studentT.js";
import type {Estimate} from "../estimate.js";
import type {TheilSenFit, TrendOptions} from "./theilSen.js";

/**
 * Straight line in time by least squares, errors taken as independent with equal variances.
 *
 * Checked    R's lm
 * Not here   autocorrelation, which makes this interval too narrow
 */
export function linearTrend(
  y: Column,
  time: Column,
  {level = 0.95, ...others}: TrendOptions = {}
): Estimate<TheilSenFit> {
  closedOptions("linearTrend", others, ["level"]);
  const {n, columns, dropped} = completeCases({y, time});
  if (n < 3)
    throw new NotIdentified(`not identified: ${n} periods; a trend with its error takes 3 or more`, "too few rows", {
      has: n,
      needs: 3
    });
  const t = centre(columns.time);
  const v = centre(columns.y);
  const stt = dotProduct(t);
  if (!(stt > 0))
    throw new NotIdentified(`invalid time; constant: ${columns.time[0]}; give one row a period`, "no variation");
  const slope = dotProduct(t, v) / stt;
  const df = n - 2;
  const se = Math.sqrt(dotProduct(v.map((value, i) => value - slope * t[i]!)) / df / stt);
  const reach = studentTQuantile(outside(level), df, {upper: true}) * se;
  const exact = se === 0;
  return {
    method: "ols trend",
    n,
    dropped,
    clusters: {},
    terms: [
      {
        term: "slope",
        estimate: slope,
        se,
        statistic: exact ? null : slope / se,
        df,
        p: exact ? null : studentTTwoSided(slope / se, df),
        low: slope - reach,
        high: slope + reach
      }
    ],
    fit: {slope, intercept: mean(columns.y) - slope * mean(columns.time)},
    warnings: exact ? ["the series is a straight line, so that no test is defined"] : []
  };
}
