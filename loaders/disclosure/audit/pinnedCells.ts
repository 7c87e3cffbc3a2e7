/**
 * Cells that are published nowhere but entered an estimate: someone who knows the other rows tries every value that a
 * hidden cell can have, and keeps those that give the printed estimate. Enough of the range must be left.
 *
 * Source  Griffiths et al. (2019), Handbook on Statistical Disclosure Control for Outputs: correlations and regressions
 */
export interface HiddenCells {
  readonly values: readonly number[];
  /** indices of the cells that are published nowhere */
  readonly hidden: readonly number[];
  /** between what a cell may be */
  readonly range: readonly [number, number];
  /** what was printed, computed from the cells */
  readonly statistic: (values: readonly number[]) => number;
  /** half the unit of the last printed digit */
  readonly half: number;
  readonly label: string;
}

const tried = 200;
const least = 0.1;

/** Indices of hidden cells of which less than a tenth of the range remains possible. */
export function pinnedCells({values, hidden, range: [minimum, maximum], statistic, half}: HiddenCells): number[] {
  const printed = statistic(values);
  return hidden.filter((index) => {
    let possible = 0;
    for (let i = 0; i <= tried; i++) {
      const candidate = minimum + ((maximum - minimum) * i) / tried;
      const attempt = statistic(values.with(index, candidate));
      if (Math.abs(attempt - printed) <= half) possible += 1;
    }
    return possible / (tried + 1) < least;
  });
}
