/**
 * The keys of what is released: each row's is its own, none is a person's, and no row whose group is too small shows a
 * number of it.
 */
import {cellName, isShown} from "../publishedCell.js";
import type {TableBehind} from "../behind.js";
import type {PersonKeys} from "../personKeys.js";
import type {AuditFinding} from "./auditFinding.js";

export function releasedKeys({table, key, rows, cells}: TableBehind, persons: PersonKeys): AuditFinding[] {
  const found: AuditFinding[] = [];
  const seen = new Set<string>();
  for (const row of key.length > 0 ? rows : []) {
    const parts = key.map((part) => String(row[part]));
    const name = parts.join(" ");
    if (seen.has(name) && !parts.some((part) => holds(part, persons))) {
      found.push({check: "keys", table, groups: [name], message: `${table} ${name}: two rows have this key`});
    }
    seen.add(name);
  }
  for (const column of Object.keys(rows[0] ?? {})) {
    if (rows.some((row) => typeof row[column] === "string" && holds(row[column], persons))) {
      found.push({check: "keys", table, groups: [], message: `${table}: ${column} holds keys of persons`});
    }
  }
  for (const cell of cells) {
    if (isShown(cell) && cell.persons < cell.minimum) {
      const message = `${table} ${cell.row}: ${cell.column} is shown of fewer than ${cell.minimum}`;
      found.push({check: "keys", table, groups: [cell.row], cells: [cellName(cell)], message});
    }
  }
  return found;
}

/** What is said of study, files and tables names nobody either. */
export function describedKeys(description: object, persons: PersonKeys): AuditFinding[] {
  const names = (value: unknown): boolean =>
    typeof value === "string"
      ? holds(value, persons)
      : typeof value === "object" && value !== null && Object.values(value).some(names);
  return Object.entries(description).flatMap(([part, said]) =>
    names(said) ? [{check: "keys", table: "study", groups: [], message: `study: ${part} holds keys of persons`}] : []
  );
}

const holds = (text: string, persons: PersonKeys): boolean => persons.is(text) || persons.within(text);
