/** what lists tables reads them all */
const listing = /\b(show|pragma|information_schema|sqlite_\w+|pg_\w+|duckdb_\w+)\b/i;

/** Of the tables, those that a query may read: the ones whose names are in it; all, where it names none or lists them. */
export function tablesNamed(query: string, names: readonly string[]): readonly string[] {
  const words = new Set(query.toLowerCase().match(/[\p{L}\p{N}_]+/gu));
  const named = names.filter((name) => words.has(name.toLowerCase()));
  return named.length === 0 || listing.test(query) ? names : named;
}
