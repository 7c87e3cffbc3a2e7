import {read, utils, type WorkBook, type WorkSheet} from "@e965/xlsx";
import {cellText} from "../cellText.js";
import {mostSampled} from "./mostSampled.js";
import type {SampledRows} from "./sampledRows.js";

/** A workbook's first rows: of its sheet with most values, where it has several. */
export function sampleWorkbook(bytes: Buffer, file: string): SampledRows {
  const book = read(bytes, {type: "buffer", dense: true, cellNF: true, sheetRows: mostSampled});
  const shown = book.SheetNames.filter((_, i) => !book.Workbook?.Sheets?.[i]?.Hidden);
  const sheets = shown.map((name) => ({name, rows: sheetRows(book, book.Sheets[name])}));
  const [first = {name: "", rows: []}] = sheets;
  const chosen = sheets.reduce((best, other) => (filled(other.rows) > filled(best.rows) ? other : best), first);
  if (book.SheetNames.length < 2) return {format: "xlsx", rows: chosen.rows};
  const others = book.SheetNames.filter((name) => name !== chosen.name).join(", ");
  const notes = [`${file}: the sheet ${chosen.name} is read; to read another, correct dialect.sheetName (${others})`];
  return {format: "xlsx", rows: chosen.rows, sheetName: chosen.name, notes};
}

const filled = (rows: readonly (readonly string[])[]): number => rows.flat().filter((cell) => cell !== "").length;

/** A name that is merged over several columns is in each of them, as it will be read. */
function sheetRows(book: WorkBook, sheet: WorkSheet | undefined): string[][] {
  if (!sheet?.["!ref"]) return [];
  const {s, e} = utils.decode_range(sheet["!ref"]);
  const epoch = book.Workbook?.WBProps?.date1904 ? 1904 : 1900;
  const cells = sheet["!data"] ?? [];
  const rows = Array.from({length: e.r - s.r + 1}, (_, i) =>
    Array.from({length: e.c - s.c + 1}, (_cell, j) => cellText(cells[s.r + i]?.[s.c + j], "string", epoch) ?? "")
  );
  for (const {s: from, e: to} of sheet["!merges"] ?? []) {
    const row = rows[from.r - s.r];
    row?.fill(row[from.c - s.c] ?? "", from.c - s.c, to.c - s.c + 1);
  }
  return rows;
}
