/** The one format of numbers: of pages, tips, tables, axes and text alternatives. */
export interface FormatNumberOptions {
  /** digits after the decimal point; without it, three significant ones */
  readonly digits?: number;
  readonly unit?: string;
  /** + before what is above zero, for differences */
  readonly signed?: boolean;
  /** from how many digits thousands are set apart */
  readonly grouped?: "always" | "from 10,000" | "never";
}

const minus = "\u2212";
const narrow = "\u202f";
/** `min2` sets thousands apart from 10,000 on */
const grouping = {always: "always", "from 10,000": "min2", never: false} as const;
const kept = new Map<string, Intl.NumberFormat>();

/** U+2212 for minus, never before a nought; a comma between thousands, a dot before decimals, a narrow space before a unit. */
export function formatNumber(
  value: number,
  {digits, unit, signed = false, grouped = "from 10,000"}: FormatNumberOptions = {}
): string {
  if (!Number.isFinite(value)) throw new RangeError(`invalid number; not finite: ${value}; leave it null`);
  const places = digits ?? placesOf(value);
  // rounded as R rounds, by the number that is there: Intl takes 1.005, which is a little less, for 1.01
  const text = formatOf(places, grouped, signed)
    .format(Number(value.toFixed(places)))
    .replace("-", minus);
  return unit ? `${text}${narrow}${unit}` : text;
}

/** Digits after the point that show three significant ones, no more than three. */
function placesOf(value: number): number {
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return 0;
  return size >= 10 ? 1 : size >= 0.1 ? 2 : 3;
}

function formatOf(digits: number, grouped: NonNullable<FormatNumberOptions["grouped"]>, signed: boolean) {
  const key = `${digits} ${grouped} ${signed}`;
  const format =
    kept.get(key) ??
    new Intl.NumberFormat("en-GB", {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: grouping[grouped],
      signDisplay: signed ? "exceptZero" : "negative"
    });
  kept.set(key, format);
  return format;
}
