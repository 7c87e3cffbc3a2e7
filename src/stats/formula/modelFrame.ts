import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {MissingColumn} from "../errors/missingColumn.js";
import {NotIdentified} from "../errors/notIdentified.js";
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
  /** products of factors' levels that no row has: they are no terms */
  readonly empty: readonly string[];
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
export function modelFrame(source: string | Formula, table: Table, options: FrameOptions = {}): ModelFrame {
  closedOptions("modelFrame", options, ["unit", "time", "levels", "weights", "groups"]);
  const formula = typeof source === "string" ? parseFormula(source) : source;
  const {weights, groups = []} = options;
  const size = rowsOf(table);
  const evaluate = evaluator(table, size, options);
  const left = numeric(evaluate(formula.left), labelOf(formula.left));
  const regressors = formula.terms.map(({label, parts}) => ({label, columns: parts.map((part) => evaluate(part))}));
  const known = new Map<string, Labelled>();
  const labelledBy = (names: readonly string[]): Labelled => {
    const name = names.join("^");
    const labels = known.get(name) ?? {name, labels: crossed(table, names)};
    known.set(name, labels);
    return labels;
  };
  const effects = formula.effects.map(labelledBy);
  const grouped = groups.map((name) => labelledBy(name.split("^")));
  const weight = weights === undefined ? null : numeric(columnOf(table, weights), weights);
  const negative = weight?.findIndex((value) => value < 0) ?? -1;
  if (negative >= 0)
    throw new InvalidArgument(
      `invalid weights; below 0 in ${weights}, row ${negative + 1}: ${weight![negative]}; drop the row or give it 0`
    );

  const sources = [...new Set([formula.left, ...formula.terms.flatMap(({parts}) => parts)].flatMap(columnsIn))];
  const outcome = labelOf(formula.left);
  const {rows, dropped} = keep(size, [
    ...sources.map((name): Reason => [`missing ${name}`, missingIn(columnOf(table, name))]),
    ...[...effects, ...grouped].map(({name, labels}): Reason => [`missing ${name}`, missingCode(labels)]),
    [`missing ${outcome}`, missingIn(left)],
    ...regressors.flatMap(({label, columns}) =>
      columns.map((column): Reason => [`missing ${label}`, missingIn(column)])
    ),
    ...(weight
      ? [
          [`missing ${weights}`, missingIn(weight)] satisfies Reason,
          ["zero weight", marking((row) => weight[row] === 0)] satisfies Reason
        ]
      : [])
  ]);
  if (rows.length === 0)
    throw new NotIdentified(
      `not identified: no row is left of ${size}, ${dropped.map(({reason, n}) => `${reason} in ${n}`).join(", ")}; drop such terms or add rows`,
      "no rows"
    );
  const names: string[] = [];
  const x: Float64Array[] = [];
  const termOf: number[] = [];
  if (formula.intercept) {
    termOf.push(-1);
    names.push("(Intercept)");
    x.push(new Float64Array(rows.length).fill(1));
  }
  const empty: string[] = [];
  const whole = wholeFactors(formula, regressors);
  regressors.forEach(({columns}, t) => {
    const labels = formula.terms[t]!.parts.map(labelOf);
    const crossing = columns.length > 1 && columns.every(isFactor);
    for (const {name, values} of expand(columns, labels, rows, {levels: options.levels, whole: whole[t]!})) {
      if (crossing && values.every((value) => value === 0)) {
        empty.push(name);
        continue;
      }
      names.push(name);
      x.push(values);
      termOf.push(t);
    }
  });
  const coded = new Map<Labelled, Codes>();
  const code = (labels: Labelled): Codes => {
    const codes = coded.get(labels) ?? encode(labels, rows);
    coded.set(labels, codes);
    return codes;
  };
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
    dropped,
    empty
  };
}

/** Why a row is dropped, and marks those rows that no earlier reason has marked; how many. */
type Reason = [string, (out: Uint8Array) => number];

/** The rows that no reason drops; each dropped row counts for its first reason. */
function keep(size: number, reasons: readonly Reason[]): {rows: Int32Array; dropped: Dropped[]} {
  const out = new Uint8Array(size);
  const counts = new Map<string, number>();
  for (const [reason, mark] of reasons) {
    const n = mark(out);
    if (n > 0) counts.set(reason, (counts.get(reason) ?? 0) + n);
  }
  const dropped = Array.from(counts, ([reason, n]) => ({reason, n}));
  const rows = new Int32Array(size - dropped.reduce((sum, {n}) => sum + n, 0));
  for (let row = 0, place = 0; row < size; row++) if (out[row] === 0) rows[place++] = row;
  return {rows, dropped};
}

function missingIn(column: ArrayLike<Value>): (out: Uint8Array) => number {
  if (column instanceof Int32Array) return () => 0;
  if (!(column instanceof Float64Array)) return marking((row) => isMissing(column[row]!));
  return (out) => {
    let n = 0;
    for (let row = 0; row < column.length; row++) {
      if (column[row] === column[row] || out[row] === 1) continue;
      out[row] = 1;
      n += 1;
    }
    return n;
  };
}

function missingCode(codes: Int32Array): (out: Uint8Array) => number {
  return (out) => {
    let n = 0;
    for (let row = 0; row < codes.length; row++) {
      if (codes[row]! >= 0 || out[row] === 1) continue;
      out[row] = 1;
      n += 1;
    }
    return n;
  };
}

function marking(drops: (row: number) => boolean): (out: Uint8Array) => number {
  return (out) => {
    let n = 0;
    for (let row = 0; row < out.length; row++) {
      if (out[row] === 1 || !drops(row)) continue;
      out[row] = 1;
      n += 1;
    }
    return n;
  };
}

function rowsOf(table: Table): number {
  const [first, ...rest] = Object.entries(table);
  if (!first) throw new InvalidArgument("invalid table; it has no columns");
  const uneven = rest.find(([, column]) => column.length !== first[1].length);
  if (uneven)
    throw new InvalidArgument(`invalid table; ${uneven[0]} is not as long as ${first[0]}: ${uneven[1].length}`);
  return first[1].length;
}

function columnOf(table: Table, name: string): ArrayLike<Value> {
  const column = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!column) throw new MissingColumn(name, Object.keys(table));
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
    if (!Number.isFinite(number))
      throw new InvalidArgument(`invalid ${name}; not a number in row ${row + 1}: ${value}; use empty for missing`);
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
  const mixed = isFactor(column);
  for (let row = 0; row < codes.length; row++) {
    const value = column[row]!;
    codes[row] = isMissing(value) ? -1 : placeOf(places, mixed ? String(value) : value);
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
  if (most - least >= 2 ** 25) return labelled(Array.from(column));
  if (least === 0) return column;
  const codes = new Int32Array(column.length);
  for (let row = 0; row < codes.length; row++) codes[row] = column[row]! - least;
  return codes;
}

function placeOf<Key>(places: Map<Key, number>, key: Key): number {
  const place = places.get(key);
  if (place !== undefined) return place;
  places.set(key, places.size);
  return places.size - 1;
}

interface Labelled {
  readonly name: string;
  /** -1 where one is missing */
  readonly labels: Int32Array;
}

/** Codes again, from 0 in the order of the kept rows. */
function encode({name, labels}: Labelled, rows: Int32Array): Codes {
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
    if (!first) throw new InvalidArgument(`invalid ${labelOf(whole)}; it takes a column`);
    if (name === "factor") return Array.from(evaluate(first), (value) => (isMissing(value) ? null : String(value)));
    const values = numeric(evaluate(first), labelOf(first));
    if (name === "l" || name === "d") {
      const lag = second ? constant(second) : 1;
      const before = lagged(values, lag, labelOf(whole));
      return name === "l" ? before : values.map((value, row) => value - before[row]!);
    }
    const apply = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!apply)
      throw new InvalidArgument(
        `unknown function: ${name}; there are ${Object.keys(functions).join(", ")}, l, d, factor`
      );
    return values.map((value, row) => {
      const result = apply(value);
      if (!Number.isNaN(value) && !Number.isFinite(result))
        throw new NotIdentified(
          `invalid ${labelOf(first)}; ${name} of ${value} in row ${row + 1} is not finite`,
          "not identified"
        );
      return result;
    });
  };
  const lagged = (values: Float64Array, lag: number, label: string): Float64Array => {
    if (!Number.isInteger(lag))
      throw new InvalidArgument(`invalid ${label}; a lag is a whole number of periods; write l(x, 1)`);
    if (time === undefined)
      throw new InvalidArgument(`invalid ${label}; a lag needs the option time, and unit in a panel`);
    const periods = numeric(columnOf(table, time), time);
    const units = unit === undefined ? null : columnOf(table, unit);
    const key = (row: number, period: number): string => `${units ? String(units[row]) : ""}\u0000${period}`;
    const places = new Map<string, number>();
    for (let row = 0; row < size; row++) {
      if (Number.isNaN(periods[row]) || (units && isMissing(units[row]!))) continue;
      const place = key(row, periods[row]!);
      if (places.has(place))
        throw new InvalidArgument(`invalid ${label}; two rows of one unit and period: ${periods[row]}`);
      places.set(place, row);
    }
    return values.map((_, row) => values[places.get(key(row, periods[row]! - lag)) ?? -1] ?? NaN);
  };
  return evaluate;
}

/** The value of an expression without columns. */
function constant(expression: Expression): number {
  if (expression.kind === "number") return expression.value;
  if (expression.kind !== "operation") return NaN;
  return operations[expression.operator]!(constant(expression.left), constant(expression.right));
}

interface Regressor {
  readonly name: string;
  readonly values: Float64Array;
}

interface Regression {
  readonly label: string;
  readonly columns: readonly ArrayLike<Value>[];
}

/**
 * By term and part, whether a factor takes a column for every level: where no term before holds the others of its product,
 * or it is the first factor of a formula without a constant. Elsewhere it leaves its reference out. This is R's rule.
 */
function wholeFactors({terms, intercept, effects}: Formula, regressors: readonly Regression[]): boolean[][] {
  const labels = terms.map(({parts}) => parts.map(labelOf));
  const whole = labels.map((own, t) =>
    own.map((_, i) => {
      const others = own.filter((_label, k) => k !== i);
      return others.length > 0 && !labels.slice(0, t).some((before) => others.every((label) => before.includes(label)));
    })
  );
  if (intercept || effects.length > 0) return whole;
  const first = regressors.findIndex(({columns}) => columns.some(isFactor));
  if (first >= 0) whole[first]![regressors[first]!.columns.findIndex(isFactor)] = true;
  return whole;
}

function isFactor(column: ArrayLike<Value>): boolean {
  if (column instanceof Float64Array || column instanceof Int32Array) return false;
  for (let row = 0; row < column.length; row++) if (typeof column[row] === "string" && column[row] !== "") return true;
  return false;
}

interface Expansion {
  readonly levels?: FrameOptions["levels"];
  readonly whole: readonly boolean[];
}

/** A term's columns: the product of its parts, a factor being one column for each level after its reference, or for all. */
function expand(
  columns: readonly ArrayLike<Value>[],
  labels: readonly string[],
  rows: Int32Array,
  {levels = {}, whole}: Expansion
): Regressor[] {
  const factors = columns.map((column, i) => {
    const label = labels[i] ?? "";
    if (column instanceof Float64Array) return [{name: label, values: pick(column, rows)}];
    const values = Array.from(rows, (row) => column[row]!);
    if (!isFactor(values)) return [{name: label, values: Float64Array.from(values, Number)}];
    const texts = values.map(String);
    const called = /^factor\((.*)\)$/.exec(label)?.[1];
    if (called === undefined) refuseMixed(label, texts, rows);
    return dummies(label, texts, {given: levels[called ?? label] ?? levels[label], whole: whole[i] ?? false});
  });
  return factors.reduce((products, parts) =>
    parts.flatMap(({name, values}) =>
      products.map((product) => ({
        name: `${product.name}:${name}`,
        values: product.values.map((value, row) => value * values[row]!)
      }))
    )
  );
}

/** A number with a sign of its unit, its thousands or its decimals, as spreadsheets write it: 20%, 1,5, ¥300, (1 200). */
const dressedNumber = /^[\s(+−-]*[¥$€£]?\s*\d[\d\s.,']*\s*[%¥円€$£)]*$/;

/** A column of numbers with fewer texts among them is a mistake, not a factor; so is one of numbers with signs to them. */
function refuseMixed(label: string, texts: readonly string[], rows: Int32Array): void {
  const dressed = texts.findIndex((text) => Number.isNaN(Number(text)) && dressedNumber.test(text.normalize("NFKC")));
  if (dressed >= 0)
    throw new InvalidArgument(
      `invalid ${label}; not a plain number in row ${rows[dressed]! + 1}: ${texts[dressed]}; write it without signs, or factor(${label})`
    );
  const strays = texts.flatMap((text, i) => (Number.isNaN(Number(text)) ? [i] : []));
  const [first] = strays;
  if (first !== undefined && 2 * strays.length < texts.length)
    throw new InvalidArgument(
      `invalid ${label}; not a number in row ${rows[first]! + 1}: ${texts[first]}; use empty for missing, or factor(${label})`
    );
}

function pick(values: Float64Array, rows: Int32Array): Float64Array {
  if (rows.length === values.length) return values;
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < picked.length; i++) picked[i] = values[rows[i]!]!;
  return picked;
}

interface Coding {
  readonly given?: readonly string[] | undefined;
  readonly whole: boolean;
}

function dummies(label: string, values: readonly string[], {given, whole}: Coding): Regressor[] {
  const found = new Set(values);
  const numericLevels = [...found].every((level) => !Number.isNaN(Number(level)));
  const asked = given?.map(String) ?? [...found].toSorted(numericLevels ? (a, b) => Number(a) - Number(b) : undefined);
  const unknown = values.find((level) => !asked.includes(level));
  if (unknown !== undefined)
    throw new InvalidArgument(`invalid levels; ${label} has another: ${unknown}; name it among them, or drop its rows`);
  if (found.size === 1 && !whole)
    throw new NotIdentified(`not identified: ${label} has one level only: ${values[0]}; drop it`, "too few groups", {
      has: 1,
      needs: 2
    });
  return asked
    .filter((level) => found.has(level))
    .slice(whole ? 0 : 1)
    .map((level) => ({
      name: `${label}${level}`,
      values: Float64Array.from(values, (value) => (value === level ? 1 : 0))
    }));
}
