import {carefulInterval} from "../careful.js";
import {serialiseComparison} from "../serialiseComparison.js";
import type {ExplorerComparison} from "./explorerComparison.js";
import {specificationOf} from "./specificationOf.js";

/** The estimate with all its digits, and how to have it again. */
export function estimateJson(taken: ExplorerComparison): string {
  const {main, data, exchange, badge, comparison, grain, version, study} = taken;
  const [low, high] = main.slopeInterval ?? [null, null];
  const printed = carefulInterval(main, exchange);
  return `${JSON.stringify(
    {
      study: study.title,
      synthetic: study.synthetic,
      data_version: version,
      status: badge,
      link: `explore.html?${serialiseComparison(comparison, grain)}`,
      specification: specificationOf(taken),
      n: main.n,
      clusters: main.clusters,
      term: {term: data.x, estimate: main.slope, se: main.se, df: main.df, p: main.p, low, high},
      partial_r: {estimate: main.r, low: main.rInterval?.[0] ?? null, high: main.rInterval?.[1] ?? null},
      exchange: exchange && {
        p: exchange.p,
        low: exchange.interval?.[0] ?? null,
        high: exchange.interval?.[1] ?? null,
        draws: exchange.draws,
        seed: exchange.seed
      },
      printed_interval: printed && {low: printed[0], high: printed[1]},
      without_interval: main.refused
    },
    null,
    2
  )}\n`;
}
