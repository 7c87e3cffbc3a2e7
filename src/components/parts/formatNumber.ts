export interface FormatNumberOptions {
  /** digits after the decimal point; without it, three significant ones */
  digits?: number;
  unit?: string;
  /** + before what is above zero, for differences */
  signed?: boolean;
}

/** A number as the bulletin prints it: U+2212 for minus, a comma from 10,000, a thin space before its unit. */
export function formatNumber(value: number, {digits, unit, signed = false}: FormatNumberOptions = {}): string {
  if (!Number.isFinite(value)) throw new RangeError(`invalid number; not finite: ${value}; leave it null`);
  const size = Math.abs(value);
  const places =
    digits ?? (size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 0.1 || size === 0 ? 2 : 3);
  const [whole = "", fraction] = size.toFixed(places).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  const sign = Number(size.toFixed(places)) === 0 ? "" : value < 0 ? "−" : signed ? "+" : "";
  return `${sign}${text}${unit ? `\u202f${unit}` : ""}`;
}
