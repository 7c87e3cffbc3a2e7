import {SSF, type CellObject} from "@e965/xlsx";
import type {Field} from "../study/rawResource.js";

/**
 * A workbook's cell as text: a date as 2020-03-31 where its field is no number, any other number as its digits.
 *
 * @param epoch 1900 or 1904, the year from which the workbook counts days
 */
export function cellText(cell: CellObject | undefined, type: Field["type"], epoch: number): string | null {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === "z") return null;
  if (cell.t === "b") return cell.v ? "TRUE" : "FALSE";
  if (typeof cell.v !== "number") return String(cell.v).replaceAll("\0", "");
  return isDated(cell) && type !== "number" && type !== "integer" ? serialText(cell.v, epoch) : String(cell.v);
}

/** Whether a number shows as a day or a time. */
export const isDated = ({z}: CellObject): boolean => typeof z === "string" && SSF.is_date(z);

function serialText(serial: number, epoch: number): string {
  const start = epoch === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  // Excel counts a 29th of February 1900: serials before it are a day further
  const days = epoch === 1900 && serial < 60 ? serial + 1 : serial;
  const text = new Date(start + Math.round(days * 86_400) * 1000).toISOString();
  return Number.isInteger(serial) ? text.slice(0, 10) : text.slice(0, 19);
}
