/**
 * Where a rank statistic, falling as its sample is shifted, passes a critical value: at one of the values at which
 * ranks change places, between which it stands still.
 *
 * @param places  those values, rising
 */
export function crossing(places: ArrayLike<number>, statistic: (shift: number) => number, critical: number): number {
  const span = places[places.length - 1]! - places[0]!;
  const apart: number[] = [];
  for (let i = 0; i < places.length; i++)
    if (i === 0 || places[i]! - places[i - 1]! > 1e-12 * span) apart.push(places[i]!);
  let [low, high] = [0, apart.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (statistic((apart[middle]! + apart[middle + 1]!) / 2) < critical) high = middle;
    else low = middle + 1;
  }
  return apart[low]!;
}
