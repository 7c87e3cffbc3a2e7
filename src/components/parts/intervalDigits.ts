/** Digits after the point of an interval in a figure's tip or description. */
export const intervalDigits = (low: number, high: number): number =>
  Math.max(Math.abs(low), Math.abs(high)) >= 10 ? 1 : 2;
