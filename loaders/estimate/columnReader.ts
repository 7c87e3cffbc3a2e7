import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {nearestName} from "../../src/stats/errors/nearestName.js";
import {isDecimal, isFiniteDecimal, numbersIn} from "./numbersIn.js";
import {labelsIn} from "./labelsIn.js";
import type {Cell, Table} from "./table.js";

/** Reads a column by its role, which types it: text in a role of numbers is refused, labels are text. */
export interface ColumnReader {
  readonly table: Table;
  readonly rows: number;
  has(name: string): boolean;
  numbers(name: string): (number | null)[];
  labels(name: string): (string | null)[];
  /**
   * A table for an estimator that reads its columns by name: `labels` as text; of the others those whose every text is a
   * number as numbers. What is out of range is refused in a column that is read as a term, and passed on in another.
   *
   * @param measured  columns that a formula reads as terms
   * @param named     columns that must be there, whether they are read or not
   */
  typed(roles: {
    readonly labels: Iterable<string>;
    readonly measured?: Iterable<string>;
    readonly named?: Iterable<string>;
  }): Table;
}

export function columnReader(table: Table): ColumnReader {
  const column = (name: string): readonly Cell[] => {
    if (Object.hasOwn(table, name)) return table[name]!;
    const known = Object.keys(table);
    const near = nearestName(name, known);
    throw new InvalidArgument(
      `missing column: ${name}; there are ${known.join(", ") || "none"}${near === undefined ? "" : `; did you mean ${near}?`}`,
      "missing_column"
    );
  };
  return {
    table,
    rows: Object.values(table)[0]?.length ?? 0,
    has: (name) => Object.hasOwn(table, name),
    numbers: (name) => numbersIn(name, column(name)),
    labels: (name) => labelsIn(name, column(name)),
    typed({labels, measured = [], named = []}) {
      const [asLabels, asNumbers] = [new Set(labels), new Set(measured)];
      for (const name of [...asLabels, ...named]) column(name);
      return Object.fromEntries(
        Object.entries(table).map(([name, cells]) => {
          if (asLabels.has(name)) return [name, asNumbers.has(name) ? both(name, cells) : labelsIn(name, cells)];
          return [
            name,
            cells.every(asNumbers.has(name) ? isDecimal : isFiniteDecimal) ? numbersIn(name, cells) : cells
          ];
        })
      );
    }
  };
}

/** A column that is a label and a term too: as numbers, where no two of its texts are one number. */
function both(name: string, cells: readonly Cell[]): readonly Cell[] {
  if (!cells.every(isDecimal)) return labelsIn(name, cells);
  const texts = new Map<number, string>();
  labelsIn(name, cells).forEach((text, row) => {
    if (text === null) return;
    const known = texts.get(Number(text)) ?? text;
    if (known !== text)
      throw new InvalidArgument(
        `invalid ${name}; a label and a term, with two texts of one number, row ${row + 1}; write them alike, or copy the column`
      );
    texts.set(Number(text), text);
  });
  return numbersIn(name, cells);
}
