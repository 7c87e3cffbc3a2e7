import {leastOf} from "../../../src/stats/description/leastOf.js";
import {columnsIn, parseFormula} from "../../../src/stats/formula/parseFormula.js";

type Columns = Readonly<Record<string, readonly (string | number | null)[]>>;

/**
 * Persons behind the least supported term of a formula: of a column of texts, or of a number that has two values, those at
 * the value that fewest have; where several are multiplied, at the combination that fewest have.
 *
 * @param formula  without random terms; its absorbed effects print nothing and are passed over
 * @param person   column that tells the persons apart
 */
export function personsBehind(formula: string, table: Columns, person: string): number {
  const who = table[person] ?? [];
  const marks = (names: readonly string[]): readonly (string | number | null)[][] =>
    names.flatMap((name) => {
      const column = table[name] ?? [];
      const texts = column.some((value) => typeof value === "string");
      return texts || new Set(column).size <= 2 ? [[...column]] : [];
    });
  const least = parseFormula(formula).terms.map(({parts}) => {
    const columns = marks(parts.flatMap(columnsIn));
    const groups = new Map<string, Set<string | number | null>>();
    for (const [row, one] of who.entries()) {
      const group = JSON.stringify(columns.map((column) => column[row]));
      groups.set(group, (groups.get(group) ?? new Set()).add(one));
    }
    return leastOf(Array.from(groups.values(), (persons) => persons.size));
  });
  return leastOf(least, new Set(who).size);
}
