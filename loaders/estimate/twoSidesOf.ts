import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Column} from "../../src/stats/description/completeCases.js";
import {modelFrame} from "../../src/stats/formula/modelFrame.js";
import type {SpecificationReader, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

export interface TwoSides {
  readonly y: Column;
  readonly group: readonly (string | number | null)[];
}

/** The outcome and the groups of a formula "y ~ group"; the left side may be a function of a column. */
export function twoSidesOf(formula: string, read: SpecificationReader): TwoSides {
  const match = /^\s*([^~]+?)\s*~\s*(?:factor\(\s*)?([^~()]+?)\s*\)?\s*$/.exec(formula);
  if (!match) throw new InvalidArgument(`invalid formula; not "y ~ group": ${formula}`);
  const [, y, group] = match as unknown as [string, string, string];
  const {labels} = specificationReader({...read.specification, group}, read.table);
  return {y: Object.hasOwn(read.table, y) ? read.columnNamed(y) : valuesOf(y, read.table), group: labels("group")};
}

function valuesOf(expression: string, table: Table): Column {
  const {rows, y} = modelFrame(`${expression} ~ 1`, table);
  const values: (number | null)[] = Object.values(table)[0]!.map(() => null);
  rows.forEach((row, i) => (values[row] = y[i]!));
  return values;
}
