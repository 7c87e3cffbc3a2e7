import {columnOf, isFactor, isMissing, type Table, type Value} from "./table.js";

export interface Codes {
  readonly name: string;
  readonly levels: number;
  /** level of each row, from 0 */
  readonly codes: Int32Array;
}

interface Labels {
  /** -1 where one is missing */
  readonly labels: Int32Array;
  readonly missing: boolean;
  /** how many there are where they are counted through from 0 as they come; else null */
  readonly levels: number | null;
}

export interface Labelled extends Labels {
  readonly name: string;
}

/** Codes of the labels of columns crossed. */
export function crossed(table: Table, names: readonly string[]): Labels {
  return names
    .map((name) => labelled(columnOf(table, name)))
    .reduce((all, next) => {
      const places = new Map<number, number>();
      const labels = all.labels.map((code, row) => {
        const other = next.labels[row]!;
        return code < 0 || other < 0 ? -1 : placeOf(places, code * 2 ** 26 + other);
      });
      const missing = all.missing || next.missing;
      return {labels, missing, levels: missing ? null : places.size};
    });
}

function labelled(column: ArrayLike<Value>): Labels {
  return (
    (column instanceof Int32Array || column instanceof Float64Array ? fromLeast(column) : null) ?? numbered(column)
  );
}

/** Labels counted through in the order in which they come. */
function numbered(column: ArrayLike<Value>): Labels {
  const places = new Map<Value, number>();
  const labels = new Int32Array(column.length);
  const mixed = isFactor(column);
  let missing = false;
  for (let row = 0; row < labels.length; row++) {
    const value = column[row]!;
    if (isMissing(value)) missing = true;
    labels[row] = isMissing(value) ? -1 : placeOf(places, mixed ? String(value) : value);
  }
  return {labels, missing, levels: missing ? null : places.size};
}

/** what stands for a missing number before the least is known */
const gone = -(2 ** 31);

/** Whole numbers that lie close together are codes already, but for where they start; null where they are not. */
function fromLeast(column: Int32Array | Float64Array): Labels | null {
  const start = column.find((value) => value === value) ?? 0;
  if (Math.floor(start) !== start) return null;
  const labels = new Int32Array(column.length);
  let [least, most, levels] = [0, 0, 0];
  let [missing, ordered] = [false, true];
  for (let row = 0; row < labels.length; row++) {
    const apart = column[row]! - start;
    let label = apart | 0;
    if (label !== apart) {
      if (apart === apart) return null;
      missing = true;
      label = gone;
    } else if (label === levels) {
      levels += 1;
      most = Math.max(most, label);
    } else if (label < 0 || label > levels) {
      ordered = false;
      least = Math.min(least, label);
      most = Math.max(most, label);
    }
    labels[row] = label;
  }
  // codes far apart would take more room than they save
  if (!(most - least < Math.min(8 * column.length + 1024, 2 ** 25))) return null;
  if (least < 0 || missing)
    for (let row = 0; row < labels.length; row++) labels[row] = labels[row] === gone ? -1 : labels[row]! - least;
  return {labels, missing, levels: ordered && !missing ? levels : null};
}

function placeOf<Key>(places: Map<Key, number>, key: Key): number {
  const place = places.get(key);
  if (place !== undefined) return place;
  places.set(key, places.size);
  return places.size - 1;
}

/** Codes again, from 0 in the order of the kept rows: the labels themselves where they are so already. */
export function encode({name, labels, levels: counted}: Labelled, rows: Int32Array): Codes {
  if (counted !== null && rows.length === labels.length) return {name, levels: counted, codes: labels};
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
