import type {Random} from "../../../src/stats/random.js";
import type {Parameters} from "../parameters.js";
import type {SimulatedTables} from "../simulate.js";

export interface ExtractField {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "date";
  readonly [property: string]: unknown;
}

export type Cells = readonly (string | number | boolean | null | undefined)[];

export interface Extract {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly encoding: "utf-8" | "cp932";
  readonly delimiter: string;
  /** rows above the records */
  readonly header: readonly Cells[];
  /** the header's properties in the Table Dialect */
  readonly dialect?: Readonly<Record<string, unknown>>;
  readonly fields: readonly ExtractField[];
  readonly primaryKey?: readonly string[];
  readonly missingValues: readonly string[];
  readonly foreignKeys?: readonly object[];
  /** made once for the whole study, not for each office */
  readonly once?: true;
  rows(tables: SimulatedTables, parameters: Parameters, source: Random): Iterable<Cells>;
}

export const required = {constraints: {required: true}};
export const slashed = (date: unknown): string => (typeof date === "string" ? date.replaceAll("-", "/") : "");
export const field = (name: string, type: ExtractField["type"] = "string", rest: object = required): ExtractField => ({
  name,
  type,
  ...rest
});
