import type {MeasureDescription} from "../evidence/measure.js";
import type {Table} from "../stats/formula/modelFrame.js";

/** A measure that rows of a grain have. */
export interface GrainMeasure extends MeasureDescription {
  /** cells that are withheld, which enter no estimate */
  readonly withheld: number;
}

/** How a grain's rows hang together: units over time, a single series over time, or rows without an order. */
export type GrainKind = "panel" | "series" | "rows";

/** Released tables of the same keys as one table of columns: what can be compared with what. */
export interface Grain {
  /** the first of its tables */
  readonly name: string;
  /** "Departments by year" */
  readonly label: string;
  /** what a row is: "department-year" */
  readonly row: {readonly one: string; readonly many: string};
  readonly kind: GrainKind;
  /** what a unit is called, for a panel */
  readonly unitWords: {readonly one: string; readonly many: string};
  readonly tables: readonly string[];
  /** every key column, then every measure; numbers as Float64Array, NaN where withheld or missing */
  readonly columns: Table;
  readonly keys: readonly string[];
  readonly size: number;
  readonly unit: string | null;
  readonly time: string | null;
  /** column of the lines of business, or of what else the rows can be filtered by */
  readonly line: string | null;
  /** column whose text names a row's unit to a reader */
  readonly named: string | null;
  readonly measures: readonly GrainMeasure[];
}

/** A measure's values by row. */
export function valuesOf({columns}: Grain, name: string): Float64Array {
  return columns[name] as Float64Array;
}

/** A key's labels by row, as text. */
export function labelsOf({columns, size}: Grain, name: string | null): readonly string[] {
  const column = name === null ? undefined : columns[name];
  return Array.from({length: size}, (_, row) => String(column?.[row] ?? ""));
}

/** @throws {RangeError} if the grain has no such measure */
export function measureIn(grain: Grain, name: string): GrainMeasure {
  const found = grain.measures.find((measure) => measure.name === name);
  if (!found) throw new RangeError(`missing measure: ${name}; ${grain.name} has ${namesOf(grain).join(", ")}`);
  return found;
}

export function namesOf({measures}: Grain): string[] {
  return measures.map(({name}) => name);
}
