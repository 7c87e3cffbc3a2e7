import {relativeError} from "./relativeError.js";

type Values = Readonly<Record<string, number | null | undefined>>;

/** The named values that are not within a relative tolerance of their reference, to be shown by a failing test. */
export function disagreements(found: Values, references: Values, tolerance: number): string[] {
  return Object.entries(found)
    .filter(([name, value]) => {
      const reference = references[name];
      return typeof reference !== "number" || !(relativeError(value, reference) <= tolerance);
    })
    .map(([name, value]) => `${name}: ${value} for ${references[name]}`);
}
