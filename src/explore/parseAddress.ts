import type {Comparison} from "./comparison.js";
import type {Grain} from "./grain.js";
import {parseComparison} from "./parseComparison.js";
import type {ExploredStudy} from "./study.js";

export interface AddressedComparisons {
  readonly comparison: Comparison;
  /** the one that is kept beside it */
  readonly pin: Comparison | null;
}

/**
 * What an address asks the explorer for, in its query, or behind its # where that is one.
 *
 * @throws {RangeError} a sentence for the reader, if it names something that is not there
 */
export function parseAddress(
  {search, hash}: Pick<Location, "search" | "hash">,
  grains: readonly Grain[],
  study: ExploredStudy
): AddressedComparisons {
  const query = new URLSearchParams(hash.includes("=") ? hash.slice(1) : search);
  const [pin, ...more] = query.getAll("pin");
  if (more.length > 0) throw new RangeError("The link says pin twice. Keep one.");
  if (pin === "") throw new RangeError("The link keeps nothing beside it. Leave pin out.");
  query.delete("pin");
  return {
    comparison: parseComparison(query.toString(), grains, study),
    pin: pin === undefined ? null : parseComparison(pin, grains, study)
  };
}
