import type {Range} from "../comparison.js";

const known = new WeakMap<Float64Array, Range>();

/** The least and the greatest of a column's values, what is missing left out; looked for once. */
export function endsOf(values: Float64Array): Range {
  const before = known.get(values);
  if (before) return before;
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const found = [low, high] as const;
  known.set(values, found);
  return found;
}
