/**
 * What those who did not answer could make of an estimate.
 *
 * Model      a unit's mean over all who were asked is r y + (1 - r) s, r the share who answered, y their mean, s that of the
 *            silent; the estimate is linear in the units' means, b = w'y
 * Bounds     s at either end of the scale, whichever moves b further (Manski 2003); and s lower than y by d for each unit of
 *            participation, with the d at which nothing is left of b
 * Rows       released cells; units and years of which invitations are shown
 */
import {modelFrame} from "../../stats/formula/modelFrame.js";
import {fitLinear} from "../../stats/regression/fitLinear.js";
import {ols} from "../../stats/regression/ols.js";
import type {Plan} from "../context.js";
import {evidenceFrom} from "../evidenceFrom.js";
import type {Evidence} from "../finding.js";
import {decimal} from "../format.js";
import {responseOf} from "./responseOf.js";
import type {SurveyCells} from "./surveyCells.js";
import {say} from "../../words/say.js";

export interface SilentBounds {
  readonly n: number;
  /** among those who answered */
  readonly answered: number;
  /** whatever the silent would have said */
  readonly low: number;
  readonly high: number;
  /** the estimate, were the silent of a unit with full participation so many points lower than those who answered there */
  readonly path: readonly Evidence[];
  /** how much lower they would have to be to leave nothing; null where no difference could */
  readonly tipping: number | null;
}

/** `step`: the difference in the exposure that the estimates are of. Null where the plan's model can't be fitted to the units and years of which response is known. */
export function silentBounds(
  cells: SurveyCells,
  values: readonly number[],
  {
    plan: {specification, term},
    scale: [minimum, maximum],
    step: printed = 1
  }: {plan: Plan; scale: readonly [number, number]; step?: number}
): SilentBounds | null {
  const response = responseOf(cells);
  const mean = values.map((value, i) => (Number.isNaN(response[i] ?? NaN) ? NaN : value));
  if (mean.every((value) => Number.isNaN(value))) return null;
  const {frame, influence} = fitLinear(
    modelFrame(specification, {...cells.keys, [term]: [...cells.exposure], mean}, {})
  );
  const weights = influence[frame.names.indexOf(term)];
  if (!weights) return null;
  const places = Array.from(frame.rows);
  const apply = (of: (place: number, weight: number) => number): number =>
    places.reduce((sum, place, i) => sum + (weights[i] ?? 0) * of(place, weights[i] ?? 0), 0);
  const whole = (place: number, silent: number): number => {
    const share = response[place] ?? NaN;
    return share * (values[place] ?? NaN) + (1 - share) * silent;
  };
  const answered = apply((place) => values[place] ?? NaN);
  const moved = apply((place) => (cells.exposure[place] ?? NaN) * (1 - (response[place] ?? NaN)));
  const tipping = Math.abs(moved) > 1e-9 ? answered / moved : null;
  const supposed = (lower: number): Evidence => {
    const adjusted = mean.map((value, i) => value - lower * (cells.exposure[i] ?? NaN) * (1 - (response[i] ?? NaN)));
    const label =
      lower === 0
        ? say("Those who did not answer like those who did")
        : say("{0} points {1}", decimal(Math.abs(lower), 1), lower > 0 ? say("lower") : say("higher"));
    const fitted = ols(
      specification,
      {...cells.keys, [term]: cells.exposure, mean: adjusted},
      {cluster: "department_id", about: term}
    );
    return evidenceFrom(fitted, {label, term, unit: "points", rows: say("unit-years"), scale: printed});
  };
  const step = (maximum - minimum) / 8;
  return {
    n: places.length,
    answered: printed * answered,
    low: printed * apply((place, weight) => whole(place, weight > 0 ? minimum : maximum)),
    high: printed * apply((place, weight) => whole(place, weight > 0 ? maximum : minimum)),
    path: [-1, 0, 1, 2].map((times) => supposed(times * step)),
    tipping
  };
}
