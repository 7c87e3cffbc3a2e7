import type {ReleasedTable} from "../../../src/released/table.js";
import {type DerivedColumn, releaseDerivedTable} from "../../disclosure/releaseDerived.js";
import {make} from "../make.js";
import type {ReleaseModule} from "../releaseModule.js";
import {staggeredRatings} from "../models/staggeredRatings.js";

const effect = {kind: "model", unit: "standard deviations", grain: 0} as const;

const columns: Readonly<Record<string, DerivedColumn>> = {
  years: {kind: "key"},
  estimate: effect,
  low: effect,
  high: effect,
  uniform_low: effect,
  uniform_high: effect
};

/** The ratings' event study: by years from the first year after the start, against managers who had not started. */
export const ratingEffects: ReleaseModule<ReleasedTable> = {
  name: "rating_effects",
  needs: staggeredRatings.needs,
  async make(context) {
    const made = await make(staggeredRatings, context);
    if (!made?.value) return releaseDerivedTable([], columns, []);
    const {effects, critical} = made.value;
    const rows = effects.terms.slice(1).map(({term, estimate, se, low, high}) => ({
      years: Number(term),
      estimate,
      low,
      high,
      uniform_low: critical === null || se === null ? null : tidy(estimate - critical * se),
      uniform_high: critical === null || se === null ? null : tidy(estimate + critical * se)
    }));
    return releaseDerivedTable(rows, columns, [made]);
  }
};

/** Without the digits that binary fractions add. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
