/**
 * How alike two series look that have nothing to do with each other, and drift as these two do.
 *
 * Model      walk: each series adds up independent normal steps with its own mean and sd; trend: each is its own straight
 *            line with independent normal noise about it. The two are drawn apart from each other
 * Statistic  Pearson's r of the levels; p = (b + 1) / (m + 1) of the m pairs with |r| at least as great
 * Source     Yule (1926), doi:10.2307/2341482; Granger & Newbold (1974), doi:10.1016/0304-4076(74)90034-7
 * Not here   a drift's own uncertainty, which makes unrelated series look less alike; steps that depend on one another
 *
 * @param x, y  in time order, a period apart
 */
import {NotIdentified} from "../../stats/errors/notIdentified.js";
import {correlation} from "../../stats/association/correlation.js";
import {linearTrend} from "../../stats/association/linearTrend.js";
import {mean} from "../../stats/description/mean.js";
import {variance} from "../../stats/description/variance.js";
import type {Random} from "../../stats/random.js";
import {random} from "../../stats/random.js";

export type DriftKind = "walk" | "trend";

export interface UnrelatedOptions {
  readonly kind?: DriftKind;
  readonly draws?: number;
  readonly seed?: number;
}

export interface Unrelated {
  readonly observed: number;
  readonly p: number;
  readonly draws: number;
  readonly seed: number;
  /** number of pairs by r, in steps of a twentieth, each by its middle */
  readonly piles: readonly {readonly r: number; readonly draws: number}[];
}

const steps = 40;

export function unrelatedSeries(
  x: readonly number[],
  y: readonly number[],
  {kind = "walk", draws = 1999, seed = 1}: UnrelatedOptions = {}
): Unrelated {
  const observed = correlation(x, y);
  const [drawX, drawY] = [x, y].map((series, i) =>
    (kind === "walk" ? walk : trend)(series, random(seed).stream(`${kind} ${i}`))
  );
  const counts = new Int32Array(steps);
  let beyond = 0;
  for (let draw = 0; draw < draws; draw++) {
    const r = correlation(drawX!(), drawY!());
    if (Math.abs(r) >= Math.abs(observed) - 1e-12) beyond += 1;
    counts[Math.min(steps - 1, Math.floor(((r + 1) / 2) * steps))]! += 1;
  }
  const piles = Array.from(counts, (count, step) => ({r: (2 * step + 1) / steps - 1, draws: count}));
  return {observed, p: (beyond + 1) / (draws + 1), draws, seed, piles};
}

/** @throws {RangeError} if the series has fewer than three periods */
function walk(series: readonly number[], {normal}: Random): () => Float64Array {
  if (series.length < 3)
    throw new NotIdentified(`not identified: ${series.length} periods; a drift takes 3 or more`, "too few rows", {
      has: series.length,
      needs: 3
    });
  const changes = series.slice(1).map((value, i) => value - (series[i] ?? NaN));
  const [drift, spread] = [mean(changes), Math.sqrt(variance(changes))];
  const drawn = new Float64Array(series.length);
  return () => {
    for (let t = 1; t < drawn.length; t++) drawn[t] = drawn[t - 1]! + drift + spread * normal();
    return drawn;
  };
}

function trend(series: readonly number[], {normal}: Random): () => Float64Array {
  const time = series.map((_, t) => t);
  const {slope, intercept} = linearTrend(series, time).fit;
  const rest = series.map((value, t) => value - intercept - slope * t);
  const spread = Math.sqrt(rest.reduce((sum, value) => sum + value * value, 0) / (series.length - 2));
  const drawn = new Float64Array(series.length);
  return () => {
    for (let t = 0; t < drawn.length; t++) drawn[t] = slope * t + spread * normal();
    return drawn;
  };
}
