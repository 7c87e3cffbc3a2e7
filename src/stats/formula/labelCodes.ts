import {columnOf, isFactor, isMissing, type Table, type Value} from "./table.js";

export interface Codes {
  readonly name: string;
  readonly levels: number;
  /** level of each row, from 0 */
  readonly codes: Int32Array;
}

/** Codes of the labels of columns crossed, -1 where one is missing. */
export function crossed(table: Table, names: readonly string[]): Int32Array {
  return names
    .map((name) => labelled(columnOf(table, name)))
    .reduce((all, next) => {
      const places = new Map<number, number>();
      return all.map((code, row) => (code < 0 || next[row]! < 0 ? -1 : placeOf(places, code * 2 ** 26 + next[row]!)));
    });
}

function labelled(column: ArrayLike<Value>): Int32Array {
  return (
    (column instanceof Int32Array || column instanceof Float64Array ? fromLeast(column) : null) ?? numbered(column)
  );
}

/** Labels counted through in the order in which they come. */
function numbered(column: ArrayLike<Value>): Int32Array {
  const places = new Map<Value, number>();
  const codes = new Int32Array(column.length);
  const mixed = isFactor(column);
  for (let row = 0; row < codes.length; row++) {
    const value = column[row]!;
    codes[row] = isMissing(value) ? -1 : placeOf(places, mixed ? String(value) : value);
  }
  return codes;
}

/** Whole numbers that lie close together are codes already, but for where they start; null where they are not. */
function fromLeast(column: Int32Array | Float64Array): Int32Array | null {
  let [least, most] = [Infinity, -Infinity];
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (value < least) least = value;
    if (value > most) most = value;
    if (Math.floor(value) !== value && value === value) return null;
  }
  // codes far apart would take more room than they save
  if (!(most - least < Math.min(8 * column.length + 1024, 2 ** 25))) return null;
  if (least === 0 && column instanceof Int32Array) return column;
  const codes = new Int32Array(column.length);
  for (let row = 0; row < codes.length; row++) codes[row] = column[row] === column[row] ? column[row]! - least : -1;
  return codes;
}

function placeOf<Key>(places: Map<Key, number>, key: Key): number {
  const place = places.get(key);
  if (place !== undefined) return place;
  places.set(key, places.size);
  return places.size - 1;
}

export interface Labelled {
  readonly name: string;
  /** -1 where one is missing */
  readonly labels: Int32Array;
}

/** Codes again, from 0 in the order of the kept rows: the labels themselves where they are so already. */
export function encode({name, labels}: Labelled, rows: Int32Array): Codes {
  const counted = rows.length === labels.length ? levelsInOrder(labels) : null;
  if (counted !== null) return {name, levels: counted, codes: labels};
  let most = -1;
  for (let row = 0; row < labels.length; row++) if (labels[row]! > most) most = labels[row]!;
  const places = new Int32Array(most + 1).fill(-1);
  const codes = new Int32Array(rows.length);
  let levels = 0;
  for (let i = 0; i < codes.length; i++) {
    const label = labels[rows[i]!]!;
    if (places[label]! < 0) places[label] = levels++;
    codes[i] = places[label]!;
  }
  return {name, levels, codes};
}

/** How many levels there are where they are counted through from 0 as they come; else null. */
function levelsInOrder(labels: Int32Array): number | null {
  let levels = 0;
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    if (label === levels) levels++;
    else if (!(label >= 0 && label < levels)) return null;
  }
  return levels;
}
