/**
 * Least squares of many specifications over one table: what they share is worked out once.
 *
 * Model      y = b x + controls + fixed effects + e, weighted or not; b = x~'y~ / x~'x~ with x~, y~ less their projection
 *            on controls and fixed effects (Frisch and Waugh)
 * Errors     CR1 by unit; df units less 1. CR2, for the specification that is published, is ols()'s
 * Source     as regression/ols.ts, against which it is checked
 */
import {studentTTwoSided} from "../distribution/studentT.js";
import type {Codes, Table, Value} from "../formula/modelFrame.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import {demeaner} from "../regression/demeaner.js";
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

interface Design {
  readonly rows: Int32Array;
  readonly unit: Codes;
  readonly weights: Float64Array | null;
  /** a column less its projection on the fixed effects, times the root of the weights */
  readonly within: (column: Float64Array) => Float64Array;
  readonly basis: readonly Float64Array[];
  readonly dependent: boolean;
}

export function specificationDesigns(table: Table, unit: string): SpecificationDesigns {
  const columns = new Map<string, Float64Array>();
  const numeric = (name: string): Float64Array => {
    const known = columns.get(name);
    if (known) return known;
    const column = columnOf(table, name);
    const values = Float64Array.from({length: column.length}, (_, row) => {
      const value = column[row]!;
      if (isMissing(value)) return NaN;
      const number = Number(value);
      if (Number.isNaN(number)) throw new RangeError(`invalid ${name}; not a number in row ${row + 1}: ${value}`);
      return number;
    });
    columns.set(name, values);
    return values;
  };
  const rowSets = new Map<string, Int32Array>();
  const rowsFor = ({outcome, exposure, controls, effects, sample, weights}: Specification): [string, Int32Array] => {
    const needed = [outcome, exposure, ...controls, ...(weights === null ? [] : [weights])].map(numeric);
    const labels = [unit, ...effects].map((name) => columnOf(table, name));
    const kept = sample === null ? null : numeric(sample);
    const rows: number[] = [];
    for (let row = 0; row < needed[0]!.length; row++) {
      if (kept && kept[row] !== 1) continue;
      if (needed.some((column) => Number.isNaN(column[row]))) continue;
      if (labels.some((column) => isMissing(column[row]!))) continue;
      if (weights !== null && !(numeric(weights)[row]! > 0)) continue;
      rows.push(row);
    }
    const key = rows.join();
    const known = rowSets.get(key);
    if (known) return [key, known];
    const set = Int32Array.from(rows);
    rowSets.set(key, set);
    return [key, set];
  };
  const places = new Map<string, [string, Int32Array]>();
  const designs = new Map<string, Design>();
  const outcomes = new Map<string, {within: Float64Array; spread: number}>();

  const designOf = (specification: Specification): [string, Design] => {
    const place = JSON.stringify(specification);
    const [rowKey, rows] = places.get(place) ?? rowsFor(specification);
    places.set(place, [rowKey, rows]);
    const {controls, effects, weights} = specification;
    const key = `${JSON.stringify([controls, effects, weights])} ${rowKey}`;
    const known = designs.get(key);
    if (known) return [key, known];
    const weight = weights === null ? null : Float64Array.from(rows, (row) => numeric(weights)[row]!);
    const absorbed = effects.map((name) => encode(name, columnOf(table, name), rows));
    const absorb = demeaner(absorbed, {weights: weight});
    const root = weight?.map(Math.sqrt);
    const within = (column: Float64Array): Float64Array => {
      const result = absorb(column);
      if (root) for (let i = 0; i < result.length; i++) result[i]! *= root[i]!;
      return result;
    };
    const constant = effects.length > 0 ? [] : [within(new Float64Array(rows.length).fill(1))];
    const raw = controls.map((name) => Float64Array.from(rows, (row) => numeric(name)[row]!));
    const {q, dependent} = orthogonalise([...constant, ...raw.map(within)]);
    const design: Design = {
      rows,
      unit: encode(unit, columnOf(table, unit), rows),
      weights: weight,
      within,
      basis: q,
      dependent: dependent.length > 0
    };
    designs.set(key, design);
    return [key, design];
  };

  return {
    exposure: numeric,
    estimate(specification, shuffled) {
      const [key, design] = designOf(specification);
      const {rows, unit: units, basis} = design;
      if (design.dependent) return "controls depend on one another or on the fixed effects";
      if (units.levels < 3) return `${units.levels} units`;
      const outcomeKey = `${specification.outcome} ${key}`;
      let outcome = outcomes.get(outcomeKey);
      if (!outcome) {
        const raw = Float64Array.from(rows, (row) => numeric(specification.outcome)[row]!);
        outcome = {within: project(design.within(raw), basis), spread: spreadOf(raw)};
        outcomes.set(outcomeKey, outcome);
      }
      const source = shuffled?.name === specification.exposure ? shuffled.values : numeric(specification.exposure);
      const raw = Float64Array.from(rows, (row) => source[row]!);
      const x = project(design.within(raw), basis);
      const y = outcome.within;
      const spread = spreadOf(raw);
      let [xx, xy] = [0, 0];
      for (let i = 0; i < x.length; i++) {
        xx += x[i]! * x[i]!;
        xy += x[i]! * y[i]!;
      }
      const scale = design.weights ? mean(design.weights) : 1;
      if (!(xx > 1e-14 * scale * x.length * spread ** 2)) return "the exposure does not vary beside the other terms";
      const b = xy / xx;
      const scores = new Float64Array(units.levels);
      for (let i = 0; i < x.length; i++) scores[units.codes[i]!]! += x[i]! * (y[i]! - b * x[i]!);
      let meat = 0;
      for (const score of scores) meat += score * score;
      const se = Math.sqrt((meat * units.levels) / (units.levels - 1)) / xx;
      if (!(se > 0)) return "no residual is left";
      return {
        estimate: b,
        se,
        p: studentTTwoSided(b / se, units.levels - 1),
        standardised: (b * spread) / outcome.spread,
        n: rows.length,
        units: units.levels
      };
    }
  };
}

function project(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  for (const direction of basis) {
    let along = 0;
    for (let i = 0; i < column.length; i++) along += direction[i]! * column[i]!;
    for (let i = 0; i < column.length; i++) column[i]! -= along * direction[i]!;
  }
  return column;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spreadOf(values: Float64Array): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}

function columnOf(table: Table, name: string): ArrayLike<Value> {
  const column = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!column) throw new RangeError(`missing column: ${name}; there are ${Object.keys(table).join(", ")}`);
  return column;
}

function isMissing(value: Value): boolean {
  return value === null || value === "" || (typeof value === "number" && Number.isNaN(value));
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
