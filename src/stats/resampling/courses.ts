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
  return {
    units: groups.reduce((sum, group) => sum + group.length, 0),
    exchangeable: movable.reduce((sum, group) => sum + group.length, 0),
    exchange(below) {
      for (const group of movable) {
        const order = Int32Array.from(group, (_, place) => place);
        for (let k = order.length - 1; k > 0; k--) {
          const other = below(k + 1);
          [order[k], order[other]] = [order[other]!, order[k]!];
        }
        for (let at = 0; at < group.length; at++) {
          const [to, from] = [group[at]!, group[order[at]!]!];
          for (let k = 0; k < to.length; k++) source[to[k]!] = from[k]!;
        }
      }
      return source;
    }
  };
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
