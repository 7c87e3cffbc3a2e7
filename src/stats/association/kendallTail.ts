/**
 * P(S >= score) under independence, without ties: the number of inversions of n ranks, by convolution.
 *
 * Source     Kendall (1938); checked against R's cor.test
 */
export function kendallTail(n: number, score: number): number {
  const most = (n * (n - 1)) / 2;
  const discordant = Math.floor((most - score) / 2);
  if (discordant < 0) return 0;
  let chances = Float64Array.of(1);
  for (let m = 2; m <= n; m++) {
    const next = new Float64Array(chances.length + m - 1);
    let window = 0;
    for (let k = 0; k < next.length; k++) {
      if (k < chances.length) window += chances[k]!;
      if (k >= m) window -= chances[k - m]!;
      next[k] = window / m;
    }
    chances = next;
  }
  let tail = 0;
  for (let k = 0; k <= Math.min(discordant, most); k++) tail += chances[k]!;
  return Math.min(1, tail);
}
