import {greatestOf} from "../description/greatestOf.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {inverse} from "../linalg/inverse.js";
import {between, type Link} from "./link.js";
import type {Answers, Slope} from "./ordinalAnswers.js";

export interface Fitted {
  readonly at: Float64Array;
  readonly covariance: readonly (readonly number[])[];
  readonly logLik: number;
}

/** Newton's steps from the shares of the answers; a slope of its `own` at each threshold where that is asked. */
export function fitFixed({slopes, labels, answer, weights}: Answers, link: Link, own: readonly boolean[] = []): Fitted {
  const cuts = labels.length - 1;
  let size = cuts;
  const starts = slopes.map((_, k) => {
    size += own[k] ? cuts : 1;
    return size - (own[k] ? cuts : 1);
  });
  const placeOf = (k: number, cut: number): number => starts[k]! + (own[k] ? cut : 0);
  let at = new Float64Array(size);
  const total = weights.reduce((sum, value) => sum + value, 0);
  let below = 0;
  for (let j = 0; j < cuts; j++) {
    answer.forEach((place, row) => (below += place === j ? weights[row]! : 0));
    at[j] = Math.log(below / (total - below));
  }
  const cutAt = (point: Float64Array, row: number, cut: number): number =>
    slopes.reduce((rest, {values}, k) => rest - values[row]! * point[placeOf(k, cut)]!, point[cut]!);
  const ends = (point: Float64Array, row: number): [number, number] => {
    const place = answer[row]!;
    return [
      place === 0 ? -Infinity : cutAt(point, row, place - 1),
      place === cuts ? Infinity : cutAt(point, row, place)
    ];
  };
  const logLikAt = (point: Float64Array): number => {
    let sum = 0;
    for (let row = 0; row < answer.length; row++) sum += weights[row]! * Math.log(between(link, ...ends(point, row)));
    return sum;
  };
  let logLik = logLikAt(at);
  for (let round = 0; round < 100; round++) {
    const {gradient, information} = derivatives(at);
    const covariance = inverse(information);
    if (!covariance) throw unidentified(slopes, round);
    const step = covariance.map((row) => row.reduce((sum, value, j) => sum + value * gradient[j]!, 0));
    let share = 1;
    let next = at.map((value, j) => value + step[j]!);
    let higher = logLikAt(next);
    while (!(higher >= logLik - 1e-12 * Math.abs(logLik)) && share > 1e-9) {
      share /= 2;
      next = at.map((value, j) => value + share * step[j]!);
      higher = logLikAt(next);
    }
    const gain = higher - logLik;
    [at, logLik] = [next, higher];
    if (gain < 1e-13 * Math.abs(logLik) && greatestOf(step.map(Math.abs)) < 1e-9) {
      return {at, covariance: inverse(derivatives(at).information) ?? covariance, logLik};
    }
    if (greatestOf(at.map(Math.abs)) > 1e3 || logLik > -1e-8) throw unidentified(slopes, round);
  }
  throw unidentified(slopes, 100);

  function derivatives(point: Float64Array): {gradient: Float64Array; information: number[][]} {
    const gradient = new Float64Array(size);
    const information = Array.from({length: size}, () => Array.from({length: size}, () => 0));
    const du = new Float64Array(size);
    const dl = new Float64Array(size);
    for (let row = 0; row < answer.length; row++) {
      const [low, high] = ends(point, row);
      const p = between(link, low, high);
      const place = answer[row]!;
      const [fl, fh] = [Number.isFinite(low) ? link.density(low) : 0, Number.isFinite(high) ? link.density(high) : 0];
      const [sl, sh] = [Number.isFinite(low) ? link.slope(low) : 0, Number.isFinite(high) ? link.slope(high) : 0];
      du.fill(0);
      dl.fill(0);
      if (place < cuts) du[place] = 1;
      if (place > 0) dl[place - 1] = 1;
      slopes.forEach(({values}, k) => {
        if (place < cuts) du[placeOf(k, place)] = -values[row]!;
        if (place > 0) dl[placeOf(k, place - 1)] = -values[row]!;
      });
      for (let a = 0; a < size; a++) {
        const ga = (fh * du[a]! - fl * dl[a]!) / p;
        gradient[a]! += weights[row]! * ga;
        for (let b = 0; b <= a; b++) {
          const gb = (fh * du[b]! - fl * dl[b]!) / p;
          const second = (sh * du[a]! * du[b]! - sl * dl[a]! * dl[b]!) / p;
          const value = weights[row]! * (ga * gb - second);
          information[a]![b]! += value;
          if (b < a) information[b]![a]! += value;
        }
      }
    }
    return {gradient, information};
  }
}

function unidentified(slopes: readonly Slope[], round: number): RangeError {
  const terms = slopes.map(({name}) => name).join(", ");
  return new NotIdentified(
    round < 3
      ? `not identified: a term can be computed from the others, or never varies, among ${terms}; drop it`
      : `not identified: the terms ${terms} separate the answers, so that a coefficient runs to infinity; drop one or merge answers`,
    "no variation"
  );
}
