/** Widths in which a share may be published, from coarse to fine. */
const widths = [2, 3, 4, 5, 6, 7, 8, 9, 10].map((bands) => 1 / bands);

/**
 * Published shares -> the width of the band that each was published in, 0 for an exact zero; null where they are not the
 * centres of bands: they were published as they are.
 *
 * @param counts the number of persons printed beside each share: those of one number have bands of one width
 */
export function bandsOf(shares: readonly number[], counts: readonly unknown[]): readonly number[] | null {
  const found = new Map<unknown, number | undefined>();
  for (const count of new Set(counts)) {
    const own = shares.filter((share, row) => Object.is(counts[row], count) && share !== 0);
    found.set(count, own.length > 0 ? widths.find((width) => own.every((share) => isCentre(share, width))) : 0);
  }
  if (![...found.values()].some(Boolean) || [...found.values()].includes(undefined)) return null;
  return shares.map((share, row) => (share === 0 ? 0 : (found.get(counts[row]) ?? 0)));
}

function isCentre(share: number, width: number): boolean {
  const band = share / width - 0.5;
  return Math.abs(band - Math.round(band)) < 1e-6;
}
