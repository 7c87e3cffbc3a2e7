type CsvCell = string | number | boolean | null | undefined;

/** Rows as CSV (RFC 4180): numbers with all their digits, missing as empty, texts that a spreadsheet would run made harmless. */
export function csv(heads: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [heads.map(quote).join(",")];
  for (const row of rows) lines.push(row.map(printed).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function printed(cell: CsvCell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  return quote(String(cell));
}

function quote(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
