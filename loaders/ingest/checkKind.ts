import type {Resource} from "../study/rawResource.js";
import {refuseFile} from "./refuseFile.js";

type Kind = "gzip" | "zip" | "workbook" | "old office" | "parquet" | "page" | "text";

/** How many of a file's first bytes tell what it is. */
export const kindBytes = 4096;

/**
 * Holds what a file's first bytes say it is against what the data package says.
 *
 * @throws {StudyError} with what to declare
 */
export function checkKind(start: Buffer, {path: file, format, compression}: Resource): void {
  const kind = kindOf(start);
  const declared = compression ?? {xlsx: "workbook", parquet: "parquet"}[format as string] ?? "text";
  if (kind === declared || (kind === "workbook" && declared === "zip")) return;
  const refuse = (rule: string, remedy: string): never => refuseFile(file, rule, remedy);
  if (kind === "page") refuse("a web page, not a table", "Sign in where it comes from, and export it again");
  if (kind === "old office" && format === "xlsx")
    refuse("encrypted, or of the old kind (.xls)", "Save it as .xlsx without a password");
  const wanted = compression ? `compression: ${compression}` : `format: ${format}`;
  refuse(
    kinds[kind].rule,
    declared === "text" ? kinds[kind].remedy : `The data package declares ${wanted}. ${kinds[kind].remedy}`
  );
}

function kindOf(start: Buffer): Kind {
  if (start[0] === 0x1f && start[1] === 0x8b) return "gzip";
  if (start.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"))) {
    return /\[Content_Types\]\.xml|xl\/|docProps\//.test(start.toString("latin1")) ? "workbook" : "zip";
  }
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return "old office";
  if (start.subarray(0, 4).toString("latin1") === "PAR1") return "parquet";
  return /^\s*<(!doctype|html|\?xml)/i.test(start.toString("latin1").replace(/^\xef\xbb\xbf/, "")) ? "page" : "text";
}

const kinds: Readonly<Record<Kind, {rule: string; remedy: string}>> = {
  gzip: {rule: "a gzip file, which holds NUL bytes", remedy: 'Declare "compression": "gzip"'},
  zip: {rule: "a zip archive", remedy: 'Declare "compression": "zip"'},
  workbook: {rule: "an Excel workbook", remedy: 'Declare "format": "xlsx"'},
  "old office": {
    rule: "an old Office file (.xls), or one with a password",
    remedy: "Save it as .xlsx without a password"
  },
  parquet: {rule: "a Parquet file", remedy: 'Declare "format": "parquet"'},
  page: {rule: "a web page", remedy: "Export the table again"},
  text: {rule: "a text file", remedy: "Export it again, or declare what it is"}
};
