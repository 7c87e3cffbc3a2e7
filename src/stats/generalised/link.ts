import {normalCdf, normalDensity, normalUpper} from "../distribution/normal.js";

export type LinkName = "logit" | "probit";

/** A distribution of the latent variable: its two tails and its density with the slope of that. */
export interface Link {
  cdf(x: number): number;
  upper(x: number): number;
  density(x: number): number;
  slope(x: number): number;
}

const logistic = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

export const links: Readonly<Record<LinkName, Link>> = {
  logit: {
    cdf: logistic,
    upper: (x) => logistic(-x),
    density: (x) => logistic(x) * logistic(-x),
    slope: (x) => logistic(x) * logistic(-x) * (logistic(-x) - logistic(x))
  },
  probit: {
    cdf: normalCdf,
    upper: normalUpper,
    density: normalDensity,
    slope: (x) => -x * normalDensity(x)
  }
};

/** Chance between two cuts, by the tail in which it keeps its digits; 0 if they are out of order. */
export function between(link: Link, low: number, high: number): number {
  if (!(high > low)) return 0;
  return low > 0 ? link.upper(low) - link.upper(high) : link.cdf(high) - link.cdf(low);
}
