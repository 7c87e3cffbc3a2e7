/**
 * Variance of a linear fit that allows for serial correlation.
 *
 * Model      V = Z' (G_0 + sum_l w_l (G_l + G_l')) Z, G_l = sum_t e_t e_(t-l) x_t x_(t-l)', w_l = 1 - l / (lag + 1);
 *            in a panel products are taken within units only. With times given l counts periods, the least step in time
 *            being one, so that rows on either side of a gap are as far apart as the gap is wide
 * Lag        as given, or the whole part of Newey and West's automatic bandwidth, without prewhitening
 * Source     Newey & West (1987), doi:10.2307/1913610, and (1994), doi:10.2307/2297912; checked against R's sandwich
 */
import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {dotProduct} from "../linalg/dotProduct.js";
import type {Codes} from "../formula/labelCodes.js";
import {combine} from "./fitLinear.js";
import type {LinearFit} from "./fitLinear.js";
import {follows, stepOf} from "./periods.js";
import type {Variance} from "./coefficientVariance.js";

export interface NeweyWestOptions {
  readonly lag: number | "auto";
  /** times n / (n - k) */
  readonly adjust?: boolean;
  /** period of each row; without it rows are in order */
  readonly time?: Float64Array | null;
  readonly unit?: Codes | null;
}

/** @throws {RangeError} if the lag is no whole number below the number of periods */
export function neweyWest(
  fit: LinearFit,
  {lag, adjust = false, time = null, unit = null, ...others}: NeweyWestOptions
): Variance & {readonly lag: number} {
  closedOptions("neweyWest", others, ["lag", "adjust", "time", "unit"]);
  const {frame, residuals, influence} = fit;
  const order = Int32Array.from({length: frame.n}, (_, row) => row).toSorted(
    (a, b) => (unit ? unit.codes[a]! - unit.codes[b]! : 0) || (time ? time[a]! - time[b]! : a - b)
  );
  const scores = influence.map((column) => Float64Array.from(order, (row) => column[row]! * residuals[row]!));
  const chosen = lag === "auto" ? Math.floor(automaticBandwidth(fit, order)) : lag;
  if (!Number.isInteger(chosen) || chosen < 0 || chosen >= frame.n)
    throw new InvalidArgument(`invalid nw; a lag is a whole number from 0 to ${frame.n - 1}, or auto: ${lag}`);
  const matrix = scores.map((a) => Float64Array.from(scores, (b) => dotProduct(a, b)));
  const pairs = pairsOf(order, {time, unit});
  for (let back = 1; back <= chosen; back++) {
    const weight = 1 - back / (chosen + 1);
    const [later, earlier] = pairs(back);
    const [ahead, behind] = [later!, earlier!].map((places) =>
      scores.map((column) => Float64Array.from(places, (place) => column[place]!))
    );
    matrix.forEach((row, i) => {
      for (let j = 0; j < row.length; j++)
        row[j]! += weight * (dotProduct(ahead![i]!, behind![j]!) + dotProduct(ahead![j]!, behind![i]!));
    });
  }
  const scale = adjust ? frame.n / fit.df : 1;
  return {
    method: `Newey-West, lag ${chosen}`,
    lag: chosen,
    matrix: matrix.map((row) => row.map((value) => value * scale)),
    df: new Float64Array(frame.names.length).fill(fit.df)
  };
}

/** Places in the order of the rows so many periods apart, within units; by position where there are no times. */
function pairsOf(
  order: Int32Array,
  {time, unit}: Required<Pick<NeweyWestOptions, "time" | "unit">>
): (back: number) => readonly [readonly number[], readonly number[]] {
  const of = (place: number): number => (unit ? unit.codes[order[place]!]! : 0);
  const at = (place: number): number => (time ? time[order[place]!]! : place);
  const steps = Array.from(order, (_, place) =>
    place > 0 && of(place) === of(place - 1) ? at(place) - at(place - 1) : NaN
  );
  if (time && steps.includes(0))
    throw new InvalidArgument("invalid time; two rows of one period; give one row a period, or the panel's unit");
  const step = stepOf(steps);
  return (back) => {
    const [later, earlier]: [number[], number[]] = [[], []];
    for (let place = 1, before = 0; place < order.length; place++) {
      while (before < place && (of(before) !== of(place) || at(place) - at(before) > (back + 1e-6) * step)) before += 1;
      if (!follows(at(place) - at(before), step, back)) continue;
      later.push(place);
      earlier.push(before);
    }
    return [later, earlier];
  };
}

/** For Bartlett's kernel, from the sum of the slopes' scores. */
function automaticBandwidth({frame, x, residuals}: LinearFit, order: Int32Array): number {
  const {n, names} = frame;
  const slopes = names.map((name) => (name === "(Intercept)" && names.length > 1 ? 0 : 1));
  const sum = combine(x, slopes);
  const h = Float64Array.from(order, (row) => sum[row]! * residuals[row]!);
  const reach = Math.floor(4 * (n / 100) ** (2 / 9));
  const products = Array.from({length: reach + 1}, (_, back) => dotProduct(h.slice(back), h.slice(0, n - back)) / n);
  const s0 = products.reduce((total, value, back) => total + (back === 0 ? value : 2 * value), 0);
  const s1 = products.reduce((total, value, back) => total + 2 * back * value, 0);
  return 1.1447 * Math.cbrt((s1 / s0) ** 2 * n);
}
