import {InvalidArgument} from "../errors/invalidArgument.js";
import {columnOf, numeric, type Table, type Value} from "../formula/table.js";

/** A table's columns as a specification reads them, each made once. */
export interface SpecificationColumns {
  readonly labels: (name: string) => ArrayLike<Value>;
  readonly numeric: (name: string) => Float64Array;
  /** numbers, none of them below 0 */
  readonly weights: (name: string) => Float64Array;
  /** 1 for rows that are kept, 0 or NaN for the others */
  readonly sample: (name: string) => Float64Array;
}

export function specificationColumns(table: Table): SpecificationColumns {
  const known = new Map<string, Float64Array>();
  const numbers = (name: string): Float64Array => {
    const column = known.get(name) ?? numeric(columnOf(table, name), name);
    known.set(name, column);
    return column;
  };
  return {
    labels: (name) => columnOf(table, name),
    numeric: numbers,
    weights(name) {
      const values = numbers(name);
      const negative = values.findIndex((value) => value < 0);
      if (negative >= 0)
        throw new InvalidArgument(
          `invalid weights; below 0 in ${name}, row ${negative + 1}; drop the row or give it 0`
        );
      return values;
    },
    sample(name) {
      const values = numbers(name);
      const other = values.findIndex((value) => !(value === 0 || value === 1 || Number.isNaN(value)));
      if (other >= 0)
        throw new InvalidArgument(
          `invalid samples; ${name} is neither 0 nor 1 in row ${other + 1}; give 1 to the rows that are kept, 0 to the others`
        );
      return values;
    }
  };
}
