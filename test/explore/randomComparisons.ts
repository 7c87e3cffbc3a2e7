import {comparisonData} from "../../src/explore/comparisonData.js";
import {effects, type Comparison} from "../../src/explore/comparison.js";
import {defaultComparison} from "../../src/explore/defaultComparison.js";
import {estimateComparison} from "../../src/explore/estimateComparison.js";
import {exchangeOf} from "../../src/explore/exchangeOf.js";
import type {Grain} from "../../src/explore/grain.js";
import {offeredErrors, offeredSizes, offeredTransforms} from "../../src/explore/offered.js";
import {badgeOf} from "../../src/explore/planned.js";
import type {ExploredStudy} from "../../src/explore/study.js";
import type {ExplorerComparison} from "../../src/explore/takeAway/explorerComparison.js";
import {random} from "../../src/stats/random.js";

/** Comparisons drawn over all controls, those that can be estimated. */
export function randomComparisons(
  grain: Grain,
  study: ExploredStudy,
  {n, seed}: {n: number; seed: number}
): ExplorerComparison[] {
  const {below, uniform} = random(seed);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
  const found: ExplorerComparison[] = [];
  const names = grain.measures.map(({name}) => name);
  for (let tries = 0; found.length < n && tries < 20 * n; tries++) {
    const exposure = pick(names);
    const outcome = pick(names.filter((name) => name !== exposure));
    const controls = uniform() < 0.4 ? [pick(names.filter((name) => name !== exposure && name !== outcome))] : [];
    const comparison: Comparison = {
      ...defaultComparison(grain, study),
      exposure,
      outcome,
      controls,
      lag: grain.kind !== "rows" && uniform() < 0.3 ? below(7) - 3 : 0,
      transform: uniform() < 0.4 ? pick(offeredTransforms(grain)) : "none",
      effects: grain.kind === "panel" ? pick(effects) : "none",
      errors: pick(offeredErrors(grain)),
      weights: uniform() < 0.3 ? (offeredSizes(grain)[0] ?? null) : null,
      years: grain.time !== null && uniform() < 0.3 ? [2011 + below(3), 2017 + below(3)] : null,
      lines: grain.line !== null && uniform() < 0.15 ? ["Systems"] : [],
      brush: uniform() < 0.15 ? middle(grain, exposure) : null
    };
    try {
      found.push(takenOf(comparison, grain, study));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return found;
}

export function takenOf(comparison: Comparison, grain: Grain, study: ExploredStudy): ExplorerComparison {
  const {data, main} = estimateComparison(comparison, grain, {lenses: false});
  return {
    study,
    version: "test",
    grain,
    comparison,
    data,
    main,
    exchange: exchangeOf(comparison, grain, comparisonData(comparison, grain)),
    badge: badgeOf(comparison, grain, study),
    ledger: {entries: [], hypotheses: []}
  };
}

function middle(grain: Grain, name: string): Comparison["brush"] {
  const values = Array.from(grain.columns[name] as Float64Array)
    .filter((value) => !Number.isNaN(value))
    .toSorted((a, b) => a - b);
  const at = (share: number): number => values[Math.floor(share * (values.length - 1))]!;
  return {x: [at(0.1), at(0.9)], y: [-Infinity, Infinity]};
}
