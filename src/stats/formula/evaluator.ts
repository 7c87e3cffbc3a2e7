import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {type Expression, labelOf} from "./parseFormula.js";
import {columnOf, isMissing, numeric, type Table, type Value} from "./table.js";
import type {FrameOptions} from "./frameOptions.js";

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

export function evaluator(
  table: Table,
  size: number,
  {unit, time}: FrameOptions
): (part: Expression) => ArrayLike<Value> {
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
