/** Whether values are nought to the sixth digit, which is what remains of sums that should cancel. */
export const areNought = (values: readonly number[]): boolean => values.every((value) => Math.abs(value) < 5e-7);
