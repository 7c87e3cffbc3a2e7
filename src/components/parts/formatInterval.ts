import {formatNumber, type FormatNumberOptions} from "../../words/formatNumber.js";

/** An interval as the bulletin prints it: 0.21 to 0.64, the unit once. */
export function formatInterval(low: number, high: number, {unit, ...options}: FormatNumberOptions = {}): string {
  const digits = options.digits ?? (Math.max(Math.abs(low), Math.abs(high)) >= 10 ? 1 : 2);
  return `${formatNumber(low, {...options, digits})} to ${formatNumber(high, {...options, digits, unit})}`;
}
