/** Whole courses of units, and their exchange among units of one stratum that are seen in the same periods. */
import {NotIdentified} from "../errors/notIdentified.js";
import type {Value} from "../formula/table.js";

export interface CourseColumns {
  /** null where every row is a unit of its own */
  readonly unit: ArrayLike<Value> | null;
  readonly time: ArrayLike<Value> | null;
  readonly strata: ArrayLike<Value> | null;
}

export interface Courses {
  readonly units: number;
  /** units that can change places with another */
  readonly exchangeable: number;
  /** which row each row's value comes from, in one exchange */
  exchange(below: (n: number) => number): Int32Array;
}

/** @throws {RangeError} if no two units of a stratum are seen in the same periods */
export function courses(rows: Int32Array, columns: CourseColumns): Courses {
  const groups = [...placesByStratum(rows, columns).values()];
  const movable = groups.filter((group) => group.length > 1);
  if (movable.length === 0)
    throw new NotIdentified(
      "not feasible: no two units of a stratum have the same periods; balance the panel",
      "not feasible"
    );
  const source = Int32Array.from(rows, (_, place) => place);
  const sets = movable.map(laidOut);
  return {
    units: groups.reduce((sum, group) => sum + group.length, 0),
    exchangeable: movable.reduce((sum, group) => sum + group.length, 0),
    exchange(below) {
      for (const set of sets) exchangeWithin(set, source, below);
      return source;
    }
  };
}

/** Units that may change places, laid out one after the other: as many places each, in order of time. */
interface ExchangeSet {
  readonly places: Int32Array;
  readonly periods: number;
  /** which unit's course each has, made anew by each exchange */
  readonly order: Int32Array;
}

function laidOut(group: readonly Int32Array[]): ExchangeSet {
  const periods = group[0]!.length;
  const places = new Int32Array(group.length * periods);
  group.forEach((one, at) => places.set(one, at * periods));
  return {places, periods, order: new Int32Array(group.length)};
}

function exchangeWithin({places, periods, order}: ExchangeSet, source: Int32Array, below: (n: number) => number): void {
  for (let at = 0; at < order.length; at++) order[at] = at;
  for (let at = order.length - 1; at > 0; at--) {
    const other = below(at + 1);
    const kept = order[at]!;
    order[at] = order[other]!;
    order[other] = kept;
  }
  for (let at = 0, to = 0; at < order.length; at++)
    for (let from = order[at]! * periods, end = from + periods; from < end; from++, to++)
      source[places[to]!] = places[from]!;
}

/** Places among the rows of each unit, in order of time; units together that may change places. */
function placesByStratum(rows: Int32Array, {unit, time, strata}: CourseColumns): Map<string, Int32Array[]> {
  const units = new Map<Value, number[]>();
  rows.forEach((row, place) => {
    const name = unit ? unit[row]! : place;
    const known = units.get(name);
    if (known) known.push(place);
    else units.set(name, [place]);
  });
  const groups = new Map<string, Int32Array[]>();
  const at = (place: number): number => (time ? Number(time[rows[place]!]) : 0);
  for (const places of units.values()) {
    const ordered = Int32Array.from(places.toSorted((a, b) => at(a) - at(b)));
    const stratum = strata ? String(strata[rows[ordered[0]!]!]) : "";
    const key = `${stratum} ${unit ? Array.from(ordered, at).join(" ") : ""}`;
    const known = groups.get(key);
    if (known) known.push(ordered);
    else groups.set(key, [ordered]);
  }
  return groups;
}
