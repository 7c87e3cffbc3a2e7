import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Dropped} from "../estimate.js";
import {columnOf, type Table, type Value} from "../formula/table.js";

export interface PanelColumns {
  readonly outcome: string;
  readonly unit: string;
  readonly time: string;
  /** first treated period; empty, 0, infinite or after the last period: never */
  readonly firstTreated: string;
  readonly covariates?: readonly string[];
  /** of which every unit keeps one value; units by default */
  readonly cluster?: string;
}

export const panelColumns = [
  "outcome",
  "unit",
  "time",
  "firstTreated",
  "covariates",
  "cluster"
] as const satisfies readonly (keyof PanelColumns)[];

/** Units that were seen in every period, in rows; periods in columns. */
export interface Panel {
  readonly units: readonly Value[];
  readonly times: Float64Array;
  /** y[unit][period]; NaN where the unit was not seen, if such units stay */
  readonly y: readonly Float64Array[];
  /** Infinity = never */
  readonly first: Float64Array;
  /** covariates[k][unit][period] */
  readonly covariates: readonly (readonly Float64Array[])[];
  readonly covariateNames: readonly string[];
  readonly cluster: Int32Array;
  readonly clusters: number;
  readonly dropped: readonly Dropped[];
  /** never-treated units that were dropped, and what they lacked: "missing x in year 2" */
  readonly lostComparisons: {readonly n: number; readonly lacking: readonly string[]};
  readonly warnings: readonly string[];
}

export interface PanelOptions {
  /** drop units that were treated in the first period, which have no past */
  readonly dropAlways?: boolean;
  /** drop: units that were not seen in every period go; pairs: they stay wherever both periods of a difference were seen */
  readonly unbalanced?: "drop" | "pairs";
}

/**
 * Rows of units and periods -> a balanced panel: rows with missing values go, then units that were not seen in every
 * period, then those treated from the start.
 *
 * @throws {RangeError} if a column is missing, a unit has two rows of one period or two first treated periods, or nothing
 *         is left
 */
export function readPanel(
  table: Table,
  columns: PanelColumns,
  {dropAlways = true, unbalanced = "drop", ...others}: PanelOptions = {}
): Panel {
  closedOptions("readPanel", others, ["dropAlways", "unbalanced"]);
  closedOptions("panel columns", columns, panelColumns);
  const {outcome, unit, time, firstTreated, covariates = [], cluster = unit} = columns;
  const stray = covariates.find((name, k) => name === outcome || covariates.indexOf(name) < k);
  if (stray !== undefined)
    throw new InvalidArgument(
      `invalid covariates; ${stray} is ${stray === outcome ? "the outcome" : "named twice"}; leave it out`
    );
  const of = (name: string): ArrayLike<Value> => columnOf(table, name);
  for (const name of [outcome, unit, time, firstTreated, cluster, ...covariates]) of(name);
  const read = {outcome, unit, time, firstTreated, cluster, covariates, of};
  const reasons = new Map<string, number>();
  const lose: Lose = (reason, n = 1) => void reasons.set(reason, (reasons.get(reason) ?? 0) + n);
  const {rows, lacks} = completeRows(read, lose);
  const {times, byUnit} = placesOf(rows, read);
  const {kept, always, lostNever} = keepUnits(byUnit, {times, lacks, dropAlways, unbalanced}, read, lose);
  if (kept.length === 0)
    throw new NotIdentified(`not identified: no ${unit} is left after ${[...reasons.keys()].join(", ")}`, "no rows");
  const grid = (name: string): Float64Array[] =>
    kept.map(({places}) => Float64Array.from(places, (row) => (row < 0 ? NaN : numberAt(of(name), row, name))));
  return {
    units: kept.map(({name}) => name),
    times,
    y: grid(outcome),
    first: Float64Array.from(kept, ({first}) => first),
    covariates: covariates.map(grid),
    covariateNames: covariates,
    ...clustersOf(kept, read),
    dropped: Array.from(reasons, ([reason, n]) => ({reason, n})),
    lostComparisons: {n: lostNever.n, lacking: [...lostNever.lacking]},
    warnings:
      always > 0 ? [`${always} units were treated in the first period or before, and have no past to compare with`] : []
  };
}

interface Read extends Required<PanelColumns> {
  readonly of: (name: string) => ArrayLike<Value>;
}

/** Counts rows that are left out, by reason. */
type Lose = (reason: string, n?: number) => void;

/** Rows without a missing value, and by unit what the others lack. */
function completeRows(
  {outcome, unit, time, cluster, covariates, of}: Read,
  lose: Lose
): {rows: number[]; lacks: ReadonlyMap<string, readonly string[]>} {
  const needed = [outcome, unit, time, cluster, ...covariates].map((name) => ({name, column: of(name)}));
  const [us, ts] = [of(unit), of(time)];
  const lacks = new Map<string, string[]>();
  const rows: number[] = [];
  for (let row = 0; row < us.length; row++) {
    const absent = needed.find(({column}) => isMissing(column[row]!))?.name;
    if (absent === undefined) rows.push(row);
    else {
      lose(`missing ${absent}`);
      const name = String(us[row]);
      lacks.set(name, [...(lacks.get(name) ?? []), `missing ${absent} in ${time} ${String(ts[row])}`]);
    }
  }
  return {rows, lacks};
}

/** Which row each unit has in each period; -1 where it has none. */
function placesOf(
  rows: readonly number[],
  {unit, time, of}: Read
): {times: Float64Array; byUnit: ReadonlyMap<Value, number[]>} {
  const [us, ts] = [of(unit), of(time)];
  const times = Float64Array.from(new Set(rows.map((row) => numberAt(ts, row, time)))).toSorted();
  if (times.length < 2)
    throw new NotIdentified(
      `not identified: ${times.length} period in ${time}; a difference takes two`,
      "too few groups",
      {has: times.length, needs: 2}
    );
  const placeOf = new Map(Array.from(times, (at, place) => [at, place]));
  const byUnit = new Map<Value, number[]>();
  for (const row of rows) {
    const places = byUnit.get(us[row]!) ?? Array.from(times, () => -1);
    const place = placeOf.get(Number(ts[row]))!;
    if (places[place]! >= 0)
      throw new InvalidArgument(`invalid panel; two rows of one ${unit} in ${time} ${times[place]}`);
    places[place] = row;
    byUnit.set(us[row]!, places);
  }
  return {times, byUnit};
}

interface KeptUnit {
  readonly name: Value;
  readonly places: readonly number[];
  readonly first: number;
}

interface Rules extends Required<PanelOptions> {
  readonly times: Float64Array;
  readonly lacks: ReadonlyMap<string, readonly string[]>;
}

function keepUnits(
  byUnit: ReadonlyMap<Value, readonly number[]>,
  {times, lacks, dropAlways, unbalanced}: Rules,
  {unit, time, firstTreated, of}: Read,
  lose: Lose
): {kept: KeptUnit[]; always: number; lostNever: {n: number; lacking: Set<string>}} {
  const gs = of(firstTreated);
  const last = times.at(-1)!;
  const kept: KeptUnit[] = [];
  const lostNever = {n: 0, lacking: new Set<string>()};
  let always = 0;
  for (const [name, places] of byUnit) {
    const seen = places.filter((row) => row >= 0);
    const firsts = new Set(seen.map((row) => firstOf(gs[row]!, row, firstTreated)));
    if (firsts.size > 1)
      throw new InvalidArgument(
        `invalid ${firstTreated}; it changes within a ${unit}, row ${seen[0]! + 1}; give one period to each`
      );
    const [first = Infinity] = firsts;
    const gone = unbalanced === "drop" && seen.length < times.length;
    if (gone && first > last) {
      lostNever.n += 1;
      for (const lack of lacks.get(String(name)) ?? []) lostNever.lacking.add(lack);
    }
    if (gone) lose(`${unit} not seen in every ${time}`, seen.length);
    else if (seen.length < 2) lose(`${unit} seen in one ${time} only`, seen.length);
    else if (dropAlways && first <= times[0]!) {
      always += 1;
      lose(`${unit} treated from the start`, seen.length);
    } else kept.push({name, places, first: first > last ? Infinity : first});
  }
  return {kept, always, lostNever};
}

function clustersOf(kept: readonly KeptUnit[], {unit, cluster, of}: Read): Pick<Panel, "cluster" | "clusters"> {
  const cs = of(cluster);
  const codes = new Map<Value, number>();
  const clusterOf = Int32Array.from(kept, ({places}) => {
    const seen = places.filter((row) => row >= 0);
    const label = cs[seen[0]!]!;
    if (seen.some((row) => cs[row] !== label))
      throw new InvalidArgument(`invalid cluster; ${cluster} changes within a ${unit}, row ${seen[0]! + 1}`);
    if (!codes.has(label)) codes.set(label, codes.size);
    return codes.get(label)!;
  });
  return {cluster: clusterOf, clusters: codes.size};
}

export function isMissing(value: Value): boolean {
  return value === null || value === "" || (typeof value === "number" && Number.isNaN(value));
}

export function numberAt(column: ArrayLike<Value>, row: number, name: string): number {
  const value = Number(column[row]);
  if (Number.isNaN(value)) throw new InvalidArgument(`invalid ${name}; not a number in row ${row + 1}`);
  return value;
}

export function firstOf(value: Value, row: number, name: string): number {
  if (isMissing(value)) return Infinity;
  const first = Number(value);
  if (Number.isNaN(first)) throw new InvalidArgument(`invalid ${name}; not a period in row ${row + 1}`);
  return first === 0 ? Infinity : first;
}
