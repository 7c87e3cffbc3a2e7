/**
 * x log(x / mean) + mean - x, without cancellation where x is near mean.
 *
 * @param difference  x - mean, which a caller may know more exactly than by subtraction
 * Source     Loader (2000), the deviance part of the saddle-point form
 */
export function deviance(x: number, mean: number, difference = x - mean): number {
  if (x === 0) return mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const v = difference / (x + mean);
  const square = v * v;
  let term = 2 * x * v;
  let sum = difference * v;
  for (let k = 3; ; k += 2) {
    term *= square;
    const next = sum + term / k;
    if (next === sum) return sum;
    sum = next;
  }
}
