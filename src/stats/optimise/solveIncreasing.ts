/** Root of an increasing function between two bounds, by Illinois' method on halved brackets; full double precision. */
export function solveIncreasing(f: (x: number) => number, low: number, high: number): number | null {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (!(fa <= 0 && fb >= 0)) return null;
  for (let k = 0; k < 200 && fa !== 0 && fb !== 0; k++) {
    const secant = (a * fb - b * fa) / (fb - fa);
    const x = k % 3 === 2 || !(secant > a && secant < b) ? (a + b) / 2 : secant;
    if (x === a || x === b || Math.abs(b - a) <= 4e-16 * Math.abs(b)) return x;
    const fx = f(x);
    if (fx < 0) {
      a = x;
      fa = fx;
      fb /= 2;
    } else {
      b = x;
      fb = fx;
      fa /= 2;
    }
    if (fx === 0) return x;
  }
  return fa === 0 ? a : b;
}
