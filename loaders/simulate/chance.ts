/** A share moved by log odds: chance(0.5, 0) is 0.5, chance(0.5, 1) is 0.73. */
export function chance(share: number, odds: number): number {
  return 1 / (1 + Math.exp(-odds) * (1 / share - 1));
}
