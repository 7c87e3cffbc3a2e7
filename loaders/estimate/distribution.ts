import {betaCdf, betaQuantile, betaUpper} from "../../src/stats/distribution/beta.js";
import {binomialCdf, binomialUpper} from "../../src/stats/distribution/binomial.js";
import {chiSquaredCdf, chiSquaredQuantile, chiSquaredUpper} from "../../src/stats/distribution/chiSquared.js";
import {fisherFCdf, fisherFQuantile, fisherFUpper} from "../../src/stats/distribution/fisherF.js";
import {gammaCdf, gammaQuantile, gammaUpper} from "../../src/stats/distribution/gamma.js";
import {noncentralTCdf, noncentralTUpper} from "../../src/stats/distribution/noncentralT.js";
import {normalCdf, normalQuantile, normalUpper} from "../../src/stats/distribution/normal.js";
import {studentTCdf, studentTQuantile, studentTUpper} from "../../src/stats/distribution/studentT.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {Specification} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

type Kind = "cdf" | "upper" | "quantile";
type Family = Readonly<Partial<Record<Kind, (at: number, ...parameters: number[]) => number>>>;

const FAMILIES: Readonly<Record<string, Family>> = {
  normal: {cdf: normalCdf, upper: normalUpper, quantile: (p) => normalQuantile(p)},
  t: {
    cdf: (t, df = NaN) => studentTCdf(t, df),
    upper: (t, df = NaN) => studentTUpper(t, df),
    quantile: (p, df = NaN) => studentTQuantile(p, df)
  },
  f: {
    cdf: (x, df1 = NaN, df2 = NaN) => fisherFCdf(x, df1, df2),
    upper: (x, df1 = NaN, df2 = NaN) => fisherFUpper(x, df1, df2),
    quantile: (p, df1 = NaN, df2 = NaN) => fisherFQuantile(p, df1, df2)
  },
  chi2: {
    cdf: (x, df = NaN) => chiSquaredCdf(x, df),
    upper: (x, df = NaN) => chiSquaredUpper(x, df),
    quantile: (p, df = NaN) => chiSquaredQuantile(p, df)
  },
  beta: {
    cdf: (x, a = NaN, b = NaN) => betaCdf(x, a, b),
    upper: (x, a = NaN, b = NaN) => betaUpper(x, a, b),
    quantile: (p, a = NaN, b = NaN) => betaQuantile(p, a, b)
  },
  gamma: {
    cdf: (x, shape = NaN) => gammaCdf(x, shape),
    upper: (x, shape = NaN) => gammaUpper(x, shape),
    quantile: (p, shape = NaN) => gammaQuantile(p, shape)
  },
  binomial: {
    cdf: (k, n = NaN, p = NaN) => binomialCdf(k, n, p),
    upper: (k, n = NaN, p = NaN) => binomialUpper(k, n, p)
  },
  noncentral_t: {
    cdf: (t, df = NaN, ncp = NaN) => noncentralTCdf(t, df, ncp),
    upper: (t, df = NaN, ncp = NaN) => noncentralTUpper(t, df, ncp)
  }
};
const ALIASES: Readonly<Record<string, string>> = {
  student: "t",
  studentT: "t",
  F: "f",
  fisherF: "f",
  chisq: "chi2",
  chisquare: "chi2",
  chiSquared: "chi2",
  "chi-squared": "chi2",
  nct: "noncentral_t"
};

/** parameters: a list in the usual order, or an object whose values are in it; at: a number or a list. */
export function distribution(specification: Specification): Estimate<object> {
  const read = specificationReader(specification, {});
  const given = read.text("name");
  const family = FAMILIES[ALIASES[given] ?? given];
  if (!family) throw new RangeError(`invalid name; not one of ${Object.keys(FAMILIES).join(", ")}: ${given}`);
  const kind = read.text("kind", ["cdf", "upper", "quantile"]) as Kind;
  const compute = family[kind];
  if (!compute) throw new RangeError(`invalid kind; ${given} has no ${kind}`);
  const parameters = Object.values(specification.parameters ?? {}).map(Number);
  const at = Array.isArray(specification.at) ? specification.at : [specification.at];
  const values = at.map((entry) => finite(compute(Number(entry), ...parameters)));
  const infinite = values.includes(null) ? ["the value is infinite"] : [];
  return {
    method: "distribution",
    n: 0,
    dropped: [],
    clusters: {},
    terms: [],
    fit: {value: Array.isArray(specification.at) ? values : values[0]},
    warnings: infinite
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
