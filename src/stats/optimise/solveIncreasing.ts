/**
 * Root of an increasing function between two bounds, to full double precision; null where it has none there.
 *
 * Method     Illinois: the secant, an end that stays twice having its value halved. A step that comes no further than rounding from
 *            an end goes so far beyond it as to close the bracket; where three steps leave over an eighth of it, it is halved
 * Source     Dowell & Jarratt (1971), "A modified regula falsi method for computing the root of an equation"
 */
export function solveIncreasing(f: (x: number) => number, low: number, high: number): number | null {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (!(fa <= 0 && fb >= 0)) return null;
  let before = b - a;
  let moved = 0;
  for (let k = 1; k < 300 && fa !== 0 && fb !== 0; k++) {
    const least = 2e-16 * Math.max(Math.abs(a), Math.abs(b));
    if (b - a <= 2 * least) break;
    const isSlow = k % 4 === 0 && b - a > before / 8;
    if (k % 4 === 0) before = b - a;
    const secant = a - fa * ((b - a) / (fb - fa));
    const x =
      isSlow || !(secant >= a && secant <= b) ? a + (b - a) / 2 : Math.min(Math.max(secant, a + least), b - least);
    if (x <= a || x >= b) break;
    const fx = f(x);
    if (fx === 0) return x;
    if (fx < 0) {
      if (moved === -1) fb /= 2;
      [a, fa, moved] = [x, fx, -1];
    } else {
      if (moved === 1) fa /= 2;
      [b, fb, moved] = [x, fx, 1];
    }
  }
  return fa === 0 ? a : b;
}
