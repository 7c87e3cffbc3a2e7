import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Column} from "../../src/stats/description/completeCases.js";

export type Cell = string | number | boolean | null;
export type Table = Readonly<Record<string, readonly Cell[]>>;
export type Specification = Readonly<Record<string, unknown>>;

/** Reads the options and columns that a specification names, or says which is missing. */
export interface SpecificationReader {
  readonly specification: Specification;
  readonly table: Table;
  has(option: string): boolean;
  text(option: string, choices?: readonly string[], fallback?: string): string;
  number(option: string): number | undefined;
  flag(option: string): boolean | undefined;
  /** the order of factors' levels, by column */
  levels(): Readonly<Record<string, readonly string[]>> | undefined;
  texts(option: string): string[];
  /** a list of numbers, or one */
  numbers(option: string): number[] | undefined;
  /** the numeric column that an option names */
  column(option: string): Column;
  columnNamed(name: string): Column;
  /** the labels in the column that an option names */
  labels(option: string): (string | number | null)[];
}

export function specificationReader(specification: Specification, table: Table): SpecificationReader {
  const method = String(specification.method);
  const cells = (name: string): readonly Cell[] => {
    const column = table[name];
    if (!column)
      throw new InvalidArgument(
        `missing column: ${name}; there are ${Object.keys(table).join(", ") || "none"}`,
        "missing_column"
      );
    return column;
  };
  const has = (option: string): boolean => specification[option] !== undefined && specification[option] !== null;
  const text = (option: string, choices?: readonly string[], fallback?: string): string => {
    const value = has(option) ? specification[option] : fallback;
    if (value === undefined) throw new InvalidArgument(`missing ${option}; ${method} needs it`);
    if (typeof value !== "string") throw new InvalidArgument(`invalid ${option}; not a text: ${JSON.stringify(value)}`);
    if (choices && !choices.includes(value))
      throw new InvalidArgument(`invalid ${option}; not one of ${choices.join(", ")}: ${value}`);
    return value;
  };
  const columnNamed = (name: string): Column =>
    cells(name).map((cell) => {
      if (cell === null || cell === "") return null;
      const value = Number(cell);
      if (Number.isNaN(value))
        throw new InvalidArgument(`invalid ${name}; not a number: ${cell}; use empty for missing`);
      return value;
    });
  return {
    specification,
    table,
    has,
    text,
    columnNamed,
    number(option) {
      if (!has(option)) return undefined;
      const value = specification[option];
      if (typeof value !== "number" || !Number.isFinite(value))
        throw new InvalidArgument(`invalid ${option}; not a number: ${JSON.stringify(value)}`);
      return value;
    },
    levels() {
      if (!has("levels")) return undefined;
      const given = specification.levels;
      if (typeof given !== "object" || !Object.values(given!).every(Array.isArray))
        throw new InvalidArgument(
          `invalid levels; not {column: [first is the reference, ...]}: ${JSON.stringify(given)}`
        );
      return given as Readonly<Record<string, readonly string[]>>;
    },
    numbers(option) {
      if (!has(option)) return undefined;
      const values = [specification[option]].flat();
      if (!values.every((value): value is number => typeof value === "number" && Number.isFinite(value)))
        throw new InvalidArgument(`invalid ${option}; not a list of numbers: ${JSON.stringify(specification[option])}`);
      return values;
    },
    flag(option) {
      const value = has(option) ? specification[option] : undefined;
      if (value !== undefined && typeof value !== "boolean")
        throw new InvalidArgument(`invalid ${option}; not true or false: ${JSON.stringify(value)}`);
      return value;
    },
    texts(option) {
      const value = has(option) ? specification[option] : [];
      if (!Array.isArray(value) || !value.every((entry) => typeof entry === "string")) {
        throw new InvalidArgument(`invalid ${option}; not a list of column names: ${JSON.stringify(value)}`);
      }
      return value;
    },
    column: (option) => columnNamed(text(option)),
    labels(option) {
      const column = cells(text(option));
      const texts = column.some((cell) => typeof cell === "string" && cell !== "");
      return column.map((cell) => (cell === null || cell === "" ? null : texts ? String(cell) : Number(cell)));
    }
  };
}
