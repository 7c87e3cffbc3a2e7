import {sum} from "./sum.js";

/** Deviations from the mean, to the accuracy of the data: shifted first, centred second, corrected third. */
export function centre(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const deviations = new Float64Array(n);
  if (n === 0) return deviations;
  const origin = values[0]!;
  for (let i = 0; i < n; i++) deviations[i] = values[i]! - origin;
  for (let pass = 0; pass < 2; pass++) {
    const shift = sum(deviations) / n;
    for (let i = 0; i < n; i++) deviations[i]! -= shift;
  }
  return deviations;
}
