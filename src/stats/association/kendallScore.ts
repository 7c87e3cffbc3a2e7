/** Sum over pairs of the product of signs: concordant less discordant pairs. */
export function kendallScore(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let score = 0;
  for (let i = 1; i < x.length; i++) {
    for (let j = 0; j < i; j++) score += Math.sign(x[i]! - x[j]!) * Math.sign(y[i]! - y[j]!);
  }
  return score;
}
