import {list} from "../evidence/format.js";
import type {Comparison} from "./comparison.js";
import type {Grain} from "./grain.js";
import {offeredEstimators, type WrittenFormula} from "./offeredEstimators.js";
import {parseComparison} from "./parseComparison.js";
import type {ExploredStudy} from "./study.js";

/** in characters: no formula is longer */
const longest = 500;

export interface AddressedComparisons {
  readonly comparison: Comparison;
  /** the one that is kept beside it */
  readonly pin: Comparison | null;
  /** in the formula's field; null where it is the comparison's own */
  readonly formula: WrittenFormula | null;
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
  const taken = (key: string): string | undefined => {
    const [value, ...more] = query.getAll(key);
    if (more.length > 0) throw new RangeError(`The link says ${key} twice. Keep one.`);
    query.delete(key);
    return value;
  };
  const [pin, text, by] = ["pin", "formula", "by"].map(taken);
  if (pin === "") throw new RangeError("The link keeps nothing beside it. Leave pin out.");
  const comparison = parseComparison(query.toString(), grains, study);
  return {
    comparison,
    pin: pin === undefined ? null : parseComparison(pin, grains, study),
    formula: formulaIn({text, by}, comparison, grains)
  };
}

/** Whether it can be estimated is said where it is written. */
function formulaIn(
  {text, by}: {readonly text: string | undefined; readonly by: string | undefined},
  {view, table}: Comparison,
  grains: readonly Grain[]
): WrittenFormula | null {
  if (text === undefined && by === undefined) return null;
  if (text === undefined) throw new RangeError("The link names an estimator and no formula. Leave by out.");
  if (view !== "formula")
    throw new RangeError("The link has a formula and another view. Write view=formula, or leave formula out.");
  if (text.trim() === "") throw new RangeError("The link's formula is empty. Leave formula out.");
  if (text.length > longest)
    throw new RangeError(`The link's formula is longer than ${longest} characters. Write a shorter one.`);
  const grain = grains.find(({name}) => name === table);
  const offered = grain ? offeredEstimators(grain).map(([name]) => name) : [];
  const found = offered.find((name) => name === (by ?? "ols"));
  if (found === undefined)
    throw new RangeError(`The link's estimator, ${by}, is none that these rows allow. There are ${list(offered)}.`);
  return {text, by: found};
}
