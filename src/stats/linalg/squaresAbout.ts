/** Compensated sum of squared distances from a centre, each distance times the root of its weight where there are any. */
export function squaresAbout(values: Float64Array, centre: number, root: Float64Array | null = null): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const apart = (values[i]! - centre) * (root ? root[i]! : 1);
    const value = apart * apart;
    const next = total + value;
    lost += total >= value ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
