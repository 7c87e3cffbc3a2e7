const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/**
 * What Stirling's formula leaves out: log gamma(x + 1) - (x + 1/2) log x + x - log(2 pi) / 2, to full relative accuracy.
 *
 * Source     Loader (2000), "Fast and accurate computation of binomial probabilities". Below 10 the recurrence
 *            s(x) = s(x + 1) + (atanh(z) / z - 1), z = 1 / (2 x + 1), adds positive terms only.
 */
export function stirlingError(x: number): number {
  let sum = 0;
  let at = x;
  while (at < 10) {
    sum += at < 1 ? (at + 0.5) * Math.log1p(1 / at) - 1 : shift(at);
    at += 1;
  }
  const square = 1 / (at * at);
  let tail = 0;
  for (let k = SERIES.length - 1; k >= 0; k--) tail = tail * square + SERIES[k]!;
  return sum + tail / at;
}

function shift(x: number): number {
  const z = 1 / (2 * x + 1);
  const square = z * z;
  let power = square;
  let sum = 0;
  for (let k = 3; power > 1e-18; k += 2) {
    sum += power / k;
    power *= square;
  }
  return sum;
}
