import {formatNumber, type FormatNumberOptions} from "../../words/formatNumber.js";
import {intervalDigits} from "./intervalDigits.js";
import {say} from "../../words/say.js";

/** An interval as the bulletin prints it: 0.21 to 0.64, the unit once. */
export function formatInterval(low: number, high: number, {unit, ...options}: FormatNumberOptions = {}): string {
  const digits = options.digits ?? intervalDigits(low, high);
  return say("{0} to {1}", formatNumber(low, {...options, digits}), formatNumber(high, {...options, digits, unit}));
}
