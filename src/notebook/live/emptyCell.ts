import type {Cell} from "@observablehq/notebook-kit";
import {toCell} from "@observablehq/notebook-kit";
import {greatestOf} from "../../stats/description/greatestOf.js";

/** A cell to be written, under a number that none of the others has. */
export function emptyCell(others: readonly Cell[], mode: Cell["mode"]): Cell {
  const last = greatestOf(
    others.map(({id}) => id),
    0
  );
  return toCell({id: last + 1, mode, value: "", pinned: true});
}
