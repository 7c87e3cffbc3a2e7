import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {type Formula, labelOf} from "./parseFormula.js";
import {isFactor, type Value} from "./table.js";
import type {FrameOptions} from "./frameOptions.js";

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
export function wholeFactors({terms, intercept, effects}: Formula, regressors: readonly Regression[]): boolean[][] {
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

interface Expansion {
  readonly levels?: FrameOptions["levels"];
  readonly whole: readonly boolean[];
}

/** A term's columns: the product of its parts, a factor being one column for each level after its reference, or for all. */
export function expand(
  columns: readonly ArrayLike<Value>[],
  labels: readonly string[],
  rows: Int32Array,
  {levels = {}, whole}: Expansion
): Regressor[] {
  const factors = columns.map((column, i) => {
    const label = labels[i] ?? "";
    if (column instanceof Float64Array) return [{name: unlevelled(label, levels), values: pick(column, rows)}];
    if (!hasText(column, rows)) return [{name: unlevelled(label, levels), values: numbersAt(column, rows)}];
    const texts = Array.from(rows, (row) => String(column[row]!));
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

function hasText(column: ArrayLike<Value>, rows: Int32Array): boolean {
  if (column instanceof Int32Array) return false;
  for (let i = 0; i < rows.length; i++) {
    const value = column[rows[i]!];
    if (typeof value === "string" && value !== "") return true;
  }
  return false;
}

function numbersAt(column: ArrayLike<Value>, rows: Int32Array): Float64Array {
  const numbers = new Float64Array(rows.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = Number(column[rows[i]!]);
  return numbers;
}

/** @throws {InvalidArgument} where levels are given for what is read as numbers */
function unlevelled(label: string, levels: NonNullable<FrameOptions["levels"]>): string {
  if (Object.hasOwn(levels, label))
    throw new InvalidArgument(`invalid levels; ${label} is read as numbers; write factor(${label})`);
  return label;
}

/** A number with a sign of its unit, its thousands or its decimals, as spreadsheets write it: 20%, 1,5, ¥300, (1 200). */
const dressedNumber = /^[\s(+−-]*[¥$€£]?\s*\d[\d\s.,']*\s*[%¥円€$£)]*$/;

/** As a file of data has it: neither hexadecimal nor infinite. */
const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A column of numbers with fewer texts among them is a mistake, not a factor; so is one of numbers with signs to them. */
function refuseMixed(label: string, texts: readonly string[], rows: Int32Array): void {
  const dressed = texts.findIndex((text) => Number.isNaN(Number(text)) && dressedNumber.test(text.normalize("NFKC")));
  if (dressed >= 0)
    throw new InvalidArgument(
      `invalid ${label}; not a plain number in row ${rows[dressed]! + 1}: ${texts[dressed]}; write it without signs, or factor(${label})`
    );
  const strays = texts.flatMap((text, i) => (plainNumber.test(text.trim()) ? [] : [i]));
  const [first] = strays;
  if (first !== undefined && 2 * strays.length < texts.length)
    throw new InvalidArgument(
      `invalid ${label}; not a number in row ${rows[first]! + 1}: ${texts[first]}; use empty for missing, or factor(${label})`
    );
}

export function pick(values: Float64Array, rows: Int32Array): Float64Array {
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
