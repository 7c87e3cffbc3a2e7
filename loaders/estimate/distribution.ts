import * as z from "zod/mini";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {betaCdf, betaQuantile, betaUpper} from "../../src/stats/distribution/beta.js";
import {binomialCdf, binomialQuantile, binomialUpper} from "../../src/stats/distribution/binomial.js";
import {chiSquaredCdf, chiSquaredQuantile, chiSquaredUpper} from "../../src/stats/distribution/chiSquared.js";
import {fisherFCdf, fisherFQuantile, fisherFUpper} from "../../src/stats/distribution/fisherF.js";
import {gammaCdf, gammaQuantile, gammaUpper} from "../../src/stats/distribution/gamma.js";
import {
  noncentralChiSquaredCdf,
  noncentralChiSquaredQuantile,
  noncentralChiSquaredUpper
} from "../../src/stats/distribution/noncentralChiSquared.js";
import {noncentralFCdf, noncentralFQuantile, noncentralFUpper} from "../../src/stats/distribution/noncentralF.js";
import {noncentralTCdf, noncentralTQuantile, noncentralTUpper} from "../../src/stats/distribution/noncentralT.js";
import {normalCdf, normalQuantile, normalUpper} from "../../src/stats/distribution/normal.js";
import {positive} from "../../src/stats/distribution/positive.js";
import {studentTCdf, studentTQuantile, studentTUpper} from "../../src/stats/distribution/studentT.js";
import {defineMethod} from "./defineMethod.js";
import {one} from "./optionTypes.js";

type Name = string;
type Kind = "cdf" | "upper" | "quantile";
type Family = Readonly<Partial<Record<Kind, (at: number, ...parameters: number[]) => number>>>;

const FAMILIES: Readonly<Record<string, Family>> = {
  normal: {
    cdf: (x, mean = NaN, sd = NaN) => normalCdf((x - mean) / sd),
    upper: (x, mean = NaN, sd = NaN) => normalUpper((x - mean) / sd),
    quantile: (p, mean = NaN, sd = NaN) => mean + sd * normalQuantile(p)
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
    cdf: (x, shape = NaN, rate = NaN) => gammaCdf(x * rate, shape),
    upper: (x, shape = NaN, rate = NaN) => gammaUpper(x * rate, shape),
    quantile: (p, shape = NaN, rate = NaN) => gammaQuantile(p, shape) / rate
  },
  binomial: {
    cdf: (k, n = NaN, p = NaN) => binomialCdf(k, n, p),
    upper: (k, n = NaN, p = NaN) => binomialUpper(k, n, p),
    quantile: (at, n = NaN, p = NaN) => binomialQuantile(at, n, p)
  },
  noncentral_t: {
    cdf: (t, df = NaN, ncp = NaN) => noncentralTCdf(t, df, ncp),
    upper: (t, df = NaN, ncp = NaN) => noncentralTUpper(t, df, ncp),
    quantile: (p, df = NaN, ncp = NaN) => noncentralTQuantile(p, df, ncp)
  },
  noncentral_f: {
    cdf: (x, df1 = NaN, df2 = NaN, ncp = NaN) => noncentralFCdf(x, df1, df2, ncp),
    upper: (x, df1 = NaN, df2 = NaN, ncp = NaN) => noncentralFUpper(x, df1, df2, ncp),
    quantile: (p, df1 = NaN, df2 = NaN, ncp = NaN) => noncentralFQuantile(p, df1, df2, ncp)
  },
  noncentral_chi2: {
    cdf: (x, df = NaN, ncp = NaN) => noncentralChiSquaredCdf(x, df, ncp),
    upper: (x, df = NaN, ncp = NaN) => noncentralChiSquaredUpper(x, df, ncp),
    quantile: (p, df = NaN, ncp = NaN) => noncentralChiSquaredQuantile(p, df, ncp)
  }
};
/** in R's order, with what stands in where one is left out */
const PARAMETERS: Readonly<Record<string, Readonly<Record<string, number | null>>>> = {
  normal: {mean: 0, sd: 1},
  t: {df: null},
  f: {df1: null, df2: null},
  chi2: {df: null},
  beta: {a: null, b: null},
  gamma: {shape: null, rate: 1},
  binomial: {n: null, p: null},
  noncentral_t: {df: null, ncp: null},
  noncentral_f: {df1: null, df2: null, ncp: null},
  noncentral_chi2: {df: null, ncp: null}
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
  nct: "noncentral_t",
  ncf: "noncentral_f",
  ncchi2: "noncentral_chi2"
};

/** a number, or one written as text, as Infinity is */
const point = z.union([
  z.number(),
  z
    .string()
    .check(
      z.refine((value) => value.trim() !== "" && !Number.isNaN(Number(value)), "not a number or a list of numbers")
    )
]);

/** parameters: a list in the usual order, or an object by name; at: a number or a list. */
export const distribution = defineMethod(
  "distribution",
  {
    name: one(...(Object.keys(FAMILIES) as Name[]), ...(Object.keys(ALIASES) as Name[])),
    kind: one("cdf", "upper", "quantile"),
    at: z.union([point, z.array(point)]),
    parameters: z.optional(z.union([z.number(), z.array(z.number()), z.record(z.string(), z.number())]))
  },
  ({name: given, kind, at: asked, parameters: listed = []}) => {
    const name = ALIASES[given] ?? given;
    const compute = FAMILIES[name]?.[kind];
    if (!compute) throw new InvalidArgument(`invalid kind; ${given} has no ${kind}`);
    const parameters = parametersOf(name, listed);
    const values = [asked].flat().map((entry) => finite(compute(Number(entry), ...parameters)));
    return {
      method: "distribution",
      n: 0,
      dropped: [],
      clusters: {},
      terms: [],
      fit: {value: Array.isArray(asked) ? values : values[0]},
      warnings: values.includes(null) ? ["the value is infinite"] : []
    };
  }
);

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function parametersOf(name: string, given: unknown): number[] {
  const defaults = PARAMETERS[name]!;
  const names = Object.keys(defaults);
  const list = typeof given === "object" && given !== null ? given : [given];
  const values = new Map<string, unknown>(
    Array.isArray(list) ? list.map((value, i) => [names[i] ?? `a parameter ${i + 1}`, value]) : Object.entries(list)
  );
  const stray = [...values.keys()].find((key) => !names.includes(key));
  if (stray !== undefined)
    throw new InvalidArgument(`invalid parameters; ${name} takes ${names.join(", ")}, not ${stray}`);
  return names.map((key) => {
    const value = values.get(key) ?? defaults[key];
    if (value === null || value === undefined) throw new InvalidArgument(`missing parameter ${key}; ${name} needs it`);
    if (typeof value !== "number" || Number.isNaN(value))
      throw new InvalidArgument(`invalid ${key}; not a number: ${JSON.stringify(value)}`);
    if (key === "sd" || key === "rate") positive(key, value);
    return value;
  });
}
