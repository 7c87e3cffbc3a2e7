import type {Column} from "../../src/stats/description/completeCases.js";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {modelFrame} from "../../src/stats/formula/modelFrame.js";
import type {ColumnReader} from "./columnReader.js";

export interface TwoSides {
  readonly y: Column;
  readonly group: readonly (string | null)[];
}

/** The outcome and the groups of a formula "y ~ group"; the left side may be a function of a column. */
export function twoSidesOf(formula: string, read: ColumnReader): TwoSides {
  const match = /^\s*([^~]+?)\s*~\s*(?:factor\(\s*)?([^~()]+?)\s*\)?\s*$/.exec(formula);
  if (!match) throw new InvalidArgument(`invalid formula; not "y ~ group": ${formula}`);
  const [, y, group] = match as unknown as [string, string, string];
  return {y: read.has(y) ? read.numbers(y) : valuesOf(y, read), group: read.labels(group)};
}

function valuesOf(expression: string, read: ColumnReader): Column {
  const {rows, y} = modelFrame(`${expression} ~ 1`, read.typed({labels: []}));
  const values: (number | null)[] = Array.from({length: read.rows}, () => null);
  rows.forEach((row, i) => (values[row] = y[i]!));
  return values;
}
