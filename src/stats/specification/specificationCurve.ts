/**
 * An association under every defensible choice, and how often chance alone would give such a curve.
 *
 * Model      each specification by specificationDesigns; in each draw whole units' exposures change places, among units
 *            seen in the same rows of a period and of one stratum, and all specifications are estimated again
 * Estimand   median, share of the dominant sign, share significant of that sign, Stouffer's z; p = (b + 1) / (m + 1), b
 *            draws at least as far out
 * Source     Simonsohn, Simmons & Nelson (2020), doi:10.1038/s41562-020-0912-z
 * Not here   their bootstrap under the null for exposures that can't change places
 *
 * A curve is estimated at once; its draws come in any chunks, each draw from a stream of its own, so that workers may
 * share them and the answer is the same however they do.
 *
 * @throws {InvalidArgument} if a column is missing, a unit has two rows of one time, or a weight is negative; {NotIdentified}
 *         if no specification is, or no two units can change places
 */
import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {MissingColumn} from "../errors/missingColumn.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {median} from "../description/median.js";
import {takeRows} from "../linalg/takeRows.js";
import type {Dropped} from "../estimate.js";
import type {Table, Value} from "../formula/table.js";
import {random} from "../random.js";
import type {CurveSummary} from "./curveSummary.js";
import {curveSummary} from "./curveSummary.js";
import type {SpecificationDesigns, SpecificationEstimate} from "./specificationDesigns.js";
import {specificationDesigns} from "./specificationDesigns.js";
import type {Specification, SpecificationGrid} from "./specificationGrid.js";
import {specificationGrid} from "./specificationGrid.js";

export interface CurveOptions {
  readonly unit: string;
  readonly time: string;
  /** column within whose values units change places; it does not vary within a unit */
  readonly strata?: string;
  /** p below which an estimate counts as significant */
  readonly threshold?: number;
}

export interface CurvePoint extends SpecificationEstimate {
  readonly specification: Specification;
}

export interface SpecificationCurve {
  /** from the least standardised estimate to the greatest */
  readonly points: readonly CurvePoint[];
  readonly summary: CurveSummary;
  /** median standardised estimate by kind of choice and choice */
  readonly medians: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** specifications that can't be made, and rows without a unit, time or stratum, by reason */
  readonly dropped: readonly Dropped[];
  readonly unmade: readonly {readonly specification: Specification; readonly reason: string}[];
  /** rows with a unit and a time, and units among them */
  readonly n: number;
  readonly units: number;
  /** summaries of the draws from (included) to (excluded) */
  draws(from: number, to: number, seed?: number): CurveSummary[];
}

export function specificationCurve(
  whole: Table,
  grid: SpecificationGrid,
  {unit, time, strata, threshold = 0.05, ...others}: CurveOptions
): SpecificationCurve {
  closedOptions("specificationCurve", others, ["unit", "time", "strata", "threshold"]);
  if (!(threshold > 0 && threshold < 1)) throw new InvalidArgument(`invalid threshold; not in (0, 1): ${threshold}`);
  const specifications = specificationGrid(grid);
  const {table, dropped} = placed(whole, [unit, time, ...(strata === undefined ? [] : [strata])]);
  refuseTwice(table, unit, time);
  const designs = specificationDesigns(table, unit);
  const reasons = new Map<string, number>();
  const unmade: {specification: Specification; reason: string}[] = [];
  const points = specifications
    .flatMap((specification): CurvePoint[] => {
      const found = designs.estimate(specification);
      if (typeof found !== "string") return [{specification, ...found}];
      reasons.set(found, (reasons.get(found) ?? 0) + 1);
      unmade.push({specification, reason: found});
      return [];
    })
    .toSorted((a, b) => a.standardised - b.standardised);
  if (points.length === 0)
    throw new NotIdentified(
      `not identified: none of ${specifications.length} specifications; ${[...reasons.keys()].join("; ")}`
    );
  const identified = points.map(({specification}) => specification);
  const places = placesOf(table, designs, [...grid.outcomes, ...grid.exposures], {unit, time});
  const shuffles = new Map(grid.exposures.map((name) => [name, shuffler(table, name, places, {unit, time, strata})]));
  return {
    points,
    summary: curveSummary(points, {threshold}),
    medians: mediansOf(points),
    dropped: [...Array.from(reasons, ([reason, n]) => ({reason, n})), ...dropped],
    unmade,
    n: table[unit]!.length,
    units: places.length,
    draws: (from, to, seed = 1) =>
      Array.from({length: to - from}, (_, k) =>
        curveSummary(redraw(designs, identified, shuffles, `draw ${from + k}`, seed), {threshold})
      )
  };
}

/** The rows that have a unit, a time and a stratum: who they are, when and among whom is known of no other. */
function placed(table: Table, names: readonly string[]): {table: Table; dropped: readonly Dropped[]} {
  for (const name of names) if (!Object.hasOwn(table, name)) throw new MissingColumn(name, Object.keys(table));
  const reasons = new Map<string, number>();
  const kept: number[] = [];
  for (let row = 0; row < table[names[0]!]!.length; row++) {
    const missing = names.find((name) => isMissing(table[name]![row]!));
    if (missing === undefined) kept.push(row);
    else reasons.set(missing, (reasons.get(missing) ?? 0) + 1);
  }
  if (reasons.size === 0) return {table, dropped: []};
  return {
    table: Object.fromEntries(
      Object.entries(table).map(([name, column]) => [name, kept.map((row) => column[row] ?? null)])
    ),
    dropped: Array.from(reasons, ([name, n]) => ({reason: `missing ${name}`, n}))
  };
}

function isMissing(value: Value): boolean {
  return value === null || value === "" || Number.isNaN(value);
}

function refuseTwice(table: Table, unit: string, time: string): void {
  const seen = new Map<Value, Set<Value>>();
  for (let row = 0; row < table[unit]!.length; row++) {
    const times = seen.get(table[unit]![row]!) ?? new Set();
    const at = table[time]![row]!;
    if (times.has(at))
      throw new InvalidArgument(`invalid ${time}; two rows of one ${unit} and ${time}, row ${row + 1}`);
    seen.set(table[unit]![row]!, times.add(at));
  }
}

/** All specifications, exposures having changed places; those that a draw leaves unidentified count as nought. */
function redraw(
  designs: SpecificationDesigns,
  specifications: readonly Specification[],
  shuffles: ReadonlyMap<string, (order: (n: number) => number) => Int32Array>,
  stream: string,
  seed: number
): SpecificationEstimate[] {
  const exposures = new Map<string, {name: string; values: Float64Array}>();
  for (const [name, shuffle] of shuffles) {
    // exposures seen in the same rows take the same places, so that those that go together still do
    const source = shuffle(random(seed).stream(stream).below);
    const values = designs.exposure(name);
    exposures.set(name, {name, values: takeRows(values, source)});
  }
  return specifications.map((specification) => {
    const found = designs.estimate(specification, exposures.get(specification.exposure));
    return typeof found === "string" ? {estimate: 0, se: Infinity, p: 1, standardised: 0, n: 0, units: 0} : found;
  });
}

/**
 * Each unit's rows in order of time; units in the order of their values, so that which of them change places in a draw
 * depends neither on the order of rows nor on labels.
 */
function placesOf(
  table: Table,
  designs: SpecificationDesigns,
  names: readonly string[],
  {unit, time}: Pick<CurveOptions, "unit" | "time">
): readonly (readonly number[])[] {
  const rowsOf = new Map<unknown, number[]>();
  const [units, times] = [table[unit]!, table[time]!];
  for (let row = 0; row < units.length; row++) {
    const rows = rowsOf.get(units[row]) ?? [];
    rows.push(row);
    rowsOf.set(units[row], rows);
  }
  const columns = names.map((name) => designs.exposure(name));
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

/** Which row each row's exposure comes from, units of one stratum and the same periods changing places. */
function shuffler(
  table: Table,
  exposure: string,
  places: readonly (readonly number[])[],
  {unit, time, strata}: Pick<CurveOptions, "unit" | "time" | "strata">
): (below: (n: number) => number) => Int32Array {
  for (const name of [exposure, ...(strata === undefined ? [] : [strata])])
    if (!Object.hasOwn(table, name)) throw new MissingColumn(name, Object.keys(table));
  const size = table[unit]!.length;
  const groups = new Map<string, (readonly number[])[]>();
  for (const rows of places) {
    const seen = rows.map((row) => {
      const value = table[exposure]![row];
      return `${table[time]![row]}${value === null || value === "" || Number.isNaN(value) ? " missing" : ""}`;
    });
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
  return (below) => {
    const source = Int32Array.from({length: size}, (_, row) => row);
    for (const group of groups.values()) {
      const order = group.map((_, i) => i);
      for (let i = order.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      group.forEach((rows, i) => rows.forEach((row, at) => (source[row] = group[order[i]!]![at]!)));
    }
    return source;
  };
}

function mediansOf(points: readonly CurvePoint[]): Record<string, Record<string, number>> {
  const kinds = ["outcome", "exposure", "controls", "effects", "sample", "weights"] as const;
  const labelOf = (choice: Specification[(typeof kinds)[number]]): string =>
    choice === null ? "all" : typeof choice === "string" ? choice : choice.join(" + ") || "none";
  return Object.fromEntries(
    kinds.map((kind) => {
      const by = new Map<string, number[]>();
      for (const {specification, standardised} of points) {
        const label = labelOf(specification[kind]);
        by.set(label, [...(by.get(label) ?? []), standardised]);
      }
      return [kind, Object.fromEntries(Array.from(by, ([label, values]) => [label, median(values)]))];
    })
  );
}
