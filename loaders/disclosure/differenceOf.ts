/**
 * What two published groups, or one and all that is published inside it, tell of those in whom they differ.
 *
 * Model     total of a group = persons x mean, each known to lie in an interval; the difference's mean lies between
 *           (total low - other's total high) / persons and (total high - other's total low) / persons
 * Source    Hundepool et al. (2012), ch. 4.4: disclosure by differencing
 */
import type {PublishedCell} from "./publishedCell.js";

type Known = Pick<PublishedCell, "low" | "high" | "persons" | "range">;

/** @param persons those in whom the group and the others differ */
export function differenceOf(group: Known, others: readonly Known[], persons: number): readonly [number, number] {
  const sum = (end: "low" | "high"): number => others.reduce((total, other) => total + other[end] * other.persons, 0);
  return [(group.low * group.persons - sum("high")) / persons, (group.high * group.persons - sum("low")) / persons];
}

/** Whether an interval says anything beyond what a value can be at all. */
export function tells([low, high]: readonly [number, number], [minimum, maximum]: readonly [number, number]): boolean {
  return !(low <= minimum + 1e-6 && high >= maximum - 1e-6);
}
