import {argsort} from "../description/argsort.js";
import {middle} from "../description/middle.js";

export interface Differences {
  /** rising; each once where values are tied, else one a pair */
  readonly places: Float64Array;
  /** of all pairs */
  readonly median: number;
}

/** Every x less every y. Tied values are taken together, so that answers in a few steps make few differences. */
export function differencesOf(x: Float64Array, y: Float64Array): Differences {
  const [a, b] = [distinct(x), distinct(y)];
  const places = new Float64Array(a.values.length * b.values.length);
  const each = new Float64Array(places.length);
  let at = 0;
  a.values.forEach((value, i) => {
    for (let j = 0; j < b.values.length; j++) {
      each[at] = a.counts[i]! * b.counts[j]!;
      places[at++] = value - b.values[j]!;
    }
  });
  const sorted = places.toSorted();
  if (at === x.length * y.length) return {places: sorted, median: middle(sorted)};
  const order = argsort(places);
  return {places: sorted, median: weighted(places, each, order, x.length * y.length)};
}

function distinct(values: Float64Array): {values: number[]; counts: number[]} {
  const result: {values: number[]; counts: number[]} = {values: [], counts: []};
  for (const value of values.toSorted()) {
    if (value === result.values.at(-1)) result.counts[result.counts.length - 1]!++;
    else {
      result.values.push(value);
      result.counts.push(1);
    }
  }
  return result;
}

function weighted(places: Float64Array, each: Float64Array, order: Uint32Array, pairs: number): number {
  const nth = (n: number): number => {
    let [k, seen] = [0, each[order[0]!]!];
    while (seen <= n) seen += each[order[++k]!]!;
    return places[order[k]!]!;
  };
  const upper = Math.floor(pairs / 2);
  return pairs % 2 === 1 ? nth(upper) : nth(upper - 1) / 2 + nth(upper) / 2;
}
