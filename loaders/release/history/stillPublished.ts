import {isSuppressed} from "../../../src/released/cell.js";
import {isSameTable} from "./isSameTable.js";
import {identifyingKeys, keyedRows} from "./keyedRows.js";
import type {ReleaseSummary, SummarisedTable} from "./recordedRelease.js";

type Tables = ReleaseSummary["tables"];

/**
 * What an earlier release published and a later one does not withhold: a table, row or column that is gone is left out, and
 * a cell that is withheld now is withheld there too, so that nobody learns from the past what the present protects.
 */
export function stillPublished(before: Tables, now: Tables): Tables {
  return Object.fromEntries(
    Object.entries(before).flatMap(([name, old]) => {
      const present = now[name];
      return present ? [[name, stillIn(old, present)]] : [];
    })
  );
}

function stillIn(old: SummarisedTable, present: SummarisedTable): SummarisedTable {
  if (isSameTable(old, present)) return old;
  const keys = identifyingKeys([old, present]);
  const [was, is] = [keyedRows(old, keys), keyedRows(present, keys)];
  const columns = old.columns.filter((column) => is.places.has(column));
  const rows = [...was.rows].flatMap(([key, row]) => {
    const later = is.rows.get(key);
    if (!later) return [];
    return [
      columns.map((column) => {
        const [one = null, other = null] = [row[was.places.get(column) ?? -1], later[is.places.get(column) ?? -1]];
        return isSuppressed(other) && one !== null ? other : one;
      })
    ];
  });
  return {keys: old.keys.filter((key) => columns.includes(key)), columns, rows};
}
