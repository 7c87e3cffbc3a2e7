import type {Dropped} from "../estimate.js";
import type {Expression, Formula} from "./parseFormula.js";
import {columnsIn, labelOf, parseFormula} from "./parseFormula.js";

export type Value = string | number | boolean | null;
export type Table = Readonly<Record<string, ArrayLike<Value>>>;

export interface FrameOptions {
  /** column of the panel's unit, for l() and d() */
  readonly unit?: string;
  /** column of its period, for l() and d() */
  readonly time?: string;
  /** levels of a factor, the first its reference; without it they are sorted */
  readonly levels?: Readonly<Record<string, readonly string[]>>;
  readonly weights?: string;
  /** further columns that must not be missing, kept as codes: those of clusters */
  readonly groups?: readonly string[];
}

export interface Codes {
  readonly name: string;
  readonly levels: number;
  /** level of each row, from 0 */
  readonly codes: Int32Array;
}

export interface ModelFrame {
  readonly formula: Formula;
  readonly n: number;
  /** which rows of the table are in the frame */
  readonly rows: Int32Array;
  readonly y: Float64Array;
  readonly names: readonly string[];
  readonly x: readonly Float64Array[];
  /** which of the formula's terms each column of x is of; -1 for the constant */
  readonly termOf: readonly number[];
  readonly weights: Float64Array | null;
  readonly effects: readonly Codes[];
  readonly groups: readonly Codes[];
  readonly dropped: readonly Dropped[];
}

const functions: Readonly<Record<string, (value: number) => number>> = {
  log: Math.log,
  exp: Math.exp,
  sqrt: Math.sqrt,
  abs: Math.abs,
  I: (value) => value
};

const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b
};

/**
 * A formula over a table -> outcome, regressors, fixed effects and groups of the complete rows; the others are dropped
 * and counted by reason.
 *
 * @throws {RangeError} if a column is missing, or a value has no logarithm
 */
export function modelFrame(source: string, table: Table, options: FrameOptions = {}): ModelFrame {
  const formula = parseFormula(source);
  const {weights, groups = []} = options;
  const size = rowsOf(table);
  const evaluate = evaluator(table, size, options);
  const left = numeric(evaluate(formula.left), labelOf(formula.left));
  const regressors = formula.terms.map(({label, parts}) => ({label, columns: parts.map((part) => evaluate(part))}));
  const effects = formula.effects.map((names) => ({name: names.join("^"), labels: crossed(table, names)}));
  const grouped = groups.map((name) => ({name, labels: crossed(table, name.split("^"))}));
  const weight = weights === undefined ? null : numeric(columnOf(table, weights), weights);
  if (weight?.some((value) => value < 0)) throw new RangeError(`invalid weights; below 0 in ${weights}`);

  const sources = [...new Set([formula.left, ...formula.terms.flatMap(({parts}) => parts)].flatMap(columnsIn))];
  const outcome = labelOf(formula.left);
  const {rows, dropped} = keep(size, [
    ...sources.map((name): Reason => [`missing ${name}`, missingIn(columnOf(table, name))]),
    ...[...effects, ...grouped].map(({name, labels}): Reason => [`missing ${name}`, (row) => labels[row]! < 0]),
    [`missing ${outcome}`, missingIn(left)],
    ...regressors.flatMap(({label, columns}) =>
      columns.map((column): Reason => [`missing ${label}`, missingIn(column)])
    ),
    ...(weight
      ? [
          [`missing ${weights}`, missingIn(weight)] satisfies Reason,
          ["zero weight", (row) => weight[row] === 0] satisfies Reason
        ]
      : [])
  ]);
  if (rows.length === 0)
    throw new RangeError(
      `not identified: no row is left of ${size}; ${dropped.map(({reason, n}) => `${reason} in ${n}`).join(", ")}`
    );
  const names: string[] = [];
  const x: Float64Array[] = [];
  const termOf: number[] = [];
  if (formula.intercept) {
    termOf.push(-1);
    names.push("(Intercept)");
    x.push(new Float64Array(rows.length).fill(1));
  }
  let constant = formula.intercept || formula.effects.length > 0;
  const known = new Set(formula.terms.map(({label}) => label));
  formula.terms.forEach(({parts}, term) => {
    const labels = parts.map(labelOf);
    const factors = regressors[term]!.columns.map((column, i): readonly Regressor[] | null => {
      const rest = labels.filter((_, j) => j !== i).join(":");
      const whole = rest === "" ? !constant : !known.has(rest);
      return dummies(labels[i]!, column, rows, {levels: options.levels, whole});
    });
    for (const {name, values} of product(
      factors.map((dummy, i) => dummy ?? [numbers(labels[i]!, regressors[term]!.columns[i]!, rows)])
    )) {
      names.push(name);
      x.push(values);
      termOf.push(term);
    }
    if (labels.length === 1 && factors[0]) constant = true;
  });
  const code = ({name, labels}: {name: string; labels: Int32Array}): Codes => encode(name, labels, rows);
  return {
    formula,
    n: rows.length,
    rows,
    y: pick(left, rows),
    names,
    x,
    termOf,
    weights: weight && pick(weight, rows),
    effects: effects.map(code),
    groups: grouped.map(code),
    dropped
  };
}

type Reason = [string, (row: number) => boolean];

/** The rows that no reason drops; each dropped row counts for its first reason. */
function keep(size: number, reasons: readonly Reason[]): {rows: Int32Array; dropped: Dropped[]} {
  const out = new Uint8Array(size);
  const counts = new Map<string, number>();
  for (const [reason, drops] of reasons) {
    if (drops === never) continue;
    let n = 0;
    for (let row = 0; row < size; row++) {
      if (out[row] === 1 || !drops(row)) continue;
      out[row] = 1;
      n += 1;
    }
    if (n > 0) counts.set(reason, (counts.get(reason) ?? 0) + n);
  }
  const dropped = Array.from(counts, ([reason, n]) => ({reason, n}));
  const rows = new Int32Array(size - dropped.reduce((sum, {n}) => sum + n, 0));
  for (let row = 0, place = 0; row < size; row++) if (out[row] === 0) rows[place++] = row;
  return {rows, dropped};
}

const never = (): boolean => false;

function missingIn(column: ArrayLike<Value>): (row: number) => boolean {
  if (column instanceof Int32Array) return never;
  return column instanceof Float64Array ? (row) => Number.isNaN(column[row]) : (row) => isMissing(column[row]!);
}

function rowsOf(table: Table): number {
  const [first, ...rest] = Object.entries(table);
  if (!first) throw new RangeError("invalid table; it has no columns");
  const uneven = rest.find(([, column]) => column.length !== first[1].length);
  if (uneven) throw new RangeError(`invalid table; ${uneven[0]} is not as long as ${first[0]}: ${uneven[1].length}`);
  return first[1].length;
}

function columnOf(table: Table, name: string): ArrayLike<Value> {
  const column = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!column) throw new RangeError(`missing column: ${name}; there are ${Object.keys(table).join(", ")}`);
  return column;
}

function isMissing(value: Value): boolean {
  return value === null || value === "" || (typeof value === "number" && Number.isNaN(value));
}

function numeric(column: ArrayLike<Value>, name: string): Float64Array {
  if (column instanceof Float64Array) return column;
  return Float64Array.from({length: column.length}, (_, row) => {
    const value = column[row]!;
    if (isMissing(value)) return NaN;
    const number = Number(value);
    if (Number.isNaN(number)) throw new RangeError(`invalid ${name}; not a number in row ${row + 1}`);
    return number;
  });
}

/** Codes of the labels of columns crossed, -1 where one is missing. */
function crossed(table: Table, names: readonly string[]): Int32Array {
  return names
    .map((name) => labelled(columnOf(table, name)))
    .reduce((all, next) => {
      const places = new Map<number, number>();
      return all.map((code, row) => (code < 0 || next[row]! < 0 ? -1 : placeOf(places, code * 2 ** 26 + next[row]!)));
    });
}

function labelled(column: ArrayLike<Value>): Int32Array {
  if (column instanceof Int32Array) return fromLeast(column);
  const places = new Map<Value, number>();
  const codes = new Int32Array(column.length);
  for (let row = 0; row < codes.length; row++) {
    const value = column[row]!;
    codes[row] = isMissing(value) ? -1 : placeOf(places, typeof value === "number" ? value : String(value));
  }
  return codes;
}

/** Whole numbers that lie close together are codes already, but for where they start. */
function fromLeast(column: Int32Array): Int32Array {
  let [least, most] = [Infinity, -Infinity];
  for (let row = 0; row < column.length; row++) {
    if (column[row]! < least) least = column[row]!;
    if (column[row]! > most) most = column[row]!;
  }
  return most - least < 2 ** 25 ? column.map((value) => value - least) : labelled(Array.from(column));
}

function placeOf<Key>(places: Map<Key, number>, key: Key): number {
  const place = places.get(key);
  if (place !== undefined) return place;
  places.set(key, places.size);
  return places.size - 1;
}

/** Codes again, from 0 in the order of the kept rows. */
function encode(name: string, labels: Int32Array, rows: Int32Array): Codes {
  const places = new Int32Array(labels.reduce((most, code) => Math.max(most, code), -1) + 1).fill(-1);
  const codes = new Int32Array(rows.length);
  let levels = 0;
  for (let i = 0; i < codes.length; i++) {
    const label = labels[rows[i]!]!;
    if (places[label]! < 0) places[label] = levels++;
    codes[i] = places[label]!;
  }
  return {name, levels, codes};
}

function evaluator(table: Table, size: number, {unit, time}: FrameOptions): (part: Expression) => ArrayLike<Value> {
  const evaluate = (part: Expression): ArrayLike<Value> => {
    switch (part.kind) {
      case "column":
        return columnOf(table, part.name);
      case "number":
        return new Float64Array(size).fill(part.value);
      case "operation": {
        const [a, b] = [part.left, part.right].map((side) => numeric(evaluate(side), labelOf(side)));
        const apply = operations[part.operator]!;
        return a!.map((value, row) => apply(value, b![row]!));
      }
      case "call":
        return call(part.name, part.args, part);
    }
  };
  const call = (name: string, args: readonly Expression[], whole: Expression): ArrayLike<Value> => {
    const [first, second] = args;
    if (!first) throw new RangeError(`invalid ${labelOf(whole)}; it takes a column`);
    if (name === "factor") return Array.from(evaluate(first), (value) => (isMissing(value) ? null : String(value)));
    const values = numeric(evaluate(first), labelOf(first));
    if (name === "l" || name === "d") {
      const lag = name === "d" || !second ? 1 : second.kind === "number" ? second.value : NaN;
      const before = lagged(values, lag, labelOf(whole));
      return name === "l" ? before : values.map((value, row) => value - before[row]!);
    }
    const apply = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!apply)
      throw new RangeError(`unknown function: ${name}; there are ${Object.keys(functions).join(", ")}, l, d, factor`);
    return values.map((value, row) => {
      const result = apply(value);
      if (!Number.isNaN(value) && !Number.isFinite(result))
        throw new RangeError(`invalid ${labelOf(first)}; ${name} of ${value} in row ${row + 1} is not finite`);
      return result;
    });
  };
  const lagged = (values: Float64Array, lag: number, label: string): Float64Array => {
    if (!Number.isInteger(lag)) throw new RangeError(`invalid ${label}; a lag is a whole number`);
    if (time === undefined) throw new RangeError(`invalid ${label}; a lag needs the option time, and unit in a panel`);
    const periods = numeric(columnOf(table, time), time);
    const units = unit === undefined ? null : columnOf(table, unit);
    const key = (row: number, period: number): string => `${units ? String(units[row]) : ""}\u0000${period}`;
    const places = new Map<string, number>();
    for (let row = 0; row < size; row++) {
      const place = key(row, periods[row]!);
      if (places.has(place)) throw new RangeError(`invalid ${label}; two rows of one unit and period: ${periods[row]}`);
      places.set(place, row);
    }
    return values.map((_, row) => values[places.get(key(row, periods[row]! - lag)) ?? -1] ?? NaN);
  };
  return evaluate;
}

interface Regressor {
  readonly name: string;
  readonly values: Float64Array;
}

/** A term's columns: every product of one column from each of its parts. */
function product(parts: readonly (readonly Regressor[])[]): readonly Regressor[] {
  return parts.reduce((products, columns) =>
    products.flatMap((one) =>
      columns.map(({name, values}) => ({
        name: `${one.name}:${name}`,
        values: one.values.map((value, row) => value * values[row]!)
      }))
    )
  );
}

function numbers(name: string, column: ArrayLike<Value>, rows: Int32Array): Regressor {
  if (column instanceof Float64Array) return {name, values: pick(column, rows)};
  return {name, values: Float64Array.from(rows, (row) => Number(column[row]!))};
}

function pick(values: Float64Array, rows: Int32Array): Float64Array {
  if (rows.length === values.length) return values;
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < picked.length; i++) picked[i] = values[rows[i]!]!;
  return picked;
}

/**
 * One column for each level of a factor after its reference, and for that too where no other term holds it (`whole`), as
 * in R; null for numbers.
 */
function dummies(
  label: string,
  column: ArrayLike<Value>,
  rows: Int32Array,
  {levels: all = {}, whole}: {readonly levels: FrameOptions["levels"]; readonly whole: boolean}
): readonly Regressor[] | null {
  if (column instanceof Float64Array) return null;
  const cells = Array.from(rows, (row) => column[row]!);
  if (!cells.some((value) => typeof value === "string")) return null;
  const values = cells.map(String);
  const given = all[/^factor\((.*)\)$/.exec(label)?.[1] ?? label];
  const found = [...new Set(values)];
  const numericLevels = found.every((level) => !Number.isNaN(Number(level)));
  const levels = given ?? found.toSorted(numericLevels ? (a, b) => Number(a) - Number(b) : undefined);
  const unknown = found.find((level) => !levels.includes(level));
  if (unknown !== undefined) throw new RangeError(`invalid levels; ${label} has another: ${unknown}`);
  return levels
    .slice(whole ? 0 : 1)
    .filter((level) => found.includes(level))
    .map((level) => ({
      name: `${label}${level}`,
      values: Float64Array.from(values, (value) => (value === level ? 1 : 0))
    }));
}
