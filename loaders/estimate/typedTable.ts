import type {Cell, Table} from "./specificationReader.js";

const decimal = /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/;

/** Columns of texts as numbers where every cell is one; empty is missing. */
export function typedTable(table: Table): Table {
  return Object.fromEntries(Object.entries(table).map(([name, cells]) => [name, typed(cells)]));
}

function typed(cells: readonly Cell[]): readonly Cell[] {
  if (!cells.some((cell) => typeof cell === "string")) return cells;
  const known = cells.map((cell) => (typeof cell === "string" && (cell.trim() === "" || cell === "NA") ? null : cell));
  const numeric = known.every((cell) => (typeof cell === "string" ? decimal.test(cell) : true));
  return numeric ? known.map((cell) => (typeof cell === "string" ? Number(cell) : cell)) : known;
}
