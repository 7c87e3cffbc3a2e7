/** The chance of k among n, multiplied out: an oracle for few trials. */
export function binomialTerm(k: number, n: number, p: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways *= (n - k + i) / i;
  return ways * p ** k * (1 - p) ** (n - k);
}
