import {NotIdentified} from "../errors/notIdentified.js";

/**
 * Root of an increasing concave function by Newton's method, which then can't overshoot twice.
 *
 * @param step   the Newton step g(u) / g'(u) at u
 * @param start  any u where g' has not vanished
 */
export function solveConcave(step: (u: number) => number, start: number): number {
  let u = start;
  let last = Infinity;
  for (let k = 0; k < 400; k++) {
    const move = step(u);
    u -= move;
    const size = Math.abs(move);
    if (size <= 1e-16 * Math.abs(u) || size < 1e-300) return u;
    if (k > 4 && size < 1e-11 * Math.max(1, Math.abs(u)) && size >= last) return u;
    last = size;
  }
  throw new NotIdentified(`quantile not found from ${start}; check the parameters`, "not converged");
}
