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
  normal: {
    cdf: (x, mean = 0, sd = 1) => normalCdf((x - mean) / sd),
    upper: (x, mean = 0, sd = 1) => normalUpper((x - mean) / sd),
    quantile: (p, mean = 0, sd = 1) => mean + sd * normalQuantile(p)
  },
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
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  normal: ["mean", "sd"],
  t: ["df"],
  f: ["df1", "df2"],
  chi2: ["df"],
  beta: ["a", "b"],
  gamma: ["shape"],
  binomial: ["n", "p"],
  noncentral_t: ["df", "ncp"]
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

/** parameters: a list in the usual order, or an object by name; at: a number or a list. */
export function distribution(specification: Specification): Estimate<object> {
  const read = specificationReader(specification, {});
  const given = read.text("name");
  const name = ALIASES[given] ?? given;
  const family = FAMILIES[name];
  if (!family) throw new RangeError(`invalid name; not one of ${Object.keys(FAMILIES).join(", ")}: ${given}`);
  const kind = read.text("kind", ["cdf", "upper", "quantile"]) as Kind;
  const compute = family[kind];
  if (!compute) throw new RangeError(`invalid kind; ${given} has no ${kind}`);
  const parameters = parametersOf(name, specification.parameters ?? []);
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

function parametersOf(name: string, given: object): number[] {
  if (Array.isArray(given)) return given.map(Number);
  const names = PARAMETERS[name] ?? [];
  const values = new Map<string, unknown>(Object.entries(given));
  const stray = [...values.keys()].find((key) => !names.includes(key));
  if (stray !== undefined) throw new RangeError(`invalid parameters; ${name} takes ${names.join(", ")}, not ${stray}`);
  return names.slice(0, name === "normal" && values.size === 0 ? 0 : names.length).map((key) => {
    const value = values.get(key);
    if (typeof value !== "number") throw new RangeError(`missing parameter ${key}; ${name} needs it`);
    return value;
  });
}
