import type {MeasureDescription} from "../evidence/measure.js";
import type {Table} from "../stats/formula/table.js";

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
  /** what these are called, by the study's own word */
  readonly lineWords: {readonly one: string; readonly many: string};
  /** what its times are called: years, but for places in a year's order of sessions */
  readonly timeWords: {readonly one: string; readonly many: string};
  /** column whose text names a row's unit to a reader */
  readonly named: string | null;
  readonly measures: readonly GrainMeasure[];
}

/** What a comparison may be narrowed to: "years", "lines"; nothing where rows are all of one kind. */
const narrowings = ({line, lineWords, time, timeWords}: Grain): string[] => [
  ...(time === null ? [] : [timeWords.many]),
  ...(line === null ? [] : [lineWords.many])
];

/** "years or lines" */
export const narrowedBy = (grain: Grain): string => narrowings(grain).join(" or ");

/** "measures, years or lines" */
export const chosenBy = (grain: Grain): string => {
  const all = ["measures", ...narrowings(grain)];
  return [all.slice(0, -1).join(", "), ...all.slice(-1)].filter((part) => part !== "").join(" or ");
};

/** "yearly change", "changes from session to session" */
export function changeWords({timeWords: {one}}: Grain, ending: "" | "s" = ""): string {
  return one === "year" ? `yearly change${ending}` : `change${ending} from ${one} to ${one}`;
}

/** A measure's values by row. */
export function valuesOf({columns}: Grain, name: string): Float64Array {
  return columns[name] as Float64Array;
}

const labels = new WeakMap<Grain, Map<string | null, readonly string[]>>();
const places = new WeakMap<Grain, Map<string, LabelPlaces>>();
const before = new WeakMap<Grain, Map<number, Int32Array>>();
const distinct = new WeakMap<Grain, Map<string, readonly string[]>>();

/** A key's labels by row, as text; made once a grain. */
export function labelsOf(grain: Grain, name: string | null): readonly string[] {
  return keptIn(labels, grain, name, () => {
    const column = name === null ? undefined : grain.columns[name];
    return Array.from({length: grain.size}, (_, row) => String(column?.[row] ?? ""));
  });
}

interface LabelPlaces {
  /** by row, each label's place among those met, from 0 */
  readonly codes: Int32Array;
  readonly levels: number;
  readonly missing: boolean;
}

/** A key's labels by row, counted from 0 in the order in which they are met, missing ones too. Made once a grain. */
export function placesOf(grain: Grain, name: string): LabelPlaces {
  return keptIn(places, grain, name, () => {
    const met = new Map<string, number>();
    const codes = Int32Array.from(labelsOf(grain, name), (label) => {
      if (!met.has(label)) met.set(label, met.size);
      return met.get(label)!;
    });
    return {codes, levels: met.size, missing: met.has("") || met.has("NaN")};
  });
}

/** A key's labels by row, counted from 0 in their order; null where one is missing. */
export function codesOf(grain: Grain, name: string): Int32Array | null {
  const {codes, missing} = placesOf(grain, name);
  return missing ? null : codes;
}

/** By row, that of its unit so many periods before, -1 where there is none. Made once a grain and number of periods. */
export function rowsBefore(grain: Grain, periods: number): Int32Array {
  return keptIn(before, grain, periods, () => {
    const {time} = grain;
    if (time === null) return new Int32Array(grain.size).fill(-1);
    const years = valuesOf(grain, time);
    const units = labelsOf(grain, grain.unit);
    const rows = new Map(units.map((unit, row) => [`${unit}\u0000${years[row]}`, row]));
    return Int32Array.from(units, (unit, row) => rows.get(`${unit}\u0000${years[row]! - periods}`) ?? -1);
  });
}

/** A key's different labels, in the order in which they are met, those that are missing left out. */
export function distinctOf(grain: Grain, name: string | null): readonly string[] {
  if (name === null) return [];
  return keptIn(distinct, grain, name, () => [...new Set(labelsOf(grain, name))].filter((label) => label !== ""));
}

function keptIn<Name, Value>(
  kept: WeakMap<Grain, Map<Name, Value>>,
  grain: Grain,
  name: Name,
  make: () => Value
): Value {
  const known = kept.get(grain) ?? new Map<Name, Value>();
  kept.set(grain, known);
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
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
