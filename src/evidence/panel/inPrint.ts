/** How a difference in a measure is printed. */
export interface InPrint {
  /** brings a difference in the measure to the printed unit */
  readonly scale: number;
  readonly unit: string;
}

/** Units of which a large number stays as it is. */
const plainly = new Set(["", "points", "people"]);

/**
 * Shares in percentage points; money, and whatever else is counted in such numbers, in thousands or millions.
 *
 * @param spread  how large its differences are, in its unit: its standard deviation; 0 where that is not known
 */
export function inPrint(unit: string, spread = 0): InPrint {
  if (unit === "share") return {scale: 100, unit: "percentage points"};
  if (plainly.has(unit) || spread < 1e4) return {scale: 1, unit};
  return spread < 1e6 ? {scale: 1e-3, unit: `thousand ${unit}`} : {scale: 1e-6, unit: `million ${unit}`};
}
