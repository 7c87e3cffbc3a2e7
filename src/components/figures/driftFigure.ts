import {count, percent} from "../../evidence/format.js";
import {type DriftKind, type Unrelated, unrelatedSeries} from "../../evidence/series/unrelatedSeries.js";
import type {FigureOptions} from "../parts/figure.js";
import {nullDistribution} from "./nullDistribution.js";
import {say} from "../../words/say.js";

/** Two series in time order, and how they are called. */
export interface Drifting {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * Correlations of pairs that drift as two series do and have nothing to do with each other, the series' own marked.
 *
 * @param drawn  the pairs, where they were drawn before
 */
export function driftFigure(
  {x, y}: Drifting,
  {
    kind = "walk",
    seed = 1,
    drawn,
    ...options
  }: FigureOptions & {readonly kind?: DriftKind; readonly seed?: number; readonly drawn?: Unrelated} = {}
): HTMLElement {
  const {piles, observed, p, draws} = drawn ?? unrelatedSeries(x, y, {kind, seed});
  return nullDistribution(
    piles.filter((pile) => pile.draws > 0),
    {
      value: {name: "r", label: say("Correlation of two unrelated series"), digits: 3},
      draws: {name: "draws", label: say("Pairs"), digits: 0}
    },
    {
      observed,
      ...options,
      title: say("{0} of {1} unrelated pairs look as much alike as ours, or more", percent(p), count(draws)),
      note: say("Seed {0}.", count(seed))
    }
  );
}
