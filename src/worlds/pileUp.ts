/** Values in a step's width, one edge at what was found, so that no pile holds both what is nearer and what is as far. */
export interface Pile {
  /** the middle of its width */
  readonly at: number;
  readonly worlds: number;
  /** whether it lies as far from no difference as what was found, on the same side */
  readonly far: boolean;
}

/**
 * @param found  what was found; its side is that on which piles are far
 * @param step   width of a pile
 */
export function pileUp(values: readonly number[], found: number, step: number): Pile[] {
  if (!(step > 0)) throw new RangeError(`invalid step; not above 0: ${step}`);
  const side = found < 0 ? -1 : 1;
  const piles = new Map<number, number>();
  for (const value of values) {
    const bin = Math.floor((side * (value - found)) / step + 1e-9);
    piles.set(bin, (piles.get(bin) ?? 0) + 1);
  }
  return Array.from(piles, ([bin, worlds]) => ({
    at: found + side * (bin + 0.5) * step,
    worlds,
    far: bin >= 0
  })).toSorted((a, b) => a.at - b.at);
}
