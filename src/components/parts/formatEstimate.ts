import {formatNumber, type FormatNumberOptions} from "../../words/formatNumber.js";
import {formatInterval} from "./formatInterval.js";
import {intervalDigits} from "./intervalDigits.js";

/** An estimate and its interval by the same digits: "+0.12 (−0.04 to 0.28)". */
export function formatEstimate(
  value: number,
  low: number | null,
  high: number | null,
  options: Pick<FormatNumberOptions, "signed"> = {}
): string {
  if (low === null || high === null || Number.isNaN(low + high)) return formatNumber(value, options);
  const digits = intervalDigits(low, high);
  return `${formatNumber(value, {...options, digits})} (${formatInterval(low, high, {digits})})`;
}
