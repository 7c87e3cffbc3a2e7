import {behindOf, keepBehind} from "./behind.js";
import {Released} from "./released.js";

/**
 * What describes the study, its files and its tables, with counts of records and no person's value: titles, row counts,
 * rules. Callers pass texts of the data package and counts of whole files, nothing by group.
 */
export function releaseDescription<T>(description: T): Released<T> {
  return Released.of(description);
}

/** A result computed from released values alone; what stands behind them stands behind it. */
export function releaseDerived<T>(derived: T, ...from: readonly Released<unknown>[]): Released<T> {
  return keepBehind(Released.of(derived), behindOf(from));
}
