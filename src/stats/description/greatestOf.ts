/** The greatest of any number of values: a spread into Math.max() overflows the stack at about a hundred thousand. */
export function greatestOf(values: Iterable<number>, start = -Infinity): number {
  let greatest = start;
  for (const value of values) greatest = Math.max(greatest, value);
  return greatest;
}
