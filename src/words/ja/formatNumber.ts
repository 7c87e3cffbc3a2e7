import * as en from "../en/formatNumber.js";
import {unitName} from "./units.js";

/** A unit follows its number without a space. */
export function formatNumber(value: number, {unit, ...options}: en.FormatNumberOptions = {}): string {
  return `${en.formatNumber(value, options)}${unit ? unitName(unit) : ""}`;
}
