import {standardDeviation} from "../../../src/stats/description/standardDeviation.js";

type Columns = Readonly<Record<string, readonly (string | number | null)[]>>;

/**
 * How far an estimate moves where an outcome does by a standard deviation: as far, for a term of yes or no, or of none; for
 * one of numbers, over its own standard deviation.
 */
export function spreadFor(outcome: readonly number[], table: Columns = {}): (term: string) => number {
  const spread = standardDeviation(outcome);
  return (term) => {
    const column = table[term] ?? [];
    const numbers = column.filter((value) => typeof value === "number");
    const own = new Set(numbers).size > 2 ? standardDeviation(numbers) : 0;
    return own > 0 ? spread / own : spread;
  };
}
