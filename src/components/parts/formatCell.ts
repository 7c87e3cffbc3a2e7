import type {Cell} from "../../released/cell.js";
import {isSuppressed} from "../../released/cell.js";
import {formatNumber, type FormatNumberOptions} from "../../words/formatNumber.js";
import {named} from "../../words/language.js";
import {say} from "../../words/say.js";

/** A cell in a reader's words; what is withheld says by which rule, what is missing says so. */
export function formatCell(cell: Cell | undefined, options: FormatNumberOptions = {}): string {
  if (cell === null || cell === undefined) return say("missing");
  if (isSuppressed(cell)) return cell.suppressed;
  if (typeof cell === "number") return Number.isFinite(cell) ? formatNumber(cell, options) : say("missing");
  if (typeof cell === "boolean") return cell ? say("yes") : say("no");
  return named(cell);
}
