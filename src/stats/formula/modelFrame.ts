import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Dropped} from "../estimate.js";
import {columnsIn, type Formula, labelOf, parseFormula} from "./parseFormula.js";
import {columnOf, isFactor, numeric, rowsOf, type Table, type Value} from "./table.js";
import type {FrameOptions} from "./frameOptions.js";
import {type Codes, crossed, encode, type Labelled} from "./labelCodes.js";
import {keep, marking, missingLabel, missingIn, type Reason} from "./keepRows.js";
import {evaluator} from "./evaluator.js";
import {expand, pick, wholeFactors} from "./expandTerm.js";

export type {FrameOptions} from "./frameOptions.js";
export type {Codes} from "./labelCodes.js";
export type {Table, Value} from "./table.js";

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
  closedOptions("levels", options.levels ?? {}, Object.keys(table));
  const evaluate = evaluator(table, size, options);
  const left = numeric(evaluate(formula.left), labelOf(formula.left));
  const regressors = formula.terms.map(({label, parts}) => ({label, columns: parts.map((part) => evaluate(part))}));
  const known = new Map<string, Labelled>();
  const labelledBy = (names: readonly string[]): Labelled => {
    const name = names.join("^");
    const labels = known.get(name) ?? {name, ...crossed(table, names)};
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
  const asked = new Set<ArrayLike<Value>>();
  // what stands in two places of a formula is looked through once
  const missing = (name: string, column: ArrayLike<Value>, marks = missingIn): Reason[] =>
    asked.has(column) ? [] : (asked.add(column), [[`missing ${name}`, marks(column)]]);
  const {rows, dropped} = keep(size, [
    ...sources.flatMap((name) => missing(name, columnOf(table, name))),
    ...[...effects, ...grouped].flatMap((one) => missing(one.name, one.labels, () => missingLabel(one))),
    ...missing(outcome, left),
    ...regressors.flatMap(({label, columns}) => columns.flatMap((column) => missing(label, column))),
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
