/**
 * An Excel workbook's sheet -> records as text. Refused by name: macros, passwords, hidden cells, cells merged below the
 * header, and formulas unless their kept values are asked for, since nobody sees in the file what those would be today.
 * Dates are serial numbers of the workbook's own epoch, and come out as 2020-03-31 or 2020-03-31T09:30:00.
 *
 * Source     ECMA-376, Part 1, 18.2 (workbook) and 18.3 (sheets)
 */
import {join} from "node:path";
import {read, utils, type CellObject, type WorkBook, type WorkSheet} from "@e965/xlsx";
import type {Dialect, Field, Resource} from "../study/rawResource.js";
import {StudyError} from "../study/studyError.js";
import type {Violation} from "../study/violation.js";
import {cellText, isDated} from "./cellText.js";
import {joinHeader} from "./joinHeader.js";
import {matchHeader} from "./matchHeader.js";
import {numberedRecords, type NumberedRecord} from "./numberedRecords.js";
import {collect, openBytes} from "./openBytes.js";
import type {RawRows} from "./rawRows.js";
import {refuseFile} from "./refuseFile.js";
import {unzip} from "./unzipEntry.js";

/** bytes of a workbook, and of what it unpacks to: it is read in memory */
const most = 100_000_000;
const mostUnpacked = 300_000_000;

/** @throws {StudyError} naming sheet, row, column and rule */
export async function readWorkbook(folder: string, resource: Resource, scratch: string): Promise<RawRows> {
  const {path: file, name, schema, dialect} = resource;
  const {size, chunks} = await openBytes(folder, resource);
  if (size > most) refuseFile(file, `larger than ${most} bytes`, "Export it as CSV");
  const archive = await collect(chunks);
  const parts = unzip(archive, {...resource, maximumBytes: Math.min(resource.maximumBytes, mostUnpacked)}, () => true);
  if ([...parts.keys()].some((part) => /vbaProject\.bin$/i.test(part))) {
    refuseFile(file, "it holds macros", "Save it as .xlsx, without them");
  }
  const book = openBook(archive, file);
  const sheet = chooseSheet(book, resource);
  const area = utils.decode_range(dialect.range ?? sheet["!ref"] ?? "A1:A1");
  refuseHidden(sheet, area, resource);
  const epoch = book.Workbook?.WBProps?.date1904 ? 1904 : 1900;
  const head = headerRecords(sheet, area, headRows(dialect), epoch);
  const fields = schema.fields.map((field) => field.name);
  const names = dialect.header ? joinHeader(head, dialect) : fields;
  const extra = dialect.header ? matchHeader(names, resource, area.s.r + head.length) : [];
  const found = records(sheet, {...area, s: {...area.s, r: area.s.r + head.length}}, {names, resource, epoch});
  const from = await numberedRecords({path: join(scratch, `${name}.csv`), file: file}, names, fields, found);
  return {from, above: null, extra, bytes: size};
}

type Area = ReturnType<typeof utils.decode_range>;

function openBook(archive: Buffer, file: string): WorkBook {
  try {
    return read(archive, {
      type: "buffer",
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      cellText: false,
      sheetStubs: false
    });
  } catch {
    return refuseFile(file, "a damaged workbook", "Save it again as .xlsx");
  }
}

function chooseSheet(book: WorkBook, {path: file, dialect}: Resource): WorkSheet {
  const {sheetName, sheetNumber} = dialect;
  const names = book.SheetNames;
  const at = sheetName === undefined ? (sheetNumber ?? 1) - 1 : names.indexOf(sheetName);
  if (sheetName === undefined && sheetNumber === undefined && names.length > 1) {
    refuseFile(file, `${names.length} sheets`, "Name one by dialect.sheetName");
  }
  const sheet = book.Sheets[names[at] ?? ""];
  if (!sheet) return refuseFile(file, "no such sheet in the workbook", "Correct dialect.sheetName or sheetNumber");
  if (book.Workbook?.Sheets?.[at]?.Hidden)
    refuseFile(file, "the sheet is hidden", "Show it, and look at what it holds");
  return sheet;
}

/** Rows from the top of the area to the end of its header. */
const headRows = ({header, headerRows = [1]}: Dialect): number => (header ? Math.max(...headerRows) : 0);

function refuseHidden(sheet: WorkSheet, {s, e}: Area, {path: file, dialect}: Resource): void {
  const violations: Violation[] = [];
  const refuse = (row: number | undefined, column: string | undefined, rule: string, remedy: string): number =>
    violations.push({file, row, column, rule, remedy});
  for (let r = s.r; r <= e.r; r++) {
    if (sheet["!rows"]?.[r]?.hidden)
      refuse(r + 1, undefined, "a hidden row", "Show it or remove it; filters hide rows");
  }
  for (let c = s.c; c <= e.c; c++) {
    if (sheet["!cols"]?.[c]?.hidden) refuse(undefined, utils.encode_col(c), "a hidden column", "Show it or remove it");
  }
  const head = s.r + headRows(dialect);
  for (const merge of sheet["!merges"] ?? []) {
    if (merge.s.r > e.r || merge.e.r < head || merge.s.c > e.c || merge.e.c < s.c) continue;
    const remedy = "Unmerge them, or leave them out by dialect.range";
    refuse(merge.s.r + 1, utils.encode_col(merge.s.c), "merged cells", remedy);
  }
  if (violations.length) throw new StudyError(violations, "a workbook hides what it holds");
}

/** The rows above the values. A name that is merged over several columns is the name of each of them. */
function headerRecords(sheet: WorkSheet, {s, e}: Area, rows: number, epoch: number): string[][] {
  const merges = sheet["!merges"] ?? [];
  const firstOf = (row: number, column: number): number =>
    merges.find(({s: from, e: to}) => from.r === row && from.c <= column && column <= to.c)?.s.c ?? column;
  return Array.from({length: rows}, (_, i) =>
    Array.from({length: e.c - s.c + 1}, (_cell, j) => {
      const [row, column] = [s.r + i, s.c + j];
      return cellText(cellAt(sheet, row, firstOf(row, column)), "year", epoch) ?? "";
    })
  );
}

const cellAt = (sheet: WorkSheet, row: number, column: number): CellObject | undefined =>
  (sheet["!data"] as (CellObject | undefined)[][] | undefined)?.[row]?.[column];

interface Reading {
  readonly names: readonly string[];
  readonly resource: Resource;
  readonly epoch: number;
}

function* records(sheet: WorkSheet, {s, e}: Area, {names, resource, epoch}: Reading): Generator<NumberedRecord> {
  const types = new Map(resource.schema.fields.map(({name, type}) => [name, type]));
  let empty: number | null = null;
  for (let row = s.r; row <= e.r; row++) {
    const values = names.map((name, i) => {
      const cell = cellAt(sheet, row, s.c + i);
      return types.has(name) ? checkedText(cell, types.get(name) ?? "string", epoch, {resource, row, name}) : null;
    });
    if (values.every((value) => value === null)) {
      empty ??= row;
      continue;
    }
    if (empty !== null) refuseFile(resource.path, "an empty row before the last", "Remove it", empty + 1);
    yield {row: row + 1, values};
  }
}

function checkedText(
  cell: CellObject | undefined,
  type: Field["type"],
  epoch: number,
  {resource, row, name}: {resource: Resource; row: number; name: string}
): string | null {
  const refuse = (rule: string, remedy: string): never => {
    throw new StudyError([{file: resource.path, row: row + 1, column: name, rule, remedy}], "a workbook can't be read");
  };
  if (!cell) return null;
  if ((cell.f !== undefined || cell.F !== undefined) && resource.dialect.formulas === undefined) {
    refuse("a formula", 'Paste its value, or declare "formulas": "cached" in the dialect');
  }
  if (cell.t === "e") refuse("an error of Excel's, such as #N/A", "Correct the source");
  if (type === "string" && cell.t === "n" && !plainNumber(cell)) {
    refuse("a number with a format of its own where a text is declared", "Make the column's format Text");
  }
  if ((type === "number" || type === "integer") && typeof cell.v === "number" && isDated(cell)) {
    refuse("a date where a number is declared", "Type the number again, in a column whose format is Number");
  }
  return cellText(cell, type, epoch);
}

/** Whether a number shows as its digits, so that as a text it is what a reader of the sheet sees. */
const plainNumber = ({z, v}: CellObject): boolean =>
  Number.isSafeInteger(v) && (z === undefined || z === "General" || z === "0" || z === "@");
