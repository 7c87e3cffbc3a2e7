/**
 * Interval for effects after treatment where the slope of diverging trends may change by at most M a period.
 *
 * Model      b = tau + d, d the divergence, 0 at the reference; |d_t+1 - 2 d_t + d_t-1| <= M
 * Estimand   l'tau, by the shortest interval of fixed length about an affine function l'b_post + v'b_pre. In d's second
 *            differences its bias is c'd2: c after treatment is l's, c at the reference too, as v must undo a linear trend;
 *            c before it is free. So the bias is at most M (C + |c|_1) and the half-length sd times the folded normal's
 *            quantile at bias / sd, least on the path of least variance given |c|_1
 * Source     Rambachan & Roth (2023), doi:10.1093/restud/rdad018, section 4.1; Armstrong & Kolesar (2018); checked against
 *            R's HonestDiD
 * Not here   sign or monotonicity restrictions
 */
import {foldedNormalQuantile} from "../distribution/foldedNormal.js";
import type {EventEstimates, Interval} from "./eventEstimates.js";

export function smoothness({estimates, vcov, pre, post, weights}: EventEstimates, M: number, level = 0.95): Interval {
  const beta = Float64Array.from(estimates);
  const n = pre + post;
  let slope = 0;
  let later = 0;
  for (let j = 0; j < post; j++) {
    let bend = 0;
    for (let t = j; t < post; t++) bend += (t + 1 - j) * weights[t]!;
    if (j === 0) slope = bend;
    else later += Math.abs(bend);
  }
  const at = (period: number): number => pre - period;
  const base = new Float64Array(n);
  for (let t = 0; t < post; t++) base[pre + t] = weights[t]!;
  addBend(base, 0, slope);
  const directions = Array.from({length: pre - 1}, (_, i) => {
    const direction = new Float64Array(n);
    addBend(direction, i + 1, 1);
    return direction;
  });
  /** c at the i-th period before treatment: a second difference of v */
  function addBend(target: Float64Array, i: number, size: number): void {
    target[at(i + 1)]! += size;
    if (i >= 1) target[at(i)]! -= 2 * size;
    if (i >= 2) target[at(i - 1)]! += size;
  }
  const form = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, value, i) => sum + (value === 0 ? 0 : value * dot(vcov[i]!, b)), 0);
  const gram = directions.map((a) => directions.map((b) => form(a, b)));
  const pull = directions.map((a) => form(a, base));

  /** c of least variance + 2 penalty |c|_1, coordinate by coordinate */
  const path = (penalty: number): Float64Array => {
    const c = new Float64Array(pre - 1);
    for (let round = 0; round < 100_000; round++) {
      let change = 0;
      for (let i = 0; i < c.length; i++) {
        const rest = pull[i]! + dot(gram[i]!, c) - gram[i]![i]! * c[i]!;
        const next = (-Math.sign(rest) * Math.max(0, Math.abs(rest) - penalty)) / gram[i]![i]!;
        change = Math.max(change, Math.abs(next - c[i]!));
        c[i] = next;
      }
      if (change <= 1e-13 * (1 + Math.abs(slope))) break;
    }
    return c;
  };
  const candidate = (penalty: number): {half: number; centre: number} => {
    const c = path(penalty);
    const affine = Float64Array.from(base);
    directions.forEach((direction, i) => direction.forEach((value, k) => (affine[k]! += c[i]! * value)));
    const sd = Math.sqrt(form(affine, affine));
    const bias = M * (later + Math.abs(slope) + c.reduce((sum, value) => sum + Math.abs(value), 0));
    return {half: sd * foldedNormalQuantile(level, bias / sd), centre: dot(affine, beta)};
  };
  const top = pull.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0);
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, M > 0 ? top : 0];
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [atLeft, atRight] = [candidate(left), candidate(right)];
  while (high - low > 1e-9 * top) {
    if (atLeft.half <= atRight.half) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = candidate(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = candidate(right);
    }
  }
  const best = [candidate(0), atLeft, candidate(M > 0 ? top : 0)].reduce((a, b) => (b.half < a.half ? b : a));
  return {M, low: best.centre - best.half, high: best.centre + best.half};
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
