import * as z from "zod/mini";
import type {Estimate} from "../../src/stats/estimate.js";
import {checkTable} from "./checkTable.js";
import {columnReader, type ColumnReader} from "./columnReader.js";
import {parseOptions} from "./parseOptions.js";
import type {Specification, Table} from "./table.js";

export type Method = (specification: Specification, table?: Table) => Estimate<object>;

type Schema<Shape extends z.core.$ZodLooseShape> = z.ZodMiniObject<Shape, z.core.$strict>;

/** A method of `estimate`: what it may be asked, as a closed schema, and how it answers. */
export function defineMethod<const Shape extends z.core.$ZodLooseShape>(
  name: string,
  shape: Shape,
  answer: (asked: z.output<Schema<Shape>>, read: ColumnReader) => Estimate<object>
): Method {
  const schema = z.strictObject({method: z.optional(z.string()), data: z.optional(z.unknown()), ...shape});
  return (specification, table = {}) => {
    const parsed = parseOptions(name, schema, specification);
    const asked = Object.fromEntries(Object.entries(parsed).filter(([key]) => key !== "method" && key !== "data"));
    return answer(asked as z.output<Schema<Shape>>, columnReader(checkTable(table)));
  };
}
