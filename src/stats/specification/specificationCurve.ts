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
import type {Dropped} from "../estimate.js";
import type {Table, Value} from "../formula/table.js";
import {random} from "../random.js";
import type {CurveSummary} from "./curveSummary.js";
import {curveSummary} from "./curveSummary.js";
import {exchanger} from "./exchanger.js";
import {type SpecificationEstimate, slopesOfOthers, specificationDesigns} from "./specificationDesigns.js";
import {type SpecificationInterval, specificationIntervals} from "./specificationIntervals.js";
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
  /** of a point's estimate, by unit */
  interval(specification: Specification): SpecificationInterval | null;
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
  const {units, exchange} = exchanger(table, grid.outcomes, grid.exposures, designs.columns, {unit, time, strata});
  let slopes: ReturnType<typeof slopesOfOthers> | undefined;
  return {
    points,
    summary: curveSummary(points, {threshold}),
    medians: mediansOf(points),
    dropped: [...Array.from(reasons, ([reason, n]) => ({reason, n})), ...dropped],
    unmade,
    n: table[unit]!.length,
    units,
    interval: specificationIntervals(designs, unit),
    draws(from, to, seed = 1) {
      const drawn = (slopes ??= slopesOfOthers(designs, identified));
      return Array.from({length: to - from}, (_, k) =>
        curveSummary(drawn(exchange(() => random(seed).stream(`draw ${from + k}`))), {threshold})
      );
    }
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
