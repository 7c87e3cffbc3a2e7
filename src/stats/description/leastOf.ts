/** The least of any number of values: a spread into Math.min() overflows the stack at about a hundred thousand. */
export function leastOf(values: Iterable<number>, start = Infinity): number {
  let least = start;
  for (const value of values) least = Math.min(least, value);
  return least;
}
