import {identifier} from "../../study/quote.js";
import type {RowUse} from "./readMapping.js";

/** SQL that says whether a row of a canonical table, `made`, is made of a raw row, `raw`; false where no column tells it. */
export function madeOf(columns: RowUse["columns"]): string {
  const equal = Object.entries(columns).map(([column, of]) => `made.${identifier(column)} IS NOT DISTINCT FROM ${of}`);
  return equal.length === 0 ? "false" : equal.join(" AND ");
}
