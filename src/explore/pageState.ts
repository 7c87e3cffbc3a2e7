import type {Comparison} from "./comparison.js";
import {defaultComparison} from "./defaultComparison.js";
import type {Grain} from "./grain.js";
import type {WrittenFormula} from "./offeredEstimators.js";
import {parseAddress} from "./parseAddress.js";
import type {ExploredStudy} from "./study.js";

/** All that the page shows, and its address says. */
export interface PageState {
  readonly comparison: Comparison;
  readonly pin: Comparison | null;
  /** in the formula's field; null where it is the comparison's own */
  readonly formula: WrittenFormula | null;
  /** what is wrong with the link */
  readonly wrong: string | null;
}

/** From the question mark on; what is written is of the formula's view alone. */
export function addressOf({comparison, pin, formula}: PageState, queryOf: (comparison: Comparison) => string): string {
  const beside = new URLSearchParams();
  if (formula !== null && comparison.view === "formula") {
    beside.set("formula", formula.text);
    if (formula.by !== "ols") beside.set("by", formula.by);
  }
  if (pin !== null) beside.set("pin", queryOf(pin));
  return `?${[queryOf(comparison), beside.toString()].filter(Boolean).join("&")}`;
}

/** What is written stays while the page is of the pair that it was begun with. */
export function changedTo(
  {comparison: before, formula}: PageState,
  changed: Partial<Comparison>
): Pick<PageState, "comparison" | "formula"> {
  const comparison = {...before, ...changed};
  return {comparison, formula: begunWith(before) === begunWith(comparison) ? formula : null};
}

const begunWith = ({table, outcome, exposure, lag, transform, controls, effects}: Comparison): string =>
  JSON.stringify([table, outcome, exposure, lag, transform, controls, effects]);

/** What the address asks for; where it is not right, that is said, and the default is shown. */
export function readAddress(view: Window | null, grains: readonly Grain[], study: ExploredStudy): PageState {
  const {search = "", hash = ""} = view?.location ?? {};
  try {
    return {...parseAddress({search, hash}, grains, study), wrong: null};
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {comparison: defaultComparison(grains[0]!, study), pin: null, formula: null, wrong: error.message};
  }
}
