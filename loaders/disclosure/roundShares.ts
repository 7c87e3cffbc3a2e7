import {meanStep} from "./round.js";

/**
 * Shares of a whole brought to a step so that they still make the whole: down to the step below, the rest to those cut the
 * most (largest remainders).
 */
export function roundShares(shares: readonly number[], step: number): number[] {
  const steps = shares.map((share) => Math.floor(share / step + 1e-9));
  const left = Math.round(shares.reduce((sum, share) => sum + share, 0) / step) - steps.reduce((sum, n) => sum + n, 0);
  const order = shares
    .map((share, i) => ({i, cut: share / step - (steps[i] ?? 0)}))
    .toSorted((a, b) => b.cut - a.cut || a.i - b.i);
  for (const {i} of order.slice(0, Math.max(0, left))) steps[i] = (steps[i] ?? 0) + 1;
  return steps.map((n) => Number((n * step).toPrecision(12)));
}

/** The step of a published share: one that leaves so many persons in it, and five points at least. */
export const shareStep =
  (units: number) =>
  (n: number): number =>
    Math.max(meanStep(n, units), 0.05);
