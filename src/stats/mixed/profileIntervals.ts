/**
 * Intervals by profile likelihood: where minus twice the log likelihood, all else at its best, is the chi-squared quantile
 * above its least.
 *
 * Model      the full likelihood, whatever the fit's, as in R's lme4; a standard deviation's interval ends at 0 where 0 is
 *            within
 * Source     Bates, Machler, Bolker & Walker (2015), doi:10.18637/jss.v067.i01, section 5.1; checked against confint()
 * Not here   standard deviations and correlations of effects that vary together
 */
import {chiSquaredQuantile} from "../distribution/chiSquared.js";
import {outside} from "../description/outside.js";
import {minimise} from "../optimise/minimise.js";

export type ProfileInterval = readonly [low: number, high: number];

export interface ProfileIntervals {
  /** standard deviations, by group, then by term; terms that are alone in their bracket */
  readonly sd: Readonly<Record<string, Readonly<Record<string, ProfileInterval>>>>;
  readonly sigma: ProfileInterval;
  readonly fixed: Readonly<Record<string, ProfileInterval>>;
}

export interface ProfileProblem {
  readonly n: number;
  /** unit of the residual sum of squares' root */
  readonly spread: number;
  readonly names: readonly string[];
  /** which factor is a standard deviation over sigma, and how many times */
  readonly alone: readonly {
    readonly group: string;
    readonly term: string;
    readonly place: number;
    readonly scale: number;
  }[];
  /** where the full likelihood is greatest */
  readonly theta: Float64Array;
  readonly evaluate: (theta: Float64Array) => ProfilePoint | null;
}

export interface ProfilePoint {
  readonly logDet: number;
  readonly rss: number;
  readonly b: Float64Array;
  readonly unscaled: readonly Float64Array[];
}

export function profileIntervals(
  {n, spread, names, alone, theta, evaluate}: ProfileProblem,
  level = 0.95
): ProfileIntervals {
  const bar = Math.sqrt(chiSquaredQuantile(outside(level) * 2, 1, {upper: true}));
  const peak = evaluate(theta)!;
  const sigma = spread * Math.sqrt(peak.rss / n);
  const least = atSigma(peak, sigma);
  const from = theta.map((value) => (Math.abs(value) < 0.05 ? 0.1 : value));

  function atSigma({logDet, rss}: ProfilePoint, s: number): number {
    return logDet + n * Math.log(s * s) + (rss * spread * spread) / (s * s);
  }
  /** how far the best of the other parameters stands above the least, as a root */
  const risenBy = (deviance: (others: Float64Array) => number, start: Float64Array): number =>
    Math.sqrt(Math.max(0, minimise(deviance, start).value - least));
  const given = (take: (point: ProfilePoint) => number) => (at: Float64Array) => {
    const point = evaluate(at);
    return point ? take(point) : Infinity;
  };

  const ofSigma = (s: number): number =>
    risenBy(
      given((point) => atSigma(point, s)),
      from
    );
  const ofSd =
    (place: number, scale: number) =>
    (sd: number): number =>
      risenBy(
        (others) => {
          const s = sigma * Math.exp(others[place]!);
          return given((point) => atSigma(point, s))(others.with(place, sd / scale / s));
        },
        from.with(place, 0)
      );
  const ofFixed =
    (j: number) =>
    (value: number): number =>
      risenBy(
        given(({logDet, rss, b, unscaled}) => {
          const whole = rss * spread * spread + (value - b[j]!) ** 2 / unscaled[j]![j]!;
          return logDet + n + n * Math.log(whole / n);
        }),
        from
      );

  const sd: Record<string, Record<string, ProfileInterval>> = {};
  for (const {group, term, place, scale} of alone) {
    const best = Math.abs(theta[place]!) * scale * sigma;
    const risen = ofSd(place, scale);
    const low = best > 0 && risen(0) > bar ? crossing(risen, bar, best, -best / 2, 0) : 0;
    (sd[group] ??= {})[term] = [low, crossing(risen, bar, best, best > 0 ? best / 2 : 0.1 * scale * sigma)];
  }
  return {
    sd,
    sigma: [crossing(ofSigma, bar, sigma, -sigma / 8, 0), crossing(ofSigma, bar, sigma, sigma / 8)],
    fixed: Object.fromEntries(
      names.map((name, j) => {
        const reach = 2 * sigma * Math.sqrt(peak.unscaled[j]![j]!);
        const ends = [-reach, reach].map((step) => crossing(ofFixed(j), bar, peak.b[j]!, step));
        return [name, [ends[0]!, ends[1]!]];
      })
    )
  };
}

/** Where a root that rises from 0 at `best` reaches the bar: steps outward, then false position, Illinois' way. */
function crossing(risen: (value: number) => number, bar: number, best: number, step: number, limit = Infinity): number {
  let [inner, below] = [best, -bar];
  let outer = best + step;
  let above = risen(outer) - bar;
  for (let round = 0; above < 0 && round < 60; round++) {
    [inner, below] = [outer, above];
    outer = limit === Infinity ? best + (outer - best) * 2 : (outer + limit) / 2;
    above = risen(outer) - bar;
  }
  for (let round = 0; round < 60 && Math.abs(outer - inner) > 1e-7 * Math.abs(outer - best); round++) {
    const middle = inner - (below * (outer - inner)) / (above - below);
    const height = risen(middle) - bar;
    if (Math.abs(height) < 1e-8) return middle;
    if (height > 0 === above > 0) {
      [outer, above] = [middle, height];
      below /= 2;
    } else {
      [inner, below] = [outer, above];
      [outer, above] = [middle, height];
    }
  }
  return outer;
}
