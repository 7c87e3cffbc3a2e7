/** A study's released tables as cells have them: Arquero tables, each column described. */
import type {ColumnTable} from "arquero";
import {table as makeTable} from "arquero";
import {capital} from "../evidence/format.js";
import type {MeasureDescription} from "../evidence/measure.js";
import {describeMeasures, measureNamed} from "../evidence/measure.js";
import {isSuppressed} from "../released/cell.js";
import type {ReleasedRow, ReleasedTable} from "../released/table.js";
import type {Names, StudyKept} from "../words/language.js";
import {columnsOf} from "./columnsOf.js";
import {nearestName} from "../stats/errors/nearestName.js";

/** What cells need to know of the study; all of its description is there. */
export interface NotebookStudy extends StudyKept {
  readonly title: string;
  readonly measures: readonly MeasureDescription[];
  readonly currency: {readonly label: string};
  readonly words: NonNullable<StudyKept["words"]> & {readonly unit: {readonly one: string; readonly many: string}};
  readonly names?: Names;
  readonly programmeYears: readonly [number, number];
  readonly plan: readonly {
    readonly finding: string;
    readonly specification: string;
    readonly term: string;
    readonly dated: string;
  }[];
}

/** What was published, as `tables.json` beside the runtime has it. */
export interface Published {
  readonly version: string;
  readonly study: NotebookStudy;
  readonly tables: Readonly<Record<string, ReleasedTable>>;
}

export type Tables = Readonly<Record<string, ColumnTable>>;

export interface ColumnDescription {
  readonly column: string;
  readonly label: string;
  readonly unit: string;
  /** cells withheld by disclosure control; they are null in the table */
  readonly suppressed: number;
  readonly missing: number;
}

const released = new WeakMap<object, readonly ReleasedRow[]>();
let described: ReadonlyMap<string, MeasureDescription> = new Map();

/** The tables by name; where a name is nearly one, the one that was meant is named. */
export function tablesOf({study, tables}: Published): Tables {
  const unit = {
    name: "department_id",
    label: study.words.unit.one,
    unit: "",
    direction: "higher",
    role: "context"
  } as const;
  described = new Map([...describeMeasures(study.measures, study.currency.label), [unit.name, unit]]);
  const made = new Map<string, ColumnTable>();
  const names = Object.keys(tables);
  return new Proxy({} as Tables, {
    get(_, name) {
      if (typeof name !== "string") return undefined;
      const source = Object.hasOwn(tables, name) ? tables[name] : undefined;
      if (!source) {
        const meant = nearestName(name, names);
        if (meant) throw new RangeError(`no such table: ${name}; did you mean ${meant}? There are ${names.join(", ")}`);
        return undefined;
      }
      const known = made.get(name) ?? makeTable(columnsOf(source));
      made.set(name, known);
      released.set(known, source.rows);
      return known;
    },
    has: (_, name) => names.includes(String(name)),
    ownKeys: () => names,
    getOwnPropertyDescriptor: (target, name) =>
      names.includes(String(name))
        ? {enumerable: true, configurable: true, get: () => Reflect.get(target, name) as unknown}
        : undefined
  });
}

/** The rows of anything with columns; of a released table as it is, with what is withheld as such. */
export function rowsOf(data: Parameters<typeof columnsOf>[0]): readonly ReleasedRow[] {
  const own = released.get(data);
  if (own) return own;
  if (Array.isArray(data)) return data as readonly ReleasedRow[];
  const columns = Object.entries(columnsOf(data));
  return Array.from({length: columns[0]?.[1].length ?? 0}, (_, i) =>
    Object.fromEntries(columns.map(([name, column]) => [name, column[i] ?? null]))
  );
}

/**
 * Each column of a table: its label, its unit, how many cells are withheld and how many are missing.
 * @example describe(tables.department_years)
 */
export function describe(data: Parameters<typeof columnsOf>[0]): ColumnDescription[] {
  const rows = rowsOf(data);
  return Object.keys(rows[0] ?? {}).map((column) => {
    const {label, unit} = measureOf(column);
    return {
      column,
      label,
      unit,
      suppressed: rows.filter((row) => isSuppressed(row[column])).length,
      missing: rows.filter((row) => row[column] === null || row[column] === undefined).length
    };
  });
}

/** How a column is called, and its unit. */
export function measureOf(column: string): {label: string; unit: string} {
  const {label, unit} = measureNamed(described, column);
  return {label: capital(label), unit};
}
