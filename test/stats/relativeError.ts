/** |value - reference| / |reference|, absolute where the reference is 0; infinite where the value is no number */
export function relativeError(value: number | null | undefined, reference: number): number {
  if (typeof value !== "number" || value !== value) return Infinity;
  if (value === reference) return 0;
  return reference === 0 ? Math.abs(value) : Math.abs(value - reference) / Math.abs(reference);
}
