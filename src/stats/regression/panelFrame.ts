/**
 * A model frame brought to the form in which a panel model is least squares.
 *
 * Model      between: means by unit; fd: differences of a unit's successive rows, the constant being a drift;
 *            mundlak: the frame with the unit means of what varies within units. A period is the least step in time
 * Source     Baltagi (2021), Econometric Analysis of Panel Data, chapter 2; Mundlak (1978); checked against R's plm
 */
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Codes} from "../formula/labelCodes.js";
import type {ModelFrame} from "../formula/modelFrame.js";
import {follows, stepOf} from "./periods.js";

export interface Panel {
  readonly unit: Codes;
  /** period of each row */
  readonly time: Float64Array;
}

/** One row a unit: the means of its rows. */
export function betweenFrame(frame: ModelFrame, {unit}: Panel): ModelFrame {
  const mean = unitMeans(unit);
  const first = new Int32Array(unit.levels).fill(-1);
  unit.codes.forEach((code, row) => {
    if (first[code] === -1) first[code] = row;
  });
  return {
    ...frame,
    n: unit.levels,
    rows: first.map((row) => frame.rows[row]!),
    y: mean(frame.y),
    x: frame.x.map(mean),
    groups: frame.groups.map((group) => onePerUnit(group, unit, first))
  };
}

/** Each row less the unit's row of the period before; a row without one goes, be it the unit's first or after a gap. */
export function differencedFrame(frame: ModelFrame, {unit, time}: Panel): ModelFrame {
  const order = Int32Array.from({length: frame.n}, (_, row) => row).toSorted(
    (a, b) => unit.codes[a]! - unit.codes[b]! || time[a]! - time[b]!
  );
  const pairs: [number, number][] = [];
  for (let place = 1; place < order.length; place++) {
    const [before, row] = [order[place - 1]!, order[place]!];
    if (unit.codes[before] === unit.codes[row]) pairs.push([before, row]);
  }
  if (pairs.length === 0)
    throw new NotIdentified(`not identified: no ${unit.name} has two rows; use model pooled`, "too few rows", {
      has: 1,
      needs: 2
    });
  const step = stepOf(pairs.map(([before, row]) => time[row]! - time[before]!));
  const next = pairs.filter(([before, row]) => follows(time[row]! - time[before]!, step));
  const gaps = pairs.length - next.length;
  const difference = (column: Float64Array): Float64Array =>
    Float64Array.from(next, ([before, row]) => column[row]! - column[before]!);
  const kept = Int32Array.from(next, ([, row]) => row);
  const pick = (codes: Codes): Codes => recode({...codes, codes: kept.map((row) => codes.codes[row]!)});
  const first = {reason: `first row of its ${unit.name}`, n: frame.n - pairs.length};
  return {
    ...frame,
    n: next.length,
    rows: kept.map((row) => frame.rows[row]!),
    y: difference(frame.y),
    x: frame.x.map((column, j) =>
      frame.names[j] === "(Intercept)" ? new Float64Array(next.length).fill(1) : difference(column)
    ),
    groups: frame.groups.map(pick),
    dropped: [...frame.dropped, first, ...(gaps > 0 ? [{reason: "no row in the period before", n: gaps}] : [])]
  };
}

/** The frame with a further column mean(x) for every x that varies within units. */
export function mundlakFrame(frame: ModelFrame, {unit}: Panel): ModelFrame {
  const mean = unitMeans(unit);
  const names = [...frame.names];
  const x = [...frame.x];
  const termOf = [...frame.termOf];
  frame.x.forEach((column, j) => {
    const means = mean(column);
    const repeated = Float64Array.from(unit.codes, (code) => means[code]!);
    const varies = repeated.some((value, row) => Math.abs(value - column[row]!) > 1e-12 * Math.abs(value));
    if (!varies) return;
    names.push(`mean(${frame.names[j]})`);
    x.push(repeated);
    termOf.push(frame.termOf[j]!);
  });
  return {...frame, names, x, termOf};
}

/** A column's means by unit. */
export function unitMeans({levels, codes}: Codes): (column: Float64Array) => Float64Array {
  const rows = new Float64Array(levels);
  codes.forEach((code) => (rows[code]! += 1));
  return (column) => {
    const means = new Float64Array(levels);
    codes.forEach((code, row) => (means[code]! += column[row]! / rows[code]!));
    return means;
  };
}

function onePerUnit(group: Codes, unit: Codes, first: Int32Array): Codes {
  const differs = unit.codes.findIndex((code, row) => group.codes[row] !== group.codes[first[code]!]);
  if (differs >= 0)
    throw new InvalidArgument(`invalid cluster; ${group.name} varies within ${unit.name}, whose means are the rows`);
  return recode({...group, codes: first.map((row) => group.codes[row]!)});
}

function recode({name, codes}: Codes): Codes {
  const places = new Map<number, number>();
  const again = codes.map((code) => {
    const place = places.get(code) ?? places.size;
    places.set(code, place);
    return place;
  });
  return {name, levels: places.size, codes: again};
}
