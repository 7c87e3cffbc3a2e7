export interface Lattice {
  /** the values in whole units */
  readonly units: Float64Array;
  /** what one unit is worth */
  readonly size: number;
  /** units by which equal sums may differ */
  readonly slack: number;
}

const DENOMINATORS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 25, 32, 60, 64, 100, 120, 128, 256, 1000, 1e4, 1e5, 1e6];

/**
 * Values as whole multiples of a common unit, so that sums can be compared exactly: 0.1 + 0.2 is then 0.3. Values on no
 * simple lattice are put on one of 2^-48 of their total, and sums compared with some slack.
 */
export function lattice(values: ArrayLike<number>): Lattice {
  const list = Float64Array.from(values);
  const total = list.reduce((sum, value) => sum + Math.abs(value), 0);
  for (const denominator of DENOMINATORS) {
    const onLattice = list.every((value) => {
      const scaled = value * denominator;
      return Math.abs(scaled - Math.round(scaled)) <= 1e-11 * Math.max(1, Math.abs(scaled));
    });
    if (onLattice && total * denominator < 2 ** 50) {
      return {units: list.map((value) => Math.round(value * denominator)), size: 1 / denominator, slack: 0};
    }
  }
  const size = total * 2 ** -48;
  return {units: list.map((value) => Math.round(value / size)), size, slack: 2 ** 10};
}
