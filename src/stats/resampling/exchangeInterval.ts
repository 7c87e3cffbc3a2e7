/**
 * The slopes that an exchange of courses does not refuse.
 *
 * Model      had the slope been b, y - b x would owe nothing to whose course it was: b is kept where
 *            |u_k - b v_k| >= |u - b v| in more than `tail` of the exchanges, u = x'y~, v = x'x~ as observed, u_k and v_k
 *            with the courses exchanged. Each exchange keeps the b between (u - u_k) / (v - v_k) and (u + u_k) / (v + v_k)
 * Source     Lehmann & Romano (2005), ch. 5.10: an interval by inversion of a randomisation test
 * Not here   exchanges with |v_k| >= v, which refuse nothing here: they can only come with unequal courses or controls, and
 *            counting them so makes the interval wider
 *
 * @param tail  1 less the level
 */
export function exchangeInterval(
  {u, v, us, vs}: {readonly u: number; readonly v: number; readonly us: Float64Array; readonly vs: Float64Array},
  tail: number
): readonly [number, number] {
  const m = us.length;
  const [lows, highs] = [new Float64Array(m), new Float64Array(m)];
  for (let k = 0; k < m; k++) {
    const [a, b] = [us[k]!, vs[k]!];
    if (!(Math.abs(b) < v * (1 - 1e-12))) {
      [lows[k], highs[k]] = [-Infinity, Infinity];
      continue;
    }
    const [one, other] = [(u - a) / (v - b), (u + a) / (v + b)];
    lows[k] = Math.min(one, other);
    highs[k] = Math.max(one, other);
  }
  lows.sort();
  highs.sort();
  // p(b) = (1 + exchanges that keep b) / (m + 1) falls to the tail where so few keep it
  const few = Math.floor(tail * (m + 1)) - 1;
  return few < 0 ? [-Infinity, Infinity] : [lows[few]!, highs[m - 1 - few]!];
}
