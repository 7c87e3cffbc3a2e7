/** Persons who are in one of two groups and not in the other. */
export function symmetricDifference(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const only = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number =>
    sum(Array.from(one, ([part, n]) => (other.has(part) ? 0 : n)));
  return only(a, b) + only(b, a);
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0);
