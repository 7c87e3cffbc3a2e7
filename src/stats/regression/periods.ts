/** The least time from a row to the unit's next, which is what a period is. */
export function stepOf(steps: readonly number[]): number {
  return steps.reduce((least, step) => (step > 0 && step < least ? step : least), Infinity);
}

/** Whether a time apart is so many periods. */
export function follows(apart: number, step: number, periods = 1): boolean {
  return Math.abs(apart - periods * step) <= 1e-6 * step;
}
