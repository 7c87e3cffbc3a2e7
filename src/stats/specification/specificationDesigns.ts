/**
 * Least squares of many specifications over one table: what they share is worked out once.
 *
 * Model      y = b x + controls + fixed effects + e, weighted or not; b = x~'y~ / x~'x~ with x~, y~ less their projection
 *            on controls and fixed effects (Frisch and Waugh)
 * Errors     CR1 by unit; df units less 1. CR2, for the specification that is published, is ols()'s
 * Source     as regression/ols.ts, against which it is checked
 */
import {studentTTwoSided} from "../distribution/studentT.js";
import type {Codes} from "../formula/labelCodes.js";
import {isMissing, type Table, type Value} from "../formula/table.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import {takeRows} from "../linalg/takeRows.js";
import {demeaner} from "../regression/demeaner.js";
import {specificationColumns, type SpecificationColumns} from "./specificationColumns.js";
import type {Specification} from "./specificationGrid.js";

export interface SpecificationEstimate {
  readonly estimate: number;
  readonly se: number;
  readonly p: number;
  /** estimate times sd(x) / sd(y) in its rows: comparable across outcomes */
  readonly standardised: number;
  readonly n: number;
  readonly units: number;
}

export interface SpecificationDesigns {
  /** values of an exposure column, by row of the table */
  readonly exposure: (name: string) => Float64Array;
  /**
   * @param shuffled  takes the place of the exposure's column
   * @returns the reason where the specification is not identified
   */
  readonly estimate: (
    specification: Specification,
    shuffled?: {readonly name: string; readonly values: Float64Array}
  ) => SpecificationEstimate | string;
}

/** Rows, fixed effects and weights. */
interface Ground {
  readonly rows: Int32Array;
  readonly unit: Codes;
  readonly meanWeight: number;
  /** a column less its projection on the fixed effects, times the root of the weights */
  readonly within: (column: Float64Array) => Float64Array;
}

/** A ground with its controls. */
interface Design {
  readonly ground: Ground;
  readonly basis: readonly Float64Array[];
  readonly dependent: boolean;
}

/** What of a column a design leaves, and its standard deviation before. */
interface Residual {
  readonly values: Float64Array;
  readonly spread: number;
  /** greatest magnitude before, against which a spread is rounding or not */
  readonly scale: number;
}

export function specificationDesigns(table: Table, unit: string): SpecificationDesigns {
  const columns = specificationColumns(table);
  const designOf = designsOver(columns, unit);
  const residualOf = residualsOn();
  return {
    exposure: columns.numeric,
    estimate(specification, shuffled) {
      const {outcome, exposure, controls} = specification;
      if (exposure === outcome) return "the exposure is the outcome";
      if (controls.includes(exposure)) return "the exposure is among the controls";
      if (controls.includes(outcome)) return "the outcome is among the controls";
      const design = designOf(specification);
      const {rows, unit: units} = design.ground;
      if (rows.length === 0) return specification.sample === null ? "no complete row" : "the sample has no row";
      if (design.dependent) return "controls depend on one another or on the fixed effects";
      if (units.levels < 3) return `${units.levels} units`;
      const source = shuffled?.name === exposure ? shuffled.values : columns.numeric(exposure);
      return slope(design.ground, {
        y: residualOf(columns.numeric(outcome), design),
        x: residualOf(source, design)
      });
    }
  };
}

/** Designs by specification; those of the same rows, effects and weights share a ground. */
function designsOver(columns: SpecificationColumns, unit: string): (specification: Specification) => Design {
  const [grounds, designs] = [new Map<string, Ground>(), new Map<string, Design>()];
  const settled = new Map<Specification, Design>();
  return (specification) => {
    const known = settled.get(specification);
    if (known) return known;
    const rows = completeRows(columns, specification, unit);
    const {controls, effects, weights} = specification;
    const place = `${JSON.stringify([effects, weights])} ${rows.join()}`;
    const ground = grounds.get(place) ?? groundOf(columns, specification, {rows, unit});
    grounds.set(place, ground);
    const name = `${JSON.stringify(controls)} ${place}`;
    const design = designs.get(name) ?? designOn(ground, specification, columns);
    designs.set(name, design);
    settled.set(specification, design);
    return design;
  };
}

function completeRows(
  columns: SpecificationColumns,
  {outcome, exposure, controls, effects, sample, weights}: Specification,
  unit: string
): Int32Array {
  const weight = weights === null ? null : columns.weights(weights);
  const needed = [...[outcome, exposure, ...controls].map(columns.numeric), ...(weight === null ? [] : [weight])];
  const labels = [unit, ...effects].map(columns.labels);
  const kept = sample === null ? null : columns.sample(sample);
  const rows: number[] = [];
  for (let row = 0; row < needed[0]!.length; row++) {
    if (kept && kept[row] !== 1) continue;
    if (needed.some((column) => Number.isNaN(column[row]))) continue;
    if (labels.some((column) => isMissing(column[row]!))) continue;
    if (weight !== null && weight[row] === 0) continue;
    rows.push(row);
  }
  return Int32Array.from(rows);
}

function groundOf(
  {labels, numeric: numbers}: SpecificationColumns,
  {effects, weights}: Specification,
  {rows, unit}: {readonly rows: Int32Array; readonly unit: string}
): Ground {
  const weight = weights === null ? null : takeRows(numbers(weights), rows);
  const absorb = demeaner(
    effects.map((name) => encode(name, labels(name), rows)),
    {weights: weight}
  );
  const root = weight?.map(Math.sqrt);
  return {
    rows,
    unit: encode(unit, labels(unit), rows),
    meanWeight: weight ? mean(weight) : 1,
    within(column) {
      const result = absorb(column);
      if (root) for (let i = 0; i < result.length; i++) result[i]! *= root[i]!;
      return result;
    }
  };
}

function designOn(ground: Ground, {controls, effects}: Specification, columns: SpecificationColumns): Design {
  const {rows, within} = ground;
  const constant = effects.length > 0 ? [] : [within(new Float64Array(rows.length).fill(1))];
  const raw = controls.map((name) => takeRows(columns.numeric(name), rows));
  const {q, dependent} = orthogonalise([...constant, ...raw.map(within)]);
  return {ground, basis: q, dependent: dependent.length > 0};
}

/** Residuals by column and design; by column, so that a draw's are forgotten with it. */
function residualsOn(): (column: Float64Array, design: Design) => Residual {
  const bare = new WeakMap<Float64Array, Map<Ground, Residual>>();
  const residuals = new WeakMap<Float64Array, Map<Design, Residual>>();
  return (column, design) => {
    const own = entriesOf(residuals, column);
    const known = own.get(design);
    if (known) return known;
    const {ground, basis} = design;
    const shared = entriesOf(bare, column);
    let start = shared.get(ground);
    if (!start) {
      const raw = takeRows(column, ground.rows);
      start = {values: ground.within(raw), spread: spreadOf(raw), scale: scaleOf(raw)};
      shared.set(ground, start);
    }
    const residual = {...start, values: project(start.values, basis)};
    own.set(design, residual);
    return residual;
  };
}

/** @returns the reason where the one does not vary beside the other terms, or nothing is left over */
function slope(
  {unit: units, rows, meanWeight}: Ground,
  {x: exposure, y: outcome}: {readonly x: Residual; readonly y: Residual}
): SpecificationEstimate | string {
  const [x, y] = [exposure.values, outcome.values];
  if (!(outcome.spread > rounding * outcome.scale)) return "the outcome does not vary";
  if (!(exposure.spread > rounding * exposure.scale)) return "the exposure does not vary";
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    xx += x[i]! * x[i]!;
    xy += x[i]! * y[i]!;
    yy += y[i]! * y[i]!;
  }
  const least = 1e-14 * meanWeight * x.length;
  if (!(xx > least * exposure.spread ** 2)) return "the exposure does not vary beside the other terms";
  if (!(yy > least * outcome.spread ** 2)) return "the outcome does not vary beside the other terms";
  const b = xy / xx;
  const scores = new Float64Array(units.levels);
  for (let i = 0; i < x.length; i++) scores[units.codes[i]!]! += x[i]! * (y[i]! - b * x[i]!);
  let meat = 0;
  for (const score of scores) meat += score * score;
  const se = Math.sqrt((meat * units.levels) / (units.levels - 1)) / xx;
  if (!(se > rounding * Math.abs(b)) || !Number.isFinite(se)) return "no residual is left";
  return {
    estimate: b,
    se,
    p: studentTTwoSided(b / se, units.levels - 1),
    standardised: (b * exposure.spread) / outcome.spread,
    n: rows.length,
    units: units.levels
  };
}

function entriesOf<Key, Entry>(cache: WeakMap<Float64Array, Map<Key, Entry>>, column: Float64Array): Map<Key, Entry> {
  const known = cache.get(column);
  if (known) return known;
  const entries = new Map<Key, Entry>();
  cache.set(column, entries);
  return entries;
}

function project(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const rest = column.slice();
  for (const direction of basis) {
    let along = 0;
    for (let i = 0; i < rest.length; i++) along += direction[i]! * rest[i]!;
    for (let i = 0; i < rest.length; i++) rest[i]! -= along * direction[i]!;
  }
  return rest;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** below this share of a column's magnitude a spread is rounding */
const rounding = 1e-12;

function scaleOf(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}

function spreadOf(values: Float64Array): number {
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - centre) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

function encode(name: string, column: ArrayLike<Value>, rows: Int32Array): Codes {
  const places = new Map<Value, number>();
  const codes = Int32Array.from(rows, (row) => {
    const label = column[row]!;
    const place = places.get(label) ?? places.size;
    places.set(label, place);
    return place;
  });
  return {name, levels: places.size, codes};
}
