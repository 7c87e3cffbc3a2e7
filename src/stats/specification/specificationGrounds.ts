/** Rows, fixed effects, weights and controls of specifications: those that share them share what is made of them. */
import type {Codes} from "../formula/labelCodes.js";
import {isMissing, type Value} from "../formula/table.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import {takeRows} from "../linalg/takeRows.js";
import {demeaner} from "../regression/demeaner.js";
import {type SpecificationColumns} from "./specificationColumns.js";
import type {Specification} from "./specificationGrid.js";

/** Rows, fixed effects and weights. */
export interface Ground {
  /** of the table: one level after the other of the effect that has most */
  readonly rows: Int32Array;
  readonly unit: Codes;
  readonly effects: readonly Codes[];
  readonly weights: Float64Array | null;
  readonly meanWeight: number;
  /** a column less its projection on the fixed effects, times the root of the weights */
  readonly within: (column: Float64Array, into?: Float64Array) => Float64Array;
}

/** A ground with its controls. */
export interface Design {
  readonly ground: Ground;
  /** orthonormal, of the controls within the ground; of the constant too where it has no fixed effects */
  readonly basis: readonly Float64Array[];
  readonly dependent: boolean;
}

type Shared = Pick<Specification, "controls" | "effects" | "weights">;

/** Designs by specification; those of the same rows, effects and weights share a ground. */
export function specificationGrounds(
  columns: SpecificationColumns,
  unit: string
): (specification: Specification) => Design {
  const [grounds, designs] = [new Map<string, Ground>(), new Map<string, Design>()];
  const settled = new Map<Specification, Design>();
  const rowsOf = completeRows(columns, unit);
  return (specification) => {
    const known = settled.get(specification);
    if (known) return known;
    const {rows, name} = rowsOf(specification);
    const {controls, effects, weights} = specification;
    const place = JSON.stringify([effects, weights, name]);
    const ground = grounds.get(place) ?? groundOf(columns, specification, {rows, unit});
    grounds.set(place, ground);
    const whole = JSON.stringify([controls, place]);
    const design = designs.get(whole) ?? designOn(ground, specification, columns);
    designs.set(whole, design);
    settled.set(specification, design);
    return design;
  };
}

interface NamedRows {
  readonly rows: Int32Array;
  /** the same for the same rows */
  readonly name: number;
}

/** Columns that miss the same rows, and sets of rows that are the same, are told by their numbers. */
function completeRows(columns: SpecificationColumns, unit: string): (specification: Specification) => NamedRows {
  const [gaps, found] = [new Map<string, Uint8Array>(), new Map<string, NamedRows>()];
  const [gapNames, rowNames] = [numbering(), numbering()];
  const named = new Map<string, number>();
  const gapOf = (key: string, of: () => Uint8Array): number => {
    const gap = gaps.get(key) ?? of();
    gaps.set(key, gap);
    const name = named.get(key) ?? gapNames(gap.join(""));
    named.set(key, name);
    return name;
  };
  const ofNumbers = (name: string): number =>
    gapOf(`number ${name}`, () => Uint8Array.from(columns.numeric(name), (value) => Number(Number.isNaN(value))));
  const ofWeights = (name: string): number =>
    gapOf(`weight ${name}`, () => Uint8Array.from(columns.weights(name), (value) => Number(!(value > 0))));
  const ofLabels = (name: string): number =>
    gapOf(`label ${name}`, () => Uint8Array.from(columns.labels(name), (value: Value) => Number(isMissing(value))));
  const ofSample = (name: string): number =>
    gapOf(`sample ${name}`, () => Uint8Array.from(columns.sample(name), (value) => Number(value !== 1)));
  return ({outcome, exposure, controls, effects, sample, weights}) => {
    const needed = [
      ...[outcome, exposure, ...controls].map(ofNumbers),
      ...(weights === null ? [] : [ofWeights(weights)]),
      ...[unit, ...effects].map(ofLabels),
      ...(sample === null ? [] : [ofSample(sample)])
    ];
    const key = [...new Set(needed)].toSorted((a, b) => a - b).join();
    const known = found.get(key);
    if (known) return known;
    const masks = Array.from(named).flatMap(([of, name]) => (needed.includes(name) ? [gaps.get(of)!] : []));
    const rows = Int32Array.from(masks[0]!.keys()).filter((row) => masks.every((mask) => mask[row] === 0));
    const one = {rows, name: rowNames(rows.join())};
    found.set(key, one);
    return one;
  };
}

function numbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
}

/** The ground of some rows. */
export function groundOf(
  {labels, numeric: numbers}: SpecificationColumns,
  {effects, weights}: Pick<Shared, "effects" | "weights">,
  {rows: given, unit}: {readonly rows: Int32Array; readonly unit: string}
): Ground {
  const rows = inBlocks(
    given,
    effects.map((name) => encode(name, labels(name), given))
  );
  const weight = weights === null ? null : takeRows(numbers(weights), rows);
  const codes = effects.map((name) => encode(name, labels(name), rows));
  const absorb = demeaner(codes, {weights: weight});
  const root = weight?.map(Math.sqrt);
  return {
    rows,
    unit: encode(unit, labels(unit), rows),
    effects: codes,
    weights: weight,
    meanWeight: weight ? mean(weight) : 1,
    within(column, into) {
      const result = absorb(column, into);
      if (root) for (let i = 0; i < result.length; i++) result[i]! *= root[i]!;
      return result;
    }
  };
}

/** Rows one level after the other of the effect that has most, the order in which fixed effects are taken out. */
function inBlocks(rows: Int32Array, effects: readonly Codes[]): Int32Array {
  const [many] = effects.toSorted((a, b) => b.levels - a.levels);
  if (!many) return rows;
  const order = Int32Array.from(rows.keys()).toSorted((a, b) => many.codes[a]! - many.codes[b]! || a - b);
  return order.map((place) => rows[place]!);
}

export function designOn(ground: Ground, {controls, effects}: Shared, columns: SpecificationColumns): Design {
  const {rows, within} = ground;
  const constant = effects.length > 0 ? [] : [within(new Float64Array(rows.length).fill(1))];
  const raw = controls.map((name) => takeRows(columns.numeric(name), rows));
  const {q, dependent} = orthogonalise([...constant, ...raw.map((column) => within(column))]);
  return {ground, basis: q, dependent: dependent.length > 0};
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
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
