/** Which row each row's exposure comes from in a draw: whole units change places. */
import {InvalidArgument} from "../errors/invalidArgument.js";
import {MissingColumn} from "../errors/missingColumn.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {isMissing, type Table} from "../formula/table.js";
import {takeRows} from "../linalg/takeRows.js";
import type {Random} from "../random.js";
import type {SpecificationColumns} from "./specificationColumns.js";

interface Placing {
  readonly unit: string;
  readonly time: string;
  /** column within whose values units change places; it does not vary within a unit */
  readonly strata?: string;
}

export interface Exchanger {
  readonly units: number;
  /** every exposure's values in a draw, in arrays that the next draw writes over */
  readonly exchange: (draw: () => Pick<Random, "below">) => ReadonlyMap<string, Float64Array>;
}

/**
 * Exposures seen in the same rows take the same places, so that those that go together still do.
 *
 * @throws {NotIdentified} if no two units can change places
 */
export function exchanger(
  table: Table,
  outcomes: readonly string[],
  exposures: readonly string[],
  columns: SpecificationColumns,
  {unit, time, strata}: Placing
): Exchanger {
  const values = [...outcomes, ...exposures].map(columns.numeric);
  const places = placesOf(table, values, {unit, time});
  for (const name of strata === undefined ? [] : [strata])
    if (!Object.hasOwn(table, name)) throw new MissingColumn(name, Object.keys(table));
  const alike = new Map<string, {readonly groups: readonly Group[]; readonly names: string[]}>();
  for (const name of exposures) {
    const groups = groupsOf(table, name, places, {unit, time, strata});
    const key = JSON.stringify(groups);
    const one = alike.get(key) ?? {groups, names: []};
    one.names.push(name);
    alike.set(key, one);
  }
  const source = new Int32Array(table[unit]!.length);
  const drawn = new Map(exposures.map((name) => [name, new Float64Array(source.length)]));
  return {
    units: places.length,
    exchange(draw) {
      for (const {groups, names} of alike.values()) {
        place(groups, draw().below, source);
        for (const name of names) takeRows(columns.numeric(name), source, drawn.get(name));
      }
      return drawn;
    }
  };
}

/** Units that can change places, each by its rows in order of time. */
type Group = readonly (readonly number[])[];

/**
 * Each unit's rows in order of time; units in the order of their values, so that which of them change places in a draw
 * depends neither on the order of rows nor on labels.
 */
function placesOf(table: Table, columns: readonly Float64Array[], {unit, time}: Placing): Group {
  const rowsOf = new Map<unknown, number[]>();
  const [units, times] = [table[unit]!, table[time]!];
  for (let row = 0; row < units.length; row++) {
    const rows = rowsOf.get(units[row]) ?? [];
    rows.push(row);
    rowsOf.set(units[row], rows);
  }
  return Array.from(rowsOf.values(), (rows) => {
    const path = rows.toSorted((a, b) => Number(times[a]) - Number(times[b]));
    const values = path.flatMap((row) => [Number(times[row]), ...columns.map((column) => column[row]!)]);
    return {path, values: values.map((value) => (Number.isNaN(value) ? -Infinity : value))};
  })
    .toSorted((a, b) => {
      const at = a.values.findIndex((value, i) => value !== b.values[i]);
      return at < 0 ? a.values.length - b.values.length : a.values[at]! < (b.values[at] ?? -Infinity) ? -1 : 1;
    })
    .map(({path}) => path);
}

/** Units of one stratum whose exposure is seen in the same periods. */
function groupsOf(table: Table, exposure: string, places: Group, {unit, time, strata}: Placing): readonly Group[] {
  const groups = new Map<string, (readonly number[])[]>();
  for (const rows of places) {
    const seen = rows.map((row) => `${table[time]![row]}${isMissing(table[exposure]![row]!) ? " missing" : ""}`);
    const stratum = strata === undefined ? null : table[strata]![rows[0]!];
    if (strata !== undefined && rows.some((row) => table[strata]![row] !== stratum))
      throw new InvalidArgument(`invalid strata; ${strata} changes within a ${unit}, row ${rows[0]! + 1}`);
    const key = JSON.stringify([stratum, seen]);
    groups.set(key, [...(groups.get(key) ?? []), rows]);
  }
  if ([...groups.values()].every((group) => group.length < 2))
    throw new NotIdentified(
      `not feasible: no two values of ${unit} have the same periods; balance the panel or drop strata`,
      "not feasible"
    );
  return [...groups.values()];
}

function place(groups: readonly Group[], below: (n: number) => number, source: Int32Array): void {
  for (const group of groups) {
    const order = Int32Array.from(group.keys());
    for (let i = order.length - 1; i > 0; i--) {
      const j = below(i + 1);
      const moved = order[i]!;
      order[i] = order[j]!;
      order[j] = moved;
    }
    for (let i = 0; i < order.length; i++) {
      const [rows, from] = [group[i]!, group[order[i]!]!];
      for (let at = 0; at < rows.length; at++) source[rows[at]!] = from[at]!;
    }
  }
}
