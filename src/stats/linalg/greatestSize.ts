/** The greatest magnitude among values; 0 of none. */
export function greatestSize(values: Float64Array): number {
  let greatest = 0;
  for (let i = 0; i < values.length; i++) greatest = Math.max(greatest, Math.abs(values[i]!));
  return greatest;
}
