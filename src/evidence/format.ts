/** Numbers as our pages print them: U+2212 for minus, a narrow no-break space before a unit, a dot for decimals. */
const minus = "\u2212";
const narrow = "\u202f";

/** The value to so many digits after the point, without a trailing "-0". */
export function decimal(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? minus + text : text;
}

/** The value with its sign always shown. */
export function signed(value: number, digits = 2): string {
  const text = decimal(value, digits);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** digits that are added at most, to show on which side of nought an end lies */
const furtherDigits = 3;

/**
 * Digits after the point that show two significant digits of an interval's half width, or as many more as it takes for
 * an end next to nought to be seen to lie above it or below.
 */
export function digitsFor(low: number, high: number): number {
  const width = Math.abs(high - low) / 2;
  if (!(width > 0 && Number.isFinite(width))) return 2;
  const least = Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(width))));
  const vanishes = (end: number, digits: number): boolean => end !== 0 && Number(end.toFixed(digits)) === 0;
  for (let digits = least; digits <= least + furtherDigits; digits++) {
    if (!vanishes(low, digits) && !vanishes(high, digits)) return digits;
  }
  return least;
}

/** "0.21 to 0.64" */
export function interval(low: number, high: number, digits = digitsFor(low, high)): string {
  return `${decimal(low, digits)} to ${decimal(high, digits)}`;
}

/** "41 %" */
export function percent(share: number, digits = 0): string {
  return `${decimal(100 * share, digits)}${narrow}%`;
}

/** "1,234" */
export function count(n: number): string {
  return String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** "0.031"; "under 0.001" */
export function pValue(p: number): string {
  return p < 0.001 ? "under 0.001" : p.toFixed(p < 0.1 ? 3 : 2);
}

/** An amount of money in its largest convenient unit: "1.2 billion yen". */
export function amount(value: number, label: string): string {
  const [scale, word] =
    Math.abs(value) >= 1e9 ? [1e9, " billion"] : Math.abs(value) >= 1e6 ? [1e6, " million"] : [1, ""];
  const scaled = value / scale;
  return `${decimal(scaled, Math.abs(scaled) < 10 && scale > 1 ? 1 : 0)}${word}${narrow}${label}`;
}

/** The text with its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a, b and c" */
export function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
